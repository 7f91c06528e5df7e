// EXIT nodes: what a thread returns, which is of one type wherever it ends, and how it fails.
import type { VariableType } from '#contracts/value.ts';
import type { WfNode } from '#contracts/wf-spec.ts';
import { isReserved } from '../failure.ts';
import { checkAssignment } from './check-assignment.ts';
import { checkShown, type NodeCheck, type ThreadCheck } from './node-check.ts';
import { nameOf } from './static-type.ts';

type ExitNode = Extract<WfNode, { type: 'EXIT' }>;

export function checkExit(check: NodeCheck, { result, failure }: ExitNode): void {
  if (result) {
    checkAssignment(check, 'result', result);
    checkShown(check, 'result', result);
  }
  if (!failure) return;
  if (result) check.report('result', 'give a result or a failure, not both');
  if (isReserved(failure.name))
    check.report('failure.name', `${failure.name} is a name that the engine keeps for itself`);
  if (!failure.content) return;
  checkAssignment(check, 'failure.content', failure.content);
  checkShown(check, 'failure.content', failure.content);
}

/** What is wrong with the results of a thread, one beside the other, or null. */
export function exitsError(thread: ThreadCheck): string | null {
  const exits = exitsOf(thread);
  const types = [...new Set(resultTypes(thread).map(nameOf))];
  if (types.length > 1) return `returns different output types: ${types.join(' and ')}`;
  const isMixed = exits.some(({ result }) => result) && exits.some(({ result }) => !result);
  return isMixed ? 'returns void at one EXIT and non-void at another' : null;
}

/** What a thread returns, where that can be known before it runs. */
export function resultTypeOf(thread: ThreadCheck): VariableType | undefined {
  return resultTypes(thread)[0];
}

function resultTypes(thread: ThreadCheck): VariableType[] {
  // What is wrong with them is reported at their nodes.
  const check = { ...thread, report: () => undefined };
  return exitsOf(thread).flatMap(({ result }) => {
    const type = result ? checkAssignment(check, '', result) : 'UNKNOWN';
    return type === 'UNKNOWN' || type === 'NULL' ? [] : [type];
  });
}

function exitsOf({ threadSpec }: ThreadCheck): ExitNode[] {
  return Object.values(threadSpec.nodes).filter((node) => node.type === 'EXIT' && !node.failure) as ExitNode[];
}
