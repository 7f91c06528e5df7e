// One node: what its type asks for, then its edges with their conditions and mutations.
import type { Edge, WfNode } from '#contracts/wf-spec.ts';
import { edgesOf } from '../node-output.ts';
import { variableTypeOf } from '../variables.ts';
import { checkAssignable, checkAssignment, checkCondition } from './check-assignment.ts';
import { checkTask } from './check-task.ts';
import { checkUserTask } from './check-user-task.ts';
import type { NodeCheck } from './node-check.ts';

export function checkNode(check: NodeCheck, node: WfNode): void {
  checkPayload(check, node);
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
    case 'ENTRYPOINT':
    case 'EXIT':
    case 'NOP':
      return;
  }
}

function checkEdge(check: NodeCheck, path: string, { condition, mutations }: Edge): void {
  if (condition) checkCondition(check, `${path}.condition`, condition);
  mutations.forEach(({ variable, value }, index) => {
    const at = `${path}.mutations.${index}`;
    const type = variableTypeOf(check.threadSpec, variable);
    if (type) {
      checkAssignable(check, `${at}.value`, value, type);
    } else {
      check.report(`${at}.variable`, `there is no variable ${variable} in this thread`);
      checkAssignment(check, `${at}.value`, value);
    }
  });
}
