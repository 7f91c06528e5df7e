// Poll: a worker takes waiting attempts; when there are none it waits for the first.
import type { Service } from './context.ts';

export const pollTaskRuns: Service<'pollTaskRuns'> = async ({ deps, principal, signal }, input) => {
  const { store, closing } = deps;
  const { taskDefNames, max, workerId, waitSeconds } = input;
  const wanted = { taskDefNames: [...new Set(taskDefNames)].sort(), max, workerId };
  const gone = signal ? AbortSignal.any([signal, closing]) : closing;
  return { results: await store.polls.poll(principal.tenantId, wanted, waitSeconds * 1000, gone) };
};
