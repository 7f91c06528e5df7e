// Nodes that start threads and wait for them.
import type { VariableAssignment } from '#contracts/assignment.ts';
import { typeName } from '#contracts/value.ts';
import type { StartMultipleThreadsNode, StartThreadNode, ThreadSpec, WaitForThreadsNode } from '#contracts/wf-spec.ts';
import { lookup } from '../lookup.ts';
import { checkAssignable, checkAssignment, checkHidden, reportUnassignable } from './check-assignment.ts';
import { checkFailureHandlers } from './check-handlers.ts';
import { INPUT, inputOf } from './input.ts';
import { checkShown, type NodeCheck } from './node-check.ts';
import { castsItself, mayBeList, nameOf } from './static-type.ts';

export function checkStartThread(check: NodeCheck, { threadSpecName, inputs }: StartThreadNode): void {
  const target = checkThreadName(check, threadSpecName);
  checkInputs(check, inputs, target, `thread ${threadSpecName}`);
}

export function checkStartMultipleThreads(check: NodeCheck, node: StartMultipleThreadsNode): void {
  const { threadSpecName, items, inputs } = node;
  const target = checkThreadName(check, threadSpecName);
  if (Object.hasOwn(inputs, INPUT)) check.report(`inputs.${INPUT}`, `${INPUT} is the item of each thread`);
  checkInputs(check, inputs, target, `thread ${threadSpecName}`, [INPUT]);
  const type = checkAssignment(check, 'items', items);
  if (!mayBeList(type)) check.report('items', `must be a JSON_ARR or an array, not ${nameOf(type)}`);
  const input = target && inputOf(target);
  if (!input) return;
  if (!input.masked) checkShown(check, 'items', items);
  const item = typeof type === 'object' && 'array' in type ? type.array : 'UNKNOWN';
  if (!castsItself(item, input.type)) reportUnassignable(check, 'items', item, input.type);
}

function checkThreadName(check: NodeCheck, name: string): ThreadSpec | undefined {
  const target = lookup(check.spec.threads, name);
  if (!target) check.report('threadSpecName', `there is no thread ${name}`);
  if (name === check.threadName) check.report('threadSpecName', 'a thread cannot start itself');
  return target;
}

/** Reports inputs that the started thread does not take or lacks; `given` are those that it gets otherwise. */
export function checkInputs(
  check: NodeCheck,
  inputs: Record<string, VariableAssignment>,
  target: ThreadSpec | undefined,
  what: string,
  given: readonly string[] = [],
): void {
  const variables = new Map((target?.variables ?? []).map((variable) => [variable.name, variable]));
  for (const [name, input] of Object.entries(inputs)) {
    const variable = variables.get(name);
    const path = `inputs.${name}`;
    if (!variable) checkAssignment(check, path, input);
    else if (variable.masked) checkHidden(check, path, input, variable.type);
    else checkAssignable(check, path, input, variable.type);
    if (target && !variable) check.report(path, `${what} has no variable ${name}`);
    if (variable?.access === 'INHERITED') check.report(path, `${what} inherits ${name} from its parent run`);
  }
  for (const { name, type, required } of variables.values()) {
    const isMissing = required && !Object.hasOwn(inputs, name) && !given.includes(name);
    if (isMissing) check.report('inputs', `${what} needs ${name}, a ${typeName(type)}`);
  }
}

export function checkWaitForThreads(check: NodeCheck, node: WaitForThreadsNode): void {
  const { threads, perThreadFailureHandlers } = node;
  checkFailureHandlers(check, 'perThreadFailureHandlers', perThreadFailureHandlers);
  if (Array.isArray(threads)) {
    threads.forEach((thread, index) => {
      checkAssignable(check, `threads.${index}`, thread, 'INT');
    });
    return;
  }
  const type = checkAssignment(check, 'threads', threads);
  checkShown(check, 'threads', threads);
  const item = typeof type === 'object' && 'array' in type ? type.array : 'UNKNOWN';
  if (!mayBeList(type) || !castsItself(item, 'INT')) {
    check.report('threads', `must be a JSON_ARR or an array of INT, the numbers of threads, not ${nameOf(type)}`);
  }
}
