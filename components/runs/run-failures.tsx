'use client';

import { useTranslations } from 'use-intl';
import { nodeLabel } from '#contracts/node-label.ts';
import type { NodeRun, ThreadRun, WfRun } from '#contracts/wf-run.ts';
import type { WfSpec } from '#contracts/wf-spec.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { nodeRunHref } from './node-run-table.tsx';
import { isAtItsEnd, unhandledOf } from './thread-failures.ts';

export type RunFailuresProps = {
  run: WfRun;
  spec: WfSpec;
  /** Where the threads stand that have failed. */
  failedAt: readonly NodeRun[];
  onRescue: (threadRunNumber: number) => void;
};

/** Why a run has failed, thread by thread, and what to do about it: the first thing on the page of a run that has. */
export function RunFailures({ run, spec, failedAt, onRescue }: RunFailuresProps) {
  const t = useTranslations('runs.run');
  return unhandledOf(run.threadRuns).map((thread) => {
    const nodeRun = failedAt.find(
      (one) => one.threadRunNumber === thread.number && one.position === thread.currentNodePosition,
    );
    const href = nodeRun && nodeRunHref(nodeRun, run.id);
    const { failure, number, threadSpecName } = thread;
    const node = nodeLabel(thread.currentNodeName);
    return (
      <Callout
        key={number}
        tone={thread.status === 'EXCEPTION' ? 'warning' : 'danger'}
        title={t('failedTitle', { name: failure?.name ?? thread.status, thread: `${number} ${threadSpecName}` })}
        actions={
          <>
            <Button onClick={() => onRescue(number)}>{t('rescueThread', { number: `${number}` })}</Button>
            {href ? (
              <LinkButton href={href} variant="ghost">
                {nodeRun.userTaskRunGuid ? t('showUserTask') : t('showAttempts')}
              </LinkButton>
            ) : null}
          </>
        }
      >
        {failure?.message ? <p className="whitespace-pre-wrap wrap-anywhere">{failure.message}</p> : null}
        <p className="text-muted">
          {t('failedAt', { node })} {adviceOn(thread, spec, t)}
        </p>
      </Callout>
    );
  });
}

const OF_DEFINITION = new Set(['VAR_SUB_ERROR', 'VAR_MUTATION_ERROR', 'VAR_ERROR']);
const OF_TASK = new Set(['TASK_FAILURE', 'TASK_ERROR', 'TASK_OUTPUT_ERROR', 'TIMEOUT']);

function adviceOn(thread: ThreadRun, spec: WfSpec, t: ReturnType<typeof useTranslations<'runs.run'>>): string {
  const name = thread.failure?.name ?? '';
  const node = nodeLabel(thread.currentNodeName);
  if (name === 'CHILD_FAILURE') return t('childFailed');
  if (isAtItsEnd(spec, thread)) return t('whatToDoAtEnd', { node });
  if (OF_DEFINITION.has(name)) return t('whatToDoDefinition');
  if (OF_TASK.has(name)) return t('whatToDoTask');
  return t('whatToDo', { node });
}
