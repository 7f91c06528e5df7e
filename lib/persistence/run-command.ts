// One command on one family, from what is stored to what is stored: load, decide, step, commit. Everything that changes a run goes through
// here, so this is where many commands are to share one load and one commit.

import { setTimeout as delay } from 'node:timers/promises';
import type { Refusal } from '#contracts/problem.ts';
import type { WfSpecId } from '#contracts/wf-spec.ts';
import type { Command } from '#engine/command.ts';
import type { Family } from '#engine/family.ts';
import type { Step } from '#engine/result.ts';
import { step } from '#engine/step.ts';
import type { World } from '#engine/world.ts';
import { commitCommand } from './commit-command.ts';
import { isConflict, isDuplicate } from './database-error.ts';
import { type CallKey, type Focus, loadCommand, type Seen } from './load-command.ts';
import type { Store } from './store.ts';
import { queueKey } from './task-queue.ts';

/** What is to be done, decided on the very state that the step will see. */
type Decision<R> = { command: Command } | { refusal: Refusal } | { answer: R };

export type CommandRequest<R> = {
  tenantId: string;
  familyId: string;
  focus: Focus | null;
  /** Set when the call carried an Idempotency-Key; its answer is stored with the commit. */
  call: CallKey | null;
  /** Pure: it may run several times. */
  decide: (seen: Seen) => Decision<R>;
  /** The answer, made of what was seen and what changed: JSON, or undefined where there is none. */
  respond: (seen: Seen, done: Step, world: World) => R;
};

export type CommandResult<R> = { ok: true; response: R } | { ok: false; refusal: Refusal };

const MAX_TRIES = 6;
const JITTER_MS = 15;

/** Does a command whole or not at all. One that keeps losing against others is ABORTED. */
export async function runCommand<R>(store: Store, request: CommandRequest<R>): Promise<CommandResult<R>> {
  for (let tries = 1; tries <= MAX_TRIES; tries++) {
    const result = await attempt(store, request);
    if (result) return result;
    await delay(Math.random() * JITTER_MS * tries);
  }
  return refused({ code: 'ABORTED', detail: 'This WfRun is being changed by many at once. Try again.' });
}

/** Null when another was faster: what it did has to be looked at first. */
async function attempt<R>(store: Store, request: CommandRequest<R>): Promise<CommandResult<R> | null> {
  const { tenantId, familyId, focus, call } = request;
  const seen = await loadCommand(store, tenantId, familyId, focus, call);
  if (call && seen.answered) return earlierAnswer(call, seen.answered);
  const decision = request.decide(seen);
  if ('refusal' in decision) return refused(decision.refusal);
  if ('answer' in decision) return { ok: true, response: decision.answer };

  const specs = specsOf(seen.family, decision.command);
  const world = await store.definitions.world(tenantId, specs);
  const done = step(seen.family, world, decision.command);
  if (!done.ok) return refused(done.refusal);
  const response = request.respond(seen, done, world);
  if (done.records.length === 0 && done.effects.length === 0 && !call) return { ok: true, response };

  if (!(await tryCommit(store, request, seen, done, response))) {
    if (seen.version === null) for (const id of specs) store.definitions.forget(tenantId, id);
    return null;
  }
  wake(store, tenantId, done);
  return { ok: true, response };
}

async function tryCommit<R>(
  store: Store,
  { tenantId, familyId, call }: CommandRequest<R>,
  { version }: Seen,
  done: Step,
  response: R,
): Promise<boolean> {
  try {
    return await commitCommand(store, { tenantId, familyId, version, step: done, call, response });
  } catch (error) {
    if (isConflict(error) || isDuplicate(error, 'idempotency_key_pkey')) return false;
    throw error;
  }
}

const refused = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });

function specsOf(family: Family | null, command: Command): WfSpecId[] {
  const pinned = Object.values(family?.runs ?? {}).map((run) => run.wfSpec);
  return command.type === 'RunWf' ? [...pinned, command.wfSpec] : pinned;
}

/** The first answer again. What was stored is what `respond` gave for this operation. */
function earlierAnswer<R>(call: CallKey, { bodyHash, response }: NonNullable<Seen['answered']>): CommandResult<R> {
  if (bodyHash === call.bodyHash) return { ok: true, response: (response ?? undefined) as R };
  const detail = `The Idempotency-Key ${call.key} was used for another request.`;
  return refused({ code: 'FAILED_PRECONDITION', detail });
}

function wake({ wakeUps }: Store, tenantId: string, { effects }: Step): void {
  for (const effect of effects) {
    if (effect.type === 'ScheduleTask') wakeUps.notify(queueKey(tenantId, effect.taskRun.taskDefName), 1);
  }
}
