// A USER_TASK node: its form exists, somebody gets it, and its texts can be texts (semantics.md 11.2).
import type { VariableAssignment } from '#contracts/assignment.ts';
import { docketName } from '#contracts/names.ts';
import { instantFromText } from '#contracts/value.ts';
import type { UserTaskNode } from '#contracts/wf-spec.ts';
import { isReserved } from '../failure.ts';
import { checkAssignable, checkAssignment } from './check-assignment.ts';
import { checkShown, type NodeCheck } from './node-check.ts';
import { castsItself, isOneOf, mayBeList, nameOf } from './static-type.ts';

const TEXTS = ['userId', 'userGroup', 'title', 'context', 'notes', 'requester', 'onCancellationExceptionName'] as const;

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
  node.details?.forEach(({ value }, index) => {
    checkAssignment(check, `details.${index}.value`, value);
    checkShown(check, `details.${index}.value`, value);
  });
  checkPriority(check, node.priority);
  checkInstant(check, 'dueAt', node.dueAt);
  checkInstant(check, 'followUpAt', node.followUpAt);
  node.excludeUsers?.forEach((assignment, index) => {
    checkPeople(check, `excludeUsers.${index}`, assignment);
  });
  if (isBlank(node.requester)) check.report('requester', "it can't be empty");
  if (isBlank(node.userId)) check.report('userId', "UserId can't be empty");
  if (isBlank(node.userGroup)) check.report('userGroup', "UserGroup can't be empty");
  checkExceptionName(check, node.onCancellationExceptionName);
}

function checkPriority(check: NodeCheck, assignment: VariableAssignment | undefined): void {
  if (!assignment) return;
  checkAssignable(check, 'priority', assignment, 'INT');
  const literal = 'literal' in assignment ? assignment.literal : null;
  if (typeof literal === 'number' && (literal < 0 || literal > 100)) check.report('priority', 'must be 0 to 100');
}

/** A TIMESTAMP, its text, or seconds. */
function checkInstant(check: NodeCheck, field: string, assignment: VariableAssignment | undefined): void {
  if (!assignment) return;
  const type = checkAssignment(check, field, assignment);
  checkShown(check, field, assignment);
  if (!isOneOf(type, ['TIMESTAMP', 'STR', 'INT', 'DOUBLE'])) {
    check.report(field, `must be a TIMESTAMP or seconds, not ${nameOf(type)}`);
  }
  const literal = literalText(assignment);
  if (literal !== null && instantFromText(literal) === null) check.report(field, 'must be an RFC 3339 text');
}

/** A person, or a list of them. */
function checkPeople(check: NodeCheck, path: string, assignment: VariableAssignment): void {
  const type = checkAssignment(check, path, assignment);
  checkShown(check, path, assignment);
  if (!castsItself(type, 'STR') && !mayBeList(type)) check.report(path, `must be a STR or a list, not ${nameOf(type)}`);
  if (isBlank(assignment)) check.report(path, "it can't be empty");
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

function isBlank(assignment: VariableAssignment | undefined): boolean {
  return literalText(assignment)?.trim() === '';
}

function literalText(assignment: VariableAssignment | undefined): string | null {
  const literal = assignment && 'literal' in assignment ? assignment.literal : null;
  return typeof literal === 'string' ? literal : null;
}
