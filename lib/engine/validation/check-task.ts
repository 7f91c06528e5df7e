// A TASK node: its TaskDef exists and takes these inputs.
import type { VariableAssignment } from '#contracts/assignment.ts';
import type { TaskDef } from '#contracts/task-def.ts';
import { isDynamic, type NameOrAssignment, type TaskNode } from '#contracts/wf-spec.ts';
import { checkAssignable, checkAssignment, checkHidden } from './check-assignment.ts';
import type { NodeCheck } from './node-check.ts';

export function checkTask(check: NodeCheck, node: TaskNode): void {
  const { taskDefName: name, inputs } = node;
  if (isDynamic(name)) checkAssignable(check, 'taskDefName', name, 'STR');
  checkTaskInputs(check, '', name, inputs);
}

/** The task that a node, or below it what stands at `at`, has done. */
export function checkTaskInputs(
  check: NodeCheck,
  at: string,
  name: NameOrAssignment,
  inputs: readonly VariableAssignment[],
): void {
  const path = (field: string): string => (at === '' ? field : `${at}.${field}`);
  const taskDef = isDynamic(name) ? undefined : check.definitions.taskDef(name);
  if (!isDynamic(name) && !taskDef) check.report(path('taskDefName'), `there is no TaskDef ${name}`);
  if (taskDef && !takes(taskDef, inputs.length)) {
    const message = `task ${taskDef.name} takes ${taskDef.inputVars.length} inputs, not ${inputs.length}`;
    check.report(path('inputs'), message);
  }
  inputs.forEach((input, index) => {
    const type = taskDef?.inputVars[index]?.type;
    if (type) checkHidden(check, path(`inputs.${index}`), input, type);
    else checkAssignment(check, path(`inputs.${index}`), input);
  });
}

/** Inputs are positional; the last ones may be left to their defaults. */
function takes({ inputVars }: TaskDef, count: number): boolean {
  return count <= inputVars.length && inputVars.slice(count).every((input) => input.default !== undefined);
}
