// The one way into a service: may the caller call it at all, was this very call answered before, and what a lost database means.

import { createHash } from 'node:crypto';
import type { JsonValue } from '#contracts/json.ts';
import { type InputOf, OPERATIONS, type OperationId, type OutputOf } from '#contracts/operations/table.ts';
import type { CallKey } from '#persistence/idempotency.ts';
import { findAnswer, storeAnswer } from '#persistence/idempotency.ts';
import { type Call, type CallContext, callerId, type Outcome } from './context.ts';
import type { Deps } from './deps.ts';
import { refusalOfOutage } from './outage.ts';
import { whyNotCall } from './policy/may-call.ts';
import { RefusedError, refuse } from './refuse.ts';
import { SERVICES } from './registry.ts';

/** Operations whose answer is not stored by the commit of a command. */
const ANSWERED_HERE: ReadonlySet<OperationId> = new Set([
  'pollTaskRuns',
  'heartbeatTaskRun',
  'putCorrelatedEvent',
  'scheduleWf',
  'pauseScheduledWfRun',
  'resumeScheduledWfRun',
  'createBulkJob',
  'createView',
  'bulkUserTaskRuns',
]);

/** Does one operation. Every expected no is a refusal, UNAVAILABLE while the database is away among them; what is thrown is a bug. */
export async function invoke<Id extends OperationId>(
  deps: Deps,
  id: Id,
  call: Call,
  input: InputOf<Id>,
): Promise<Outcome<OutputOf<Id>>> {
  try {
    return { ok: true, output: await serve(deps, id, call, input) };
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, refusal: error.refusal };
    return { ok: false, refusal: refusalOfOutage(error) };
  }
}

function serve<Id extends OperationId>(
  deps: Deps,
  id: Id,
  { principal, idempotencyKey, signal }: Call,
  input: InputOf<Id>,
): Promise<OutputOf<Id>> {
  const why = whyNotCall(principal, OPERATIONS[id].access);
  if (why !== null) refuse('PERMISSION_DENIED', why);
  const key =
    OPERATIONS[id].method === 'POST' && idempotencyKey !== undefined
      ? { principal: callerId(principal), operation: id, key: idempotencyKey, bodyHash: hashOf(input) }
      : null;
  const context: CallContext = { deps, principal, signal: signal ?? null, key };
  return key && ANSWERED_HERE.has(id) ? answerOnce(id, context, key, input) : SERVICES[id](context, input);
}

/** The stored answer, or a new one, stored for the next time. */
async function answerOnce<Id extends OperationId>(
  id: Id,
  context: CallContext,
  key: CallKey,
  input: InputOf<Id>,
): Promise<OutputOf<Id>> {
  const { store } = context.deps;
  const { tenantId } = context.principal;
  const answered = await findAnswer(store, tenantId, key);
  if (answered && answered.bodyHash !== key.bodyHash) {
    refuse('FAILED_PRECONDITION', `The Idempotency-Key ${key.key} was used for another request.`);
  }
  // What was stored is what the service of this operation gave.
  if (answered) return answered.response as OutputOf<Id>;
  const output = await SERVICES[id](context, input);
  await storeAnswer(store, tenantId, key, output as JsonValue);
  return output;
}

/** The same for the same input, whatever the order of its keys. */
function hashOf(input: unknown): string {
  const sorted = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return createHash('sha256').update(JSON.stringify(input, sorted)).digest('base64url');
}
