// Poll: a worker takes waiting attempts; when there are none it waits for the first.
import { claimTasks, queueKey } from '#persistence/task-queue.ts';
import type { Service } from './context.ts';

// Wake-ups come from this process only: work that another one brings is found by looking.
const LOOK_EVERY_MS = 500;

export const pollTaskRuns: Service<'pollTaskRuns'> = async ({ deps, principal, signal }, input) => {
  const { store, closing } = deps;
  const { tenantId } = principal;
  const wanted = { ...input, taskDefNames: [...new Set(input.taskDefNames)] };
  const gone = signal ? AbortSignal.any([signal, closing]) : closing;
  const deadline = performance.now() + input.waitSeconds * 1000;
  // Listens from before the first look, so that nothing that comes in between is missed.
  const listener = store.wakeUps.listen(wanted.taskDefNames.map((name) => queueKey(tenantId, name)));
  try {
    for (;;) {
      const results = gone.aborted ? [] : await claimTasks(store, tenantId, wanted);
      const left = deadline - performance.now();
      if (results.length > 0 || gone.aborted || left <= 0) return { results };
      await listener.next(Math.min(LOOK_EVERY_MS, left), gone);
    }
  } finally {
    listener.end();
  }
};
