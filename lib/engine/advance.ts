// How a family goes on: the threads of every run in which something happened move until all of them wait or have ended (semantics.md 4.2).
import { isEnded, type RunStatus } from '#contracts/wf-run.ts';
import { advanceThread } from './advance-thread.ts';
import { failThread } from './end-thread.ts';
import { technicalFailure } from './failure.ts';
import type { ThreadRunState, WfRunState } from './family.ts';
import { hasReason } from './halt-reasons.ts';
import { InvariantError, must } from './invariant.ts';
import { leaveWhenOver } from './leave-run.ts';
import { endMigrations } from './migration/end-migrations.ts';
import { ownRun, siteAt, threadOf, type Work } from './work.ts';

/** What is left to a run that was stopped for being a tight loop: its threads come to rest. */
const FUEL_TO_STOP = 1_000;

export function advance(work: Work): void {
  let stops = 0;
  for (let moving = pass(work); moving.length > 0; moving = pass(work)) {
    work.fuel -= 1;
    if (work.fuel > 0) continue;
    stops += 1;
    if (stops > 2) throw new InvariantError('The threads of a stopped family do not come to rest');
    work.fuel = FUEL_TO_STOP;
    // A run may begin another such loop for each that was stopped: then all of the family is.
    const looping = stops === 1 ? moving : Object.keys(work.family.runs).map((id) => ownRun(work, id));
    for (const run of looping) stopTightLoop(work, run);
  }
  for (const wfRunId of work.awake) {
    const run = ownRun(work, wfRunId);
    leaveWhenOver(work, run);
    endMigrations(run);
    run.status = runStatusOf(must(threadOf(run, 0), `WfRun ${run.id} has no entrypoint thread`));
  }
}

/** One move of every thread; threads and runs that begin meanwhile get theirs in the same pass. Gives the runs that moved. */
function pass(work: Work): WfRunState[] {
  const moved: WfRunState[] = [];
  for (const wfRunId of work.awake) {
    const run = ownRun(work, wfRunId);
    let hasMoved = false;
    for (let index = 0; index < run.threads.length; index += 1) {
      const thread = run.threads[index];
      if (thread && !isAtRest(run, thread)) hasMoved = advanceThread(siteAt(work, run, index)) || hasMoved;
    }
    if (hasMoved) moved.push(run);
  }
  return moved;
}

/**
 * Whether looking at a thread is a waste: it has ended, or it waits for the outcome of a task that nobody has told it, and neither it nor the
 * thread that it hangs on has a reason to stand still. Most threads of a large run are, so this asks for nothing but fields.
 */
function isAtRest(run: WfRunState, { status, current, haltReasons, holder, oldWfSpec }: ThreadRunState): boolean {
  if (isEnded(status)) return true;
  const isWaiting =
    status === 'RUNNING' && current.taskGuid !== null && current.result === null && current.failures.length === 0;
  if (!isWaiting || haltReasons.length > 0 || oldWfSpec !== null) return false;
  const above = holder === null ? undefined : threadOf(run, holder);
  return above === undefined || (above.status === 'RUNNING' && above.haltReasons.length === 0);
}

function stopTightLoop(work: Work, run: WfRunState): void {
  const { fuel } = work.world.limits;
  const message = `This is a tight loop: after ${fuel} passes over its threads in one command it still does not wait`;
  failThread(siteAt(work, run, 0), technicalFailure('INTERNAL_ERROR', message));
}

/** A run has the status of its entrypoint thread; one that stands still only for a handler that runs is RUNNING (decision 13). */
function runStatusOf(entrypoint: ThreadRunState): RunStatus {
  if (isEnded(entrypoint.status) || hasReason(entrypoint, 'MANUAL_HALT')) return entrypoint.status;
  return 'RUNNING';
}
