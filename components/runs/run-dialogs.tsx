'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { nodeLabel } from '#contracts/node-label.ts';
import type { Action, ActionResult } from '#contracts/operations/action.ts';
import { MAX_REASON_LENGTH } from '#contracts/text-limits.ts';
import type { ThreadRun, WfRun } from '#contracts/wf-run.ts';
import type { WfSpec } from '#contracts/wf-spec.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toast.ts';
import { canRescue, isAtItsEnd, rootOfFailure } from './thread-failures.ts';

/** What an admin may do to a run, as the page hands it in. */
export type RunActions = {
  stopWfRun: Action<'stopWfRun'>;
  resumeWfRun: Action<'resumeWfRun'>;
  rescueWfRun: Action<'rescueWfRun'>;
  deleteWfRun: Action<'deleteWfRun'>;
  putExternalEvent: Action<'putExternalEvent'>;
};

export type RunDialog = 'stop' | 'resume' | 'rescue' | 'delete' | 'event';

/** The threads on which something can be done now: the page offers just that. */
export const canStop = ({ status, haltReasons }: ThreadRun): boolean =>
  status === 'RUNNING' || (status === 'HALTED' && !haltReasons.some(({ type }) => type === 'MANUAL_HALT'));
export const canResume = ({ haltReasons }: ThreadRun): boolean =>
  haltReasons.some(({ type }) => type === 'MANUAL_HALT');

type DialogProps = { run: WfRun; actions: RunActions; onClose: () => void };

export function StopDialog({ run, actions, onClose }: DialogProps) {
  const t = useTranslations('runs.actions');
  const { threads, chosen, isGone, choose } = useThread(run, canStop);
  const thread = chosen?.number ?? 0;
  const tell = useOutcome();
  async function confirm(reason: string) {
    const result = await actions.stopWfRun({
      wfRunId: run.id,
      threadRunNumber: thread,
      ...(reason && { reason }),
    });
    return tell(result, (after) => {
      const isHalting = after.threadRuns.some(({ number, status }) => number === thread && status === 'HALTING');
      return isHalting ? t('halting') : t('stopped');
    });
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('stopTitle')}
      description={t('stopText')}
      confirmLabel={t('stopConfirm')}
      settled={isGone ? t('stopSettled') : undefined}
      dismissLabel={t('dismiss')}
      reason={{ label: t('why'), help: t('stopReasonHelp'), maxLength: MAX_REASON_LENGTH }}
      onConfirm={confirm}
    >
      <ThreadChoice threads={threads} value={thread} onChange={choose} />
    </ConfirmDialog>
  );
}

export function ResumeDialog({ run, actions, onClose }: DialogProps) {
  const t = useTranslations('runs.actions');
  const { threads, chosen, isGone, choose } = useThread(run, canResume);
  const thread = chosen?.number ?? 0;
  const tell = useOutcome();
  const confirm = async (reason: string) =>
    tell(await actions.resumeWfRun({ wfRunId: run.id, threadRunNumber: thread, ...(reason && { reason }) }), () =>
      t('resumed'),
    );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('resumeTitle')}
      description={t('resumeText')}
      confirmLabel={t('resumeConfirm')}
      settled={isGone ? t('resumeSettled') : undefined}
      dismissLabel={t('dismiss')}
      reason={{ label: t('why'), help: t('whyHelp'), maxLength: MAX_REASON_LENGTH }}
      onConfirm={confirm}
    >
      <ThreadChoice threads={threads} value={thread} onChange={choose} />
    </ConfirmDialog>
  );
}

type RescueDialogProps = DialogProps & { spec: WfSpec; thread: number | null };

export function RescueDialog({ run, spec, actions, onClose, thread: first }: RescueDialogProps) {
  const t = useTranslations('runs.actions');
  const { threads, chosen, isGone, choose } = useThread(run, canRescue, first ?? rootOfFailure(run.threadRuns)?.number);
  const [how, setHow] = useState('retry');
  const tell = useOutcome();
  const thread = chosen?.number ?? 0;
  const node = nodeLabel(chosen?.currentNodeName ?? '');
  const canSkip = chosen === undefined || !isAtItsEnd(spec, chosen);
  async function confirm(reason: string) {
    const result = await actions.rescueWfRun({
      wfRunId: run.id,
      threadRunNumber: thread,
      skipCurrentNode: canSkip && how === 'skip',
      ...(reason && { reason }),
    });
    return tell(result, () => t('rescued'));
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('rescueTitle')}
      description={t('rescueText', { thread: `${thread} ${chosen?.threadSpecName ?? ''}`, node })}
      confirmLabel={t('rescueConfirm')}
      settled={isGone ? t('rescueSettled') : undefined}
      dismissLabel={t('dismiss')}
      reason={{ label: t('why'), help: t('whyHelp'), maxLength: MAX_REASON_LENGTH }}
      onConfirm={confirm}
    >
      <ThreadChoice threads={threads} value={thread} onChange={choose} />
      {canSkip ? (
        <Field layout="group" label={t('rescueHow')}>
          <RadioGroup
            value={how}
            onValueChange={setHow}
            options={[
              { value: 'retry', label: t('rescueRetry', { node }) },
              { value: 'skip', label: t('rescueSkip', { node }) },
            ]}
          />
        </Field>
      ) : (
        <p className="text-muted">{t('rescueAtEnd', { node })}</p>
      )}
    </ConfirmDialog>
  );
}

export function DeleteDialog({ run, actions, onClose }: DialogProps) {
  const t = useTranslations('runs.actions');
  const words = useRefusalWords();
  const router = useRouter();
  async function confirm(reason: string) {
    const result = await actions.deleteWfRun({ wfRunId: run.id, ...(reason && { reason }) });
    if (!result.ok) return words(result.refusal);
    toast.success(t('deleted'));
    router.replace('/admin/wf-runs');
    return undefined;
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('deleteTitle')}
      description={t('deleteText')}
      confirmLabel={t('deleteConfirm')}
      dismissLabel={t('dismiss')}
      tone="danger"
      reason={{ label: t('why'), help: t('deleteReasonHelp'), maxLength: MAX_REASON_LENGTH }}
      onConfirm={confirm}
    />
  );
}

/** The threads on which it can be done now, and the one chosen: as it was then, when somebody else was faster. */
function useThread(run: WfRun, can: (thread: ThreadRun) => boolean, first?: number) {
  const threads = run.threadRuns.filter(can);
  const [kept, setKept] = useState(() => threads.find(({ number }) => number === first) ?? threads[0]);
  const now = threads.find(({ number }) => number === kept?.number);
  const choose = (chosen: number) => setKept(threads.find(({ number }) => number === chosen));
  return { threads, chosen: now ?? kept, isGone: now === undefined, choose };
}

type ThreadChoiceProps = { threads: readonly ThreadRun[]; value: number; onChange: (number: number) => void };

/** Which thread, where there are several. */
function ThreadChoice({ threads, value, onChange }: ThreadChoiceProps) {
  const t = useTranslations('runs');
  if (threads.length < 2) return null;
  return (
    <Field label={t('actions.thread')}>
      <Select
        value={`${value}`}
        onValueChange={(chosen) => onChange(Number(chosen))}
        options={threads.map(({ number, threadSpecName: name, status }) => ({
          value: `${number}`,
          label: t('actions.threadOption', { number: `${number}`, name, status: t(`status.${status}`) }),
        }))}
      />
    </Field>
  );
}

/** What a dialog does with an answer: a refusal stays in it, what went well is told beside the page. */
function useOutcome() {
  const refused = useRefusalWords();
  return (result: ActionResult<WfRun>, words: (run: WfRun) => string): string | undefined => {
    if (!result.ok) return refused(result.refusal);
    toast.success(words(result.value));
    return undefined;
  };
}
