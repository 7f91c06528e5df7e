// A COMPLETED thread leaves its run once its retention is over, or when room is needed: its record keeps it (semantics.md 13.4).
import type { RunStatus } from '#contracts/wf-run.ts';
import type { ThreadRunState, WfRunState } from './family.ts';
import { cancelReminders } from './task/schedule-task.ts';
import { record, specIdOf, threadOf, threadSpecOf, type Work } from './work.ts';

/** Lets a thread go, unless it has not completed or another thread of the run still hangs on it. */
export function leaveRun(work: Work, run: WfRunState, thread: ThreadRunState): void {
  const { number, type, status } = thread;
  if (type === 'ENTRYPOINT' || status !== 'COMPLETED') return;
  if (run.threads.some((other) => other.parent === number || other.holder === number)) return;
  cancelReminders(work, run, number);
  run.threads.splice(run.threads.indexOf(thread), 1);
  record(work, `thread-left ${run.id} ${number}`, {
    type: 'ThreadRunLeft',
    wfRunId: run.id,
    wfSpec: specIdOf(run, thread),
    thread,
  });
}

/** Lets go those whose retention is over, children before those that they hang on. */
export function leaveWhenOver(work: Work, run: WfRunState): void {
  for (const thread of run.threads.toReversed()) {
    if (thread.status !== 'COMPLETED' || thread.type === 'ENTRYPOINT' || thread.endedAt === null) continue;
    const { retention } = threadSpecOf(work, run, thread);
    if (retention && thread.endedAt + retention.secondsAfterEnd * 1000 <= work.at) leaveRun(work, run, thread);
  }
}

/** The status of a thread that there is or was: only COMPLETED ones leave. */
export function statusOf(run: WfRunState, threadRunNumber: number): RunStatus {
  return threadOf(run, threadRunNumber)?.status ?? 'COMPLETED';
}
