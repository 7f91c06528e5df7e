// Calling services as people do, through the same checks as a door.
import { parseCall, splitCall } from '#contracts/operations/parse-call.ts';
import { type CallOf, OPERATIONS, type OperationId, type OutputOf } from '#contracts/operations/table.ts';
import type { Deps } from '#services/deps.ts';
import { invoke } from '#services/invoke.ts';
import { principalOf } from './people.ts';

/** Does an operation as somebody. Null when it is refused: they came too late. */
export type Attempt = <Id extends OperationId>(
  userId: string,
  id: Id,
  input: CallOf<Id>,
) => Promise<OutputOf<Id> | null>;

export type Demo = {
  deps: Deps;
  attempt: Attempt;
  /** Does an operation that must go through. */
  call: <Id extends OperationId>(userId: string, id: Id, input: CallOf<Id>) => Promise<OutputOf<Id>>;
};

export function demoOn(deps: Deps): Demo {
  const outcomeOf = async <Id extends OperationId>(userId: string, id: Id, input: CallOf<Id>) => {
    const parsed = parseCall(id, splitCall(OPERATIONS[id], input));
    return parsed.ok ? invoke(deps, id, { principal: principalOf(userId) }, parsed.input) : parsed;
  };
  return {
    deps,
    attempt: async (userId, id, input) => {
      const outcome = await outcomeOf(userId, id, input);
      if (outcome.ok) return outcome.output;
      if (['FAILED_PRECONDITION', 'ABORTED', 'NOT_FOUND', 'PERMISSION_DENIED'].includes(outcome.refusal.code)) {
        return null;
      }
      throw new Error(`${id} by ${userId} was refused: ${JSON.stringify(outcome.refusal)}`);
    },
    call: async (userId, id, input) => {
      const outcome = await outcomeOf(userId, id, input);
      if (outcome.ok) return outcome.output;
      throw new Error(`${id} by ${userId} was refused: ${JSON.stringify(outcome.refusal)}`);
    },
  };
}
