'use client';

import type { ActionResult } from '#contracts/operations/action.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { Directory, Reader } from './reader.ts';
import { ReassignDialog } from './reassign-dialog.tsx';
import type { TaskActions } from './task-actions.ts';

/** What is being asked before it is done. */
export type Asking = 'release' | 'reassign' | 'take-over' | 'cancel' | null;

export type TaskDialogsProps = {
  asking: Asking;
  onClose: () => void;
  task: UserTaskRun;
  reader: Reader;
  directory: Directory;
  actions: TaskActions;
  /** Does it; gives back a message for the dialog, or nothing once it is done. */
  act: (verb: string, call: () => Promise<ActionResult<UserTaskRun>>, done: string) => Promise<string | undefined>;
};

const kept = 'Kept in the assignment history.';

/** The questions that come before giving a task away, taking it, or ending it. */
export function TaskDialogs({ asking, onClose, task, reader, directory, actions, act }: TaskDialogsProps) {
  const seen = { wfRunId: task.wfRunId, guid: task.guid, version: task.version };
  const sameGroup = task.userGroup === null ? {} : { userGroup: task.userGroup };
  return (
    <>
      <ConfirmDialog
        open={asking === 'release'}
        onOpenChange={onClose}
        title="Release this task"
        description={`It goes back to ${task.userGroup}, for anyone there to claim. A saved draft stays with it.`}
        confirmLabel="Release"
        dismissLabel="Keep it"
        reason={{ label: 'Reason (optional)', help: 'Whoever takes it next can read it.' }}
        onConfirm={(reason) =>
          act('release', () => actions.release({ ...seen, ...(reason && { reason }) }), `Released to ${task.userGroup}`)
        }
      />
      <ConfirmDialog
        open={asking === 'take-over'}
        onOpenChange={onClose}
        title="Take over this task"
        description={task.userId === null ? 'It becomes yours.' : `It becomes yours instead of ${task.userId}'s.`}
        confirmLabel="Take over"
        dismissLabel="Leave it"
        reason={{ required: true, help: kept }}
        onConfirm={(reason) => {
          const assignment = { userId: reader.userId, ...sameGroup, overrideClaim: true, reason };
          return act('assign', () => actions.assign({ ...seen, ...assignment }), 'It is yours now');
        }}
      />
      <ConfirmDialog
        open={asking === 'cancel'}
        onOpenChange={onClose}
        title="Cancel this task"
        description="Nobody can complete it any more, and its step of the workflow fails unless the workflow handles that."
        confirmLabel="Cancel task"
        dismissLabel="Keep it"
        tone="danger"
        reason={{ required: true, help: kept }}
        onConfirm={(reason) => act('cancel', () => actions.cancel({ ...seen, reason }), 'Task cancelled')}
      />
      <ReassignDialog
        open={asking === 'reassign'}
        onOpenChange={onClose}
        task={task}
        directory={directory}
        onAssign={(assignment) => act('assign', () => actions.assign({ ...seen, ...assignment }), 'Task reassigned')}
      />
    </>
  );
}
