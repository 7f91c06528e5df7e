'use client';

import { useTranslations } from 'use-intl';
import type { ActionResult } from '#contracts/operations/action.ts';
import { MAX_REASON_LENGTH } from '#contracts/text-limits.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { ReassignDialog } from './reassign-dialog.tsx';
import type { TaskActions } from './task-actions.ts';
import type { Names } from './use-names.ts';

/** What is being asked before it is done. */
export type Asking = 'release' | 'hand-over' | 'reassign' | 'take-over' | 'cancel';

/** Does what a dialog asked about; gives back a message for the dialog, or nothing once it is done. */
export type Act = (
  verb: Asking,
  call: () => Promise<ActionResult<UserTaskRun>>,
  done: string,
) => Promise<string | undefined>;

/** Ends the task for good, which who wants to can take back for some seconds. */
export type CancelTask = (reason: string) => Promise<string | undefined>;

export type TaskDialogsProps = {
  asking: Asking;
  onClose: () => void;
  task: UserTaskRun;
  names: Names;
  actions: TaskActions;
  act: Act;
  onCancel: CancelTask;
};

/** The questions that come before giving a task away, taking it, or ending it. */
export function TaskDialogs({ asking, onClose, task, names, actions, act, onCancel }: TaskDialogsProps) {
  const t = useTranslations('task');
  const seen = { wfRunId: task.wfRunId, guid: task.guid, version: task.version };
  const group = task.userGroup ?? '';
  switch (asking) {
    case 'release':
      return (
        <ConfirmDialog
          open
          onOpenChange={onClose}
          title={t('dialog.release.title')}
          description={t('dialog.release.text', { group })}
          confirmLabel={t('release')}
          dismissLabel={t('dialog.keepIt')}
          reason={{ label: t('dialog.optionalReason'), help: t('dialog.release.help'), maxLength: MAX_REASON_LENGTH }}
          onConfirm={(reason) =>
            act('release', () => actions.release({ ...seen, ...(reason && { reason }) }), t('done.release', { group }))
          }
        />
      );
    case 'hand-over':
      return (
        <HandOverDialog
          task={task}
          onClose={onClose}
          onHandOver={({ userId, name }, reason) =>
            act('hand-over', () => actions.handOver({ ...seen, userId, reason }), t('done.handOver', { name }))
          }
        />
      );
    case 'take-over':
      return (
        <ConfirmDialog
          open
          onOpenChange={onClose}
          title={t('dialog.takeOver.title')}
          description={
            task.userId === null
              ? t('dialog.takeOver.text')
              : t('dialog.takeOver.textFrom', { name: names.person(task.userId) })
          }
          confirmLabel={t('takeOver')}
          dismissLabel={t('dialog.leaveIt')}
          reason={{ label: t('dialog.reason'), required: true, help: t('dialog.kept'), maxLength: MAX_REASON_LENGTH }}
          onConfirm={(reason) => act('take-over', () => actions.takeOver({ ...seen, reason }), t('done.takeOver'))}
        />
      );
    case 'cancel':
      return (
        <ConfirmDialog
          open
          onOpenChange={onClose}
          title={t('dialog.cancel.title')}
          description={t('dialog.cancel.text')}
          confirmLabel={t('cancelTask')}
          dismissLabel={t('dialog.keepIt')}
          tone="danger"
          reason={{ label: t('dialog.reason'), required: true, help: t('dialog.kept'), maxLength: MAX_REASON_LENGTH }}
          onConfirm={onCancel}
        />
      );
    case 'reassign':
      return (
        <ReassignDialog
          task={task}
          names={names}
          onClose={onClose}
          onAssign={(assignment) => act('reassign', () => actions.assign({ ...seen, ...assignment }), t('done.assign'))}
        />
      );
  }
}
