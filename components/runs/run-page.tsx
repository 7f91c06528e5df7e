'use client';

import { CirclePause, CirclePlay, LifeBuoy, Radio, Trash2 } from 'lucide';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { NodeRun, RunVariable, WfRun, WfRunPath } from '#contracts/wf-run.ts';
import type { WfSpec } from '#contracts/wf-spec.ts';
import { useLiveEvents } from '../api/live-events.tsx';
import { marksOf, type Pictures } from '../diagram/picture.ts';
import { RunStatus } from '../diagram/run-status.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { TabNav } from '../ui/tab-nav.tsx';
import { PostEventDialog } from './post-event-dialog.tsx';
import { RunDiagram } from './run-diagram.tsx';
import {
  canResume,
  canStop,
  DeleteDialog,
  RescueDialog,
  ResumeDialog,
  type RunActions,
  type RunDialog,
  StopDialog,
} from './run-dialogs.tsx';
import { RunFacts } from './run-facts.tsx';
import { RunFailures } from './run-failures.tsx';
import { RUN_PART_WORDS, RUN_PARTS, type RunPart } from './run-parts.ts';
import { canRescue } from './thread-failures.ts';
import { ThreadTree } from './thread-tree.tsx';
import { VariableTable } from './variable-table.tsx';

export type RunPageProps = {
  run: WfRun;
  spec: WfSpec;
  pictures: Pictures;
  /** Of the thread that the address names, or of all. */
  path: WfRunPath;
  only: number | null;
  variables: readonly RunVariable[];
  areMoreVariables: boolean;
  /** Where the threads stand that have failed. */
  failedAt: readonly NodeRun[];
  part: RunPart;
  actions: RunActions;
  /** The part that is shown. */
  children: ReactNode;
};

/** Changes come in bursts: the page is read anew once for a burst. */
const BURST_MS = 250;

/** One WfRun: why it failed, where its threads stand, what they know, and all that happened; it follows the run as it goes on. */
export function RunPage(props: RunPageProps) {
  const { run, spec, pictures, path, only, variables, areMoreVariables, failedAt, part, actions, children } = props;
  const t = useTranslations('runs');
  const router = useRouter();
  const here = usePathname();
  const params = useSearchParams();
  const [dialog, setDialog] = useState<{ name: RunDialog; thread: number | null } | null>(null);
  useFollow(run);

  const close = () => setDialog(null);
  const open = (name: RunDialog, thread: number | null = null) => setDialog({ name, thread });
  const address = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return next.size > 0 ? `${here}?${next}` : here;
  };
  const threads = run.threadRuns.filter(({ number }) => only === null || number === only);

  return (
    <>
      <PageHeader
        parents={[{ href: '/admin/wf-runs', label: t('list.title') }]}
        title={run.wfSpecName}
        description={<span className="font-mono text-xs wrap-anywhere">{run.id}</span>}
        status={<RunStatus status={run.status} />}
        actions={<Deeds run={run} onOpen={open} />}
      />
      <RunFailures run={run} spec={spec} failedAt={failedAt} onRescue={(thread) => open('rescue', thread)} />
      <RunDiagram run={run} spec={spec} pictures={pictures} marks={marksOf(path, threads)} only={only} />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_20rem] xl:items-start">
        <section aria-label={t('run.parts')} className="min-w-0">
          <div className="min-w-0 rounded-lg border border-line bg-surface">
            <TabNav
              label={t('run.parts')}
              className="px-4"
              tabs={RUN_PARTS.map((one) => ({
                href: address({ part: one === 'timeline' ? null : one, bookmark: null }),
                label: t(`run.${RUN_PART_WORDS[one]}`),
                current: one === part,
              }))}
            />
            {children}
          </div>
        </section>
        <div className="grid min-w-0 gap-6 max-xl:md:grid-cols-2">
          <RunFacts run={run} />
          <Panel title={t('run.threads')} aria-label={t('run.threads')}>
            <ThreadTree
              threads={run.threadRuns}
              only={only}
              onOnly={(number) =>
                router.replace(address({ thread: number === null ? null : `${number}` }), { scroll: false })
              }
            />
          </Panel>
          <Panel title={t('run.variables')} aria-label={t('run.variables')} className="max-xl:md:col-span-2">
            <VariableTable variables={variables} />
            {areMoreVariables ? (
              <p className="mt-3 text-muted text-sm">{t('run.first', { count: variables.length })}</p>
            ) : null}
          </Panel>
        </div>
      </div>
      {dialog?.name === 'stop' ? <StopDialog run={run} actions={actions} onClose={close} /> : null}
      {dialog?.name === 'resume' ? <ResumeDialog run={run} actions={actions} onClose={close} /> : null}
      {dialog?.name === 'rescue' ? (
        <RescueDialog run={run} spec={spec} actions={actions} onClose={close} thread={dialog.thread} />
      ) : null}
      {dialog?.name === 'delete' ? <DeleteDialog run={run} actions={actions} onClose={close} /> : null}
      {dialog?.name === 'event' ? (
        <PostEventDialog run={run} spec={spec} putExternalEvent={actions.putExternalEvent} onClose={close} />
      ) : null}
    </>
  );
}

/** What can be done with the run as it stands, and no more. */
function Deeds({ run, onOpen }: { run: WfRun; onOpen: (name: RunDialog) => void }) {
  const t = useTranslations('runs.actions');
  const { threadRuns, status } = run;
  return (
    <>
      {threadRuns.some(canRescue) ? (
        <Button icon={<Icon of={LifeBuoy} />} onClick={() => onOpen('rescue')}>
          {t('rescue')}
        </Button>
      ) : null}
      {threadRuns.some(canResume) ? (
        <Button variant="primary" icon={<Icon of={CirclePlay} />} onClick={() => onOpen('resume')}>
          {t('resume')}
        </Button>
      ) : null}
      {threadRuns.some(canStop) ? (
        <Button icon={<Icon of={CirclePause} />} onClick={() => onOpen('stop')}>
          {t('stop')}
        </Button>
      ) : null}
      <Button icon={<Icon of={Radio} />} onClick={() => onOpen('event')}>
        {t('postEvent')}
      </Button>
      {status === 'RUNNING' || status === 'HALTING' ? null : (
        <Button variant="danger-quiet" icon={<Icon of={Trash2} />} onClick={() => onOpen('delete')}>
          {t('delete')}
        </Button>
      )}
    </>
  );
}

/** Reads the page anew when something of the run has changed; what is open or chosen on it stays. */
function useFollow({ id }: WfRun): void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveEvents((event) => {
    const isOurs = event.type === 'reset' || ('wfRunId' in event && event.wfRunId === id);
    if (!isOurs) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), BURST_MS);
  });
}
