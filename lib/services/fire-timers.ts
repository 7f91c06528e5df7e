// Timers that are due. One whose command fails is tried again, ever later, and its reason is there for an admin to see: none is dropped
// (decision 21).
import { readTimerKey } from '#engine/timers.ts';
import { type CommandResult, runCommand } from '#persistence/run-command.ts';
import { type DueTimer, dropTimer, findDueTimers, postponeTimer } from '#persistence/timers.ts';
import type { Deps } from './deps.ts';
import { failedAlone } from './failed-alone.ts';

const BATCH = 200;
const MAX_BACKOFF_SECONDS = 3600;

export type FiredTimers = { found: number; isMore: boolean; failures: { timer: DueTimer; reason: string }[] };

/** Fires a batch of due timers, those that are due longest first. Their commands share loads and commits. */
export async function fireTimers(deps: Deps): Promise<FiredTimers> {
  const timers = await findDueTimers(deps.store, BATCH);
  const failures: FiredTimers['failures'] = [];
  await Promise.all(
    timers.map(async (timer) => {
      const result = await fire(deps, timer).catch(failedAlone);
      if (result.ok) return result.response === 'STALE' ? dropTimer(deps.store, timer) : undefined;
      const reason = result.refusal.detail;
      failures.push({ timer, reason });
      return postponeTimer(deps.store, timer, reason, Math.min(2 ** timer.tries, MAX_BACKOFF_SECONDS));
    }),
  );
  return { found: timers.length, isMore: timers.length === BATCH && failures.length === 0, failures };
}

/** STALE when nothing came of it: its run is gone, or has forgotten it. */
function fire({ store }: Deps, { tenantId, wfRunId, key }: DueTimer): Promise<CommandResult<'FIRED' | 'STALE'>> {
  const actor = { kind: 'engine', id: null, onBehalfOf: null } as const;
  const timer = readTimerKey(key);
  return runCommand<'FIRED' | 'STALE'>(store, {
    tenantId,
    wfRunId,
    // A hook may end a sitting: it needs the draft of its task.
    focus: timer.type === 'hook' ? { type: 'userTask', wfRunId, guid: timer.guid } : null,
    call: null,
    decide: ({ family }) => (family ? { command: { type: 'FireTimer', wfRunId, key, actor } } : { answer: 'STALE' }),
    respond: (_, { records, effects }) => (records.length + effects.length > 0 ? 'FIRED' : 'STALE'),
  });
}
