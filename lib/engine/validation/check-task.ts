// A TASK node: its TaskDef exists and takes these inputs.
import type { TaskDef } from '#contracts/task-def.ts';
import { isDynamic, type TaskNode } from '#contracts/wf-spec.ts';
import { checkAssignable, checkAssignment, checkHidden } from './check-assignment.ts';
import type { NodeCheck } from './node-check.ts';

export function checkTask(check: NodeCheck, node: TaskNode): void {
  const { taskDefName: name, inputs } = node;
  const taskDef = isDynamic(name) ? undefined : check.definitions.taskDef(name);
  if (isDynamic(name)) checkAssignable(check, 'taskDefName', name, 'STR');
  else if (!taskDef) check.report('taskDefName', `there is no TaskDef ${name}`);
  if (taskDef && !takes(taskDef, inputs.length)) {
    check.report('inputs', `task ${taskDef.name} takes ${taskDef.inputVars.length} inputs, not ${inputs.length}`);
  }
  inputs.forEach((input, index) => {
    const type = taskDef?.inputVars[index]?.type;
    if (type) checkHidden(check, `inputs.${index}`, input, type);
    else checkAssignment(check, `inputs.${index}`, input);
  });
}

/** Inputs are positional; the last ones may be left to their defaults. */
function takes({ inputVars }: TaskDef, count: number): boolean {
  return count <= inputVars.length && inputVars.slice(count).every((input) => input.default !== undefined);
}
