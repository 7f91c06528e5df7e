// The lifecycle hooks of a USER_TASK node: when they fall due and what they do can be worked out (semantics.md 11.3, decision 7).
import type { ReassignAction, UserTaskAction } from '#contracts/user-task-hook.ts';
import type { UserTaskNode } from '#contracts/wf-spec.ts';
import { checkAssignable, checkAssignment, isBlankLiteral } from './check-assignment.ts';
import { checkTaskInputs } from './check-task.ts';
import type { NodeCheck } from './node-check.ts';
import { isOneOf, nameOf } from './static-type.ts';

export function checkHooks(check: NodeCheck, { actions }: UserTaskNode): void {
  actions.forEach((given, index) => {
    checkDelay(check, `actions.${index}.delay`, given);
    checkAction(check, `actions.${index}.action`, given);
  });
}

function checkDelay(check: NodeCheck, path: string, { hook, delay }: UserTaskAction): void {
  const type = checkAssignment(check, path, delay);
  if (!isOneOf(type, ['INT', 'DOUBLE', 'TIMESTAMP'])) {
    check.report(path, `must be a number of seconds or a TIMESTAMP, not ${nameOf(type)}`);
  } else if (type === 'TIMESTAMP' && hook === 'ON_INACTIVITY') {
    check.report(path, 'inactivity is counted in seconds, not up to a TIMESTAMP');
  } else if ('literal' in delay && delay.literal === null) {
    check.report(path, 'must be a number of seconds or a TIMESTAMP, not null');
  }
}

function checkAction(check: NodeCheck, path: string, { action }: UserTaskAction): void {
  switch (action.type) {
    case 'TASK':
      checkTaskInputs(check, path, action.taskDefName, action.inputs);
      return;
    case 'REASSIGN':
      checkReassign(check, path, action);
      return;
    case 'CANCEL':
      if (action.reason) checkAssignable(check, `${path}.reason`, action.reason, 'STR');
      return;
  }
}

function checkReassign(check: NodeCheck, path: string, { userId, userGroup }: ReassignAction): void {
  if (!userId && !userGroup) check.report(path, 'must name a userId, a userGroup, or both');
  if (userId) checkAssignable(check, `${path}.userId`, userId, 'STR');
  if (userGroup) checkAssignable(check, `${path}.userGroup`, userGroup, 'STR');
  if (isBlankLiteral(userId)) check.report(`${path}.userId`, "UserId can't be empty");
  if (isBlankLiteral(userGroup)) check.report(`${path}.userGroup`, "UserGroup can't be empty");
}
