// Undo: who has the task is restored, by whoever changed it just now (decision 30).
import { changeUserTask } from './change-user-task.ts';
import type { Service } from './context.ts';
import { lastToUndo } from './policy/user-task.ts';

export const undoUserTaskRun: Service<'undoUserTaskRun'> = (context, input) =>
  changeUserTask(context, input, {
    verb: 'undo',
    userId: null,
    command: (on, _, { view, now }) => {
      const last = lastToUndo(context.principal, view.events, now);
      if ('refusal' in last) return last;
      return {
        ...on,
        type: 'AssignUserTask',
        actor: last.actor,
        owners: last.before,
        cause: 'undo',
        onlyFromUnassigned: false,
        reason: null,
      };
    },
  });
