// Ends a step: names what changed in runs, threads and waiting nodes, each once and as it stands now.
import { lookup } from './lookup.ts';
import type { Step } from './result.ts';
import { record, recordNodeRun, siteAt, type Work } from './work.ts';

/** A step that changed nothing hands back the very family it was given. */
export function finishWork(work: Work): Step {
  for (const run of Object.values(work.family.runs)) {
    if (!work.owned.has(run)) continue;
    const before = work.before && lookup(work.before.runs, run.id);
    if (before?.status !== run.status) record(work, `wf-run ${run.id}`, { type: 'WfRunChanged', wfRunId: run.id });
    run.threads.forEach((thread, index) => {
      if (!work.owned.has(thread)) return;
      record(work, `thread-run ${run.id} ${thread.number}`, {
        type: 'ThreadRunChanged',
        wfRunId: run.id,
        threadRunNumber: thread.number,
      });
      if (thread.current.endedAt === null) recordNodeRun(siteAt(work, run, index));
    });
  }
  const unchanged = work.records.size === 0 && work.effects.length === 0;
  const family = unchanged && work.before ? work.before : work.family;
  return { ok: true, family, records: [...work.records.values()], effects: work.effects };
}
