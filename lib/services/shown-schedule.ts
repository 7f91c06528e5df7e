// A schedule as callers get it: the values of masked variables are never shown.
import type { ScheduledWfRun } from '#contracts/schedule.ts';
import { MASK } from '#contracts/task-run.ts';
import type { CallContext } from './context.ts';
import { findWantedWfSpec } from './wanted-wf-spec.ts';

export async function shownSchedule(
  { deps, principal }: CallContext,
  schedule: ScheduledWfRun,
): Promise<ScheduledWfRun> {
  const { wfSpecName, majorVersion, revision, variables } = schedule;
  if (Object.keys(variables).length === 0) return schedule;
  const spec = await findWantedWfSpec(deps, principal.tenantId, {
    wfSpecName,
    majorVersion: majorVersion ?? undefined,
    revision: revision ?? undefined,
  });
  const declared = spec?.threads[spec.entrypoint]?.variables ?? [];
  // What nothing is known of may be a secret too.
  const shown = new Set(declared.filter(({ masked }) => !masked).map(({ name }) => name));
  const values = Object.entries(variables).map(([name, value]) => [name, shown.has(name) ? value : MASK]);
  return { ...schedule, variables: Object.fromEntries(values) };
}
