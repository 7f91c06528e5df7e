// A USER_TASK node: its form exists, somebody gets it, its texts can be texts, its hooks work (semantics.md 11.2).
import type { VariableAssignment } from '#contracts/assignment.ts';
import { docketName } from '#contracts/names.ts';
import type { UserTaskNode } from '#contracts/wf-spec.ts';
import { isReserved } from '../failure.ts';
import { checkAssignable, isBlankLiteral, literalText } from './check-assignment.ts';
import { checkHooks } from './check-hooks.ts';
import type { NodeCheck } from './node-check.ts';

const TEXTS = ['userId', 'userGroup', 'title', 'context', 'notes', 'onCancellationExceptionName'] as const;

export function checkUserTask(check: NodeCheck, node: UserTaskNode): void {
  const { userTaskDefName: name, userTaskDefVersion: version } = node;
  if (!check.definitions.userTaskDef(name, version)) {
    check.report('userTaskDefName', `there is no UserTaskDef ${name}${version === undefined ? '' : ` ${version}`}`);
  }
  if (!node.userId && !node.userGroup) check.report('userId', 'Must specify userGroup or userId');
  for (const field of TEXTS) {
    const assignment = node[field];
    if (assignment) checkAssignable(check, field, assignment, 'STR');
  }
  if (isBlankLiteral(node.userId)) check.report('userId', "UserId can't be empty");
  if (isBlankLiteral(node.userGroup)) check.report('userGroup', "UserGroup can't be empty");
  checkExceptionName(check, node.onCancellationExceptionName);
  checkHooks(check, node);
}

function checkExceptionName(check: NodeCheck, assignment: VariableAssignment | undefined): void {
  const literal = literalText(assignment);
  if (literal === null) return;
  const field = 'onCancellationExceptionName';
  if (isReserved(literal)) {
    check.report(field, `${literal} is a name that the engine keeps for itself`);
    return;
  }
  const parsed = docketName.safeParse(literal);
  for (const issue of parsed.error?.issues ?? []) check.report(field, issue.message);
}
