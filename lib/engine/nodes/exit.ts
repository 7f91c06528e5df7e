// EXIT: where a thread ends, once its children have: with a result, with a failure, or with neither (semantics.md 4.7).
import { isEnded } from '#contracts/wf-run.ts';
import { failingAs, failNode, NodeFailure, newFailure } from '../failure.ts';
import { isHaltedForGood } from '../halt-reasons.ts';
import { scopeOf } from '../scope.ts';
import { evaluate } from '../values/evaluate.ts';
import { assertSize } from '../values/size.ts';
import { toJson, ValueError } from '../values/value.ts';
import { ownThread, type Site } from '../work.ts';
import { type NodeKind, type NodeOf, passThrough } from './node-kind.ts';

type Exit = NodeOf<'EXIT'>;

export const exit: NodeKind<Exit> = {
  ...passThrough,
  isDone: (site, node) => {
    if (node.failure) throw new NodeFailure(declaredFailure(site, node.failure));
    if (hasLiveChildren(site)) return false;
    const failed = failedChildren(site);
    if (failed.length > 0) failNode('CHILD_FAILURE', `Child threads failed: ${failed.join(', ')}`);
    if (!node.result) return true;
    const { result } = node;
    ownThread(site).output = failingAs('VAR_ERROR', 'Failed to work out the result', () => {
      const output = toJson(evaluate(result, scopeOf(site)));
      assertSize(output, site.work.world.limits.valueBytes);
      return output;
    });
    return true;
  },
};

/** Its failure is thrown in any case; content that cannot be worked out is null. */
function declaredFailure(site: Site, { name, message, content }: NonNullable<Exit['failure']>) {
  if (!content) return newFailure(name, message);
  try {
    return newFailure(name, message, toJson(evaluate(content, scopeOf(site))));
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return newFailure(name, `${message} (its content could not be worked out: ${error.message})`.trimStart());
  }
}

/** All that hangs on the thread is waited for, but for what is halted for good. */
export function hasLiveChildren({ run, thread }: Site): boolean {
  return run.threads.some(
    (other) =>
      (other.parent === thread.number || other.holder === thread.number) &&
      !isEnded(other.status) &&
      !(other.status === 'HALTED' && isHaltedForGood(run, other)),
  );
}

function failedChildren({ run, thread }: Site): number[] {
  return run.threads
    .filter(
      ({ parent, type, number, status }) =>
        parent === thread.number &&
        type === 'CHILD' &&
        (status === 'ERROR' || status === 'EXCEPTION') &&
        !thread.handledFailedChildren.includes(number),
    )
    .map(({ number }) => number);
}
