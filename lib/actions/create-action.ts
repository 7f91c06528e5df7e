// From an operation to a server action: session, origin, shape, service; what comes back is always a value.
import { headers } from 'next/headers';
import { isSameOrigin } from '#auth/same-origin.ts';
import type { Action, ActionResult } from '#contracts/operations/action.ts';
import { parseCall, splitCall } from '#contracts/operations/parse-call.ts';
import { type InputOf, OPERATIONS, type OperationId, type OutputOf } from '#contracts/operations/table.ts';
import type { Principal } from '#contracts/principal.ts';
import type { Refusal } from '#contracts/problem.ts';
import { logger } from '#platform/logger.ts';

export type ActionDoors = {
  /** Who is signed in, by the session of this request. */
  principal(): Promise<Principal | null>;
  invoke<Id extends OperationId>(
    id: Id,
    call: { principal: Principal },
    input: InputOf<Id>,
  ): Promise<{ ok: true; output: OutputOf<Id> } | { ok: false; refusal: Refusal }>;
};

const refused = (code: Refusal['code'], detail: string) => ({ ok: false, refusal: { code, detail } }) as const;

/** Makes actions out of operations: `const action = createActions(doors); export const claim = action('claimUserTaskRun');`. */
export function createActions(doors: ActionDoors): <Id extends OperationId>(id: Id) => Action<Id> {
  return (id) => async (input) => {
    try {
      return await perform(doors, id, input);
    } catch (error) {
      const reference = crypto.randomUUID();
      logger('actions').error({ reference, operation: id, err: error }, 'action failed');
      return refused('INTERNAL', `Something went wrong. Quote ${reference} to the administrator.`);
    }
  };
}

/** `input` is whatever the browser sent, its type a promise that only our own pages keep. */
async function perform<Id extends OperationId>(
  doors: ActionDoors,
  id: Id,
  input: unknown,
): Promise<ActionResult<OutputOf<Id>>> {
  // Next lets a request without an Origin through, and one with a null Origin; we do not.
  if (!isSameOrigin(await headers())) return refused('PERMISSION_DENIED', "Only Docket's own pages may do this.");
  const principal = await doors.principal();
  if (!principal) return refused('UNAUTHENTICATED', 'Your session has ended. Sign in again.');
  const parsed = parseCall(id, splitCall(OPERATIONS[id], input));
  if (!parsed.ok) return parsed;
  const outcome = await doors.invoke(id, { principal }, parsed.input);
  return outcome.ok ? { ok: true, value: outcome.output } : outcome;
}
