import type { ThreadRun } from '#contracts/wf-run.ts';
import type { WfSpec } from '#contracts/wf-spec.ts';

export const canRescue = ({ status }: ThreadRun): boolean => status === 'ERROR' || status === 'EXCEPTION';

/** Threads that failed and whose failure nobody has handled. */
export function unhandledOf(threads: readonly ThreadRun[]): ThreadRun[] {
  const handled = new Set(threads.flatMap(({ handledFailedChildren }) => handledFailedChildren));
  return threads.filter(
    (thread) => canRescue(thread) && thread.failure?.wasProperlyHandled !== true && !handled.has(thread.number),
  );
}

/** The thread to rescue first: one that failed of itself. Those above it that failed only for it are taken up with it. */
export function rootOfFailure(threads: readonly ThreadRun[]): ThreadRun | undefined {
  // A handler is not rescued, but the thread that it was for.
  const failed = unhandledOf(threads).filter(({ type }) => type === 'ENTRYPOINT' || type === 'CHILD');
  const isOfChild = ({ number, failure }: ThreadRun) =>
    failed.some(
      (child) =>
        child.parentThreadRunNumber === number &&
        (failure?.name === 'CHILD_FAILURE' || failure?.name === child.failure?.name),
    );
  return failed.find((thread) => !isOfChild(thread)) ?? failed[0];
}

/** Whether a thread stands where it ends: it can be tried there again, but nothing comes after it. */
export const isAtItsEnd = (
  { threads }: Pick<WfSpec, 'threads'>,
  { threadSpecName, currentNodeName }: ThreadRun,
): boolean => threads[threadSpecName]?.nodes[currentNodeName]?.type === 'EXIT';
