// A TASK node: its TaskDef exists and takes these inputs.
import type { TaskDef } from '#contracts/task-def.ts';
import type { TaskNode } from '#contracts/wf-spec.ts';
import { checkAssignable, checkAssignment } from './check-assignment.ts';
import type { NodeCheck } from './node-check.ts';

export function checkTask(check: NodeCheck, node: TaskNode): void {
  const taskDef = check.definitions.taskDef(node.taskDefName);
  if (!taskDef) check.report('taskDefName', `there is no TaskDef ${node.taskDefName}`);
  if (taskDef && !takes(taskDef, node.inputs.length)) {
    check.report('inputs', `task ${taskDef.name} takes ${taskDef.inputVars.length} inputs, not ${node.inputs.length}`);
  }
  node.inputs.forEach((input, index) => {
    const type = taskDef?.inputVars[index]?.type;
    if (type) checkAssignable(check, `inputs.${index}`, input, type);
    else checkAssignment(check, `inputs.${index}`, input);
  });
}

/** Inputs are positional; the last ones may be left to their defaults. */
function takes({ inputVars }: TaskDef, count: number): boolean {
  return count <= inputVars.length && inputVars.slice(count).every((input) => input.default !== undefined);
}
