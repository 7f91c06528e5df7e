// MigrateRun: a run begins to move to another version of its WfSpec; each thread moves where the plan says (semantics.md 12.2).
import type { Refusal } from '#contracts/problem.ts';
import { isEnded } from '#contracts/wf-run.ts';
import type { CommandOf } from '../command.ts';
import { refuse } from '../refuse.ts';
import { ownRun, ownThreadOf, type Work } from '../work.ts';

export function migrateRun(work: Work, { wfRunId, plan }: CommandOf<'MigrateRun'>): Refusal | null {
  const run = ownRun(work, wfRunId);
  const { name, wfSpecName, from, to, threads } = plan;
  if (isEnded(run.status)) return refuse('FAILED_PRECONDITION', `WfRun ${wfRunId} is ${run.status}`);
  if (run.migration) {
    return refuse('FAILED_PRECONDITION', `WfRun ${wfRunId} is still being migrated by ${run.migration.name}`);
  }
  const { wfSpec } = run;
  const isFrom =
    wfSpec.name === wfSpecName && wfSpec.majorVersion === from.majorVersion && wfSpec.revision === from.revision;
  if (!isFrom) {
    const at = `${wfSpec.name} ${wfSpec.majorVersion}.${wfSpec.revision}`;
    const wanted = `${wfSpecName} ${from.majorVersion}.${from.revision}`;
    return refuse('FAILED_PRECONDITION', `WfRun ${wfRunId} is at ${at}; plan ${name} is for ${wanted}`);
  }
  const target = { name: wfSpecName, majorVersion: to.majorVersion, revision: to.revision };
  if (!work.world.wfSpec(target)) {
    return refuse(
      'FAILED_PRECONDITION',
      `WfSpec ${wfSpecName} ${to.majorVersion}.${to.revision} does not exist any more`,
    );
  }
  for (const { number } of [...run.threads]) ownThreadOf(work, run, number).oldWfSpec ??= wfSpec;
  run.oldWfSpecs = [...run.oldWfSpecs, wfSpec];
  run.wfSpec = target;
  run.migration = { name, wfSpecName, from, to, threads };
  work.awake.add(run.id);
  return null;
}
