// What an action would do now: worked out when its hook fires, and to show what comes next.
import type { RemindAction, UserTaskAction } from '#contracts/user-task-hook.ts';
import type { Owners } from '#contracts/user-task-run.ts';
import { failNode } from '../failure.ts';
import type { TaskInputState } from '../family.ts';
import { taskInputs } from '../nodes/task.ts';
import { substituteText } from '../scope.ts';
import { siteOf, type TaskSite } from '../work.ts';

export type HookEffect =
  | { type: 'TASK'; action: RemindAction; inputs: TaskInputState[]; isMasked: boolean }
  | { type: 'REASSIGN'; owners: Owners }
  | { type: 'CANCEL'; reason: string | null };

/** May throw a NodeFailure. */
export function effectOf({ work, run, task }: TaskSite, { action }: UserTaskAction): HookEffect {
  const site = siteOf(work, run, task.threadRunNumber);
  switch (action.type) {
    case 'TASK': {
      const { taskDefName } = action;
      const taskDef = work.world.taskDef(taskDefName) ?? failNode('TASK_ERROR', `There is no TaskDef ${taskDefName}`);
      return { type: 'TASK', action, inputs: taskInputs(site, action.inputs, taskDef), isMasked: taskDef.returnMasked };
    }
    case 'REASSIGN': {
      const userId = substituteText(site, 'userId', action.userId);
      const userGroup = substituteText(site, 'userGroup', action.userGroup);
      if (userId === null && userGroup === null) failNode('VAR_ERROR', 'There is neither a userId nor a userGroup');
      if (userId?.trim() === '') failNode('VAR_ERROR', "UserId can't be empty");
      if (userGroup?.trim() === '') failNode('VAR_ERROR', "UserGroup can't be empty");
      if (userId !== null && task.excludeUsers.includes(userId)) {
        failNode('VAR_ERROR', `Separation of duties: ${userId} may not do this task`);
      }
      return { type: 'REASSIGN', owners: { userId, userGroup } };
    }
    case 'CANCEL':
      return { type: 'CANCEL', reason: substituteText(site, 'reason', action.reason) };
  }
}
