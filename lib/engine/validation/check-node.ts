// One node: what its type asks for, its failure handlers, then its edges with their conditions and mutations.
import type { Edge, Mutation, WfNode } from '#contracts/wf-spec.ts';
import { edgesOf } from '../node-output.ts';
import {
  checkAssignment,
  checkCondition,
  checkHidden,
  checkOperation,
  checkPath,
  reportUnassignable,
} from './check-assignment.ts';
import { checkRunChildWf, checkWaitForChildWf } from './check-child-wf.ts';
import { checkExternalEvent, checkThrowEvent } from './check-events.ts';
import { checkExit } from './check-exit.ts';
import { checkFailureHandlers } from './check-handlers.ts';
import { checkTask } from './check-task.ts';
import { checkStartMultipleThreads, checkStartThread, checkWaitForThreads } from './check-threads.ts';
import { checkUserTask } from './check-user-task.ts';
import { checkShown, type NodeCheck } from './node-check.ts';
import { castsItself, isOneOf, nameOf } from './static-type.ts';

export function checkNode(check: NodeCheck, node: WfNode): void {
  checkPayload(check, node);
  checkFailureHandlers(check, 'failureHandlers', node.failureHandlers);
  edgesOf(node).forEach((edge, index) => {
    checkEdge(check, `edges.${index}`, edge);
  });
}

function checkPayload(check: NodeCheck, node: WfNode): void {
  switch (node.type) {
    case 'TASK':
      checkTask(check, node);
      return;
    case 'USER_TASK':
      checkUserTask(check, node);
      return;
    case 'EXTERNAL_EVENT':
      checkExternalEvent(check, node);
      return;
    case 'START_THREAD':
      checkStartThread(check, node);
      return;
    case 'START_MULTIPLE_THREADS':
      checkStartMultipleThreads(check, node);
      return;
    case 'WAIT_FOR_THREADS':
      checkWaitForThreads(check, node);
      return;
    case 'SLEEP':
      checkSleep(check, node);
      return;
    case 'WAIT_FOR_CONDITION':
      checkCondition(check, 'condition', node.condition);
      return;
    case 'THROW_EVENT':
      checkThrowEvent(check, node);
      return;
    case 'RUN_CHILD_WF':
      checkRunChildWf(check, node);
      return;
    case 'WAIT_FOR_CHILD_WF':
      checkWaitForChildWf(check, node);
      return;
    case 'EXIT':
      checkExit(check, node);
      return;
    case 'ENTRYPOINT':
    case 'NOP':
      return;
  }
}

function checkSleep(check: NodeCheck, { seconds, until }: Extract<WfNode, { type: 'SLEEP' }>): void {
  if (seconds) checkHidden(check, 'seconds', seconds, 'DOUBLE');
  if (!until) return;
  const type = checkAssignment(check, 'until', until);
  if (isOneOf(type, ['TIMESTAMP', 'STR', 'INT'])) return;
  check.report('until', `must be a TIMESTAMP, its text, or an INT of milliseconds since 1970, not ${nameOf(type)}`);
}

function checkEdge(check: NodeCheck, path: string, { condition, mutations }: Edge): void {
  if (condition) checkCondition(check, `${path}.condition`, condition);
  mutations.forEach((mutation, index) => {
    checkMutation(check, `${path}.mutations.${index}`, mutation);
  });
}

function checkMutation(check: NodeCheck, at: string, { variable: name, path, operation, value }: Mutation): void {
  const variable = check.variables.get(name);
  if (!variable) {
    check.report(`${at}.variable`, `there is no variable ${name} that this thread can see`);
    checkAssignment(check, `${at}.value`, value);
    return;
  }
  if (!variable.masked) checkShown(check, `${at}.value`, value);
  const type = path ? checkPath(check, `${at}.path`, path, variable.type) : variable.type;
  if (operation !== 'ASSIGN') {
    const paths = { whole: `${at}.value`, right: `${at}.value` };
    const result = checkOperation(check, paths, operation, type, value);
    if (type !== 'UNKNOWN' && type !== 'NULL' && !castsItself(result, type))
      reportUnassignable(check, paths.whole, result, type);
  } else if (type === 'UNKNOWN' || type === 'NULL') {
    checkAssignment(check, `${at}.value`, value);
  } else {
    checkHidden(check, `${at}.value`, value, type);
  }
}
