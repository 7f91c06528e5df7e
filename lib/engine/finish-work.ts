// Ends a step: gives back what did not change as it was, lets go who has left, and names the runs whose rows have to be written.
import { jsonEquals } from '#contracts/json.ts';
import type { WfRunState } from './family.ts';
import { lookup } from './lookup.ts';
import type { Step } from './result.ts';
import { cancelReminders } from './task/schedule-task.ts';
import { ownRun, record, type Work } from './work.ts';

/** A step that changed nothing hands back the very family it was given. */
export function finishWork(work: Work): Step {
  for (const run of Object.values(work.family.runs)) {
    if (!work.owned.has(run)) continue;
    const before = work.before && lookup(work.before.runs, run.id);
    if (before && isShallowEqual(before, run)) work.family.runs[run.id] = before;
    else if (!before || hasNewRow(before, run))
      record(work, `wf-run ${run.id}`, { type: 'WfRunChanged', wfRunId: run.id });
  }
  letChildrenGo(work);
  const { family, before } = work;
  const unchanged = before !== null && isUnchanged(work);
  return {
    ok: true,
    family: unchanged ? before : family,
    records: [...work.records.values()],
    effects: [...work.effects.values()],
  };
}

function isUnchanged({ records, effects, before, family }: Work): boolean {
  if (records.size > 0 || effects.size > 0 || !before) return false;
  const ids = Object.keys(family.runs);
  return ids.length === Object.keys(before.runs).length && ids.every((id) => family.runs[id] === before.runs[id]);
}

/** Whether the copy of a run holds the same as the run that it was made of. */
function isShallowEqual(before: WfRunState, run: WfRunState): boolean {
  const { threads, taskRuns, userTaskRuns, ...rest } = run;
  return (
    threads.length === before.threads.length &&
    threads.every((thread, index) => thread === before.threads[index]) &&
    holdsTheSame(before.taskRuns, taskRuns) &&
    holdsTheSame(before.userTaskRuns, userTaskRuns) &&
    holdsTheSame(before, { ...before, ...rest })
  );
}

function holdsTheSame<T>(before: Record<string, T>, after: Record<string, T>): boolean {
  const keys = Object.keys(after);
  return keys.length === Object.keys(before).length && keys.every((key) => before[key] === after[key]);
}

function hasNewRow(before: WfRunState, run: WfRunState): boolean {
  return (
    before.status !== run.status ||
    before.endedAt !== run.endedAt ||
    before.eraseAt !== run.eraseAt ||
    !jsonEquals(before.wfSpec, run.wfSpec)
  );
}

/** Child runs that are over and done with for those who waited for them, unless something still hangs on them. */
function letChildrenGo(work: Work): void {
  for (const id of work.leaving) {
    const leaving = lookup(work.family.runs, id);
    if (!leaving || leaving.threads.some(({ status }) => status === 'HALTING')) continue;
    if (Object.values(work.family.runs).some((other) => other.parent?.wfRunId === id)) continue;
    const run = ownRun(work, id);
    cancelReminders(work, run, null);
    delete work.family.runs[id];
    delete work.family.events[id];
    record(work, `wf-run-left ${id}`, { type: 'WfRunLeft', wfRunId: id, run });
  }
}
