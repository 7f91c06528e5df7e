// Ticks that are due. The run's id is made of the schedule and the tick, and the schedule moves on by compare and set: whichever process
// comes first, and whatever happens in between, a tick starts one run (decision 20).
import type { ScheduledWfRun } from '#contracts/schedule.ts';
import { isOutage } from '#persistence/database-error.ts';
import { type DueSchedule, findDueSchedules, moveSchedule } from '#persistence/schedules.ts';
import { nextTick } from './cron.ts';
import type { Deps } from './deps.ts';
import { startRun } from './start-run.ts';
import { findWantedWfSpec, writtenWfSpec } from './wanted-wf-spec.ts';

const BATCH = 50;

/** Handles a batch of due ticks, longest due first; those that passed unseen give one run together. */
export async function runDueSchedules(deps: Deps): Promise<{ isMore: boolean }> {
  const due = await findDueSchedules(deps.store, BATCH);
  for (const tick of due) {
    const failure = await startTick(deps, tick).catch(failedAlone);
    await moveSchedule(deps.store, tick, nextTick(tick.schedule, tick.now), failure);
  }
  return { isMore: due.length === BATCH };
}

/** Why there is no run of this tick; null when there is. */
async function startTick(deps: Deps, { tenantId, dueAt, schedule }: DueSchedule): Promise<string | null> {
  const { id: scheduleId, variables, requester, parentWfRunId } = schedule;
  const named = namedBy(schedule);
  const wfSpec = await findWantedWfSpec(deps, tenantId, named);
  if (!wfSpec) return `There is no ${writtenWfSpec(named)}.`;
  const wfRunId = `${scheduleId}-${tickName(dueAt)}`;
  const actor = { kind: 'engine', id: null, onBehalfOf: requester } as const;
  const start = { wfRunId, wfSpec, variables, requester, parentWfRunId, scheduleId, actor };
  const result = await startRun(deps, tenantId, start, null);
  if (result.ok || result.refusal.code === 'ALREADY_EXISTS') return null;
  return result.refusal.detail;
}

const namedBy = ({ wfSpecName, majorVersion, revision }: ScheduledWfRun) => ({
  wfSpecName,
  majorVersion: majorVersion ?? undefined,
  revision: revision ?? undefined,
});

/** `20261124T0730Z`: ticks come on whole minutes. */
const tickName = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replaceAll(/[-:]/g, '')}Z`;

/** One schedule that cannot be run must not keep the others waiting. */
function failedAlone(error: unknown): string {
  if (isOutage(error)) throw error;
  return error instanceof Error ? error.message : String(error);
}
