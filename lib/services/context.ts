// Who calls, and how: what every service gets beside its input.
import type { InputOf, OperationId, OutputOf } from '#contracts/operations/table.ts';
import type { Principal } from '#contracts/principal.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { CallKey } from '#persistence/idempotency.ts';
import type { Deps } from './deps.ts';

export type Call = {
  principal: Principal;
  /** The same key and input gives the first answer again. */
  idempotencyKey?: string | undefined;
  /** Aborted when the caller has gone. */
  signal?: AbortSignal | undefined;
};

export type Outcome<T> = { ok: true; output: T } | { ok: false; refusal: Refusal };

export type CallContext = {
  deps: Deps;
  principal: Principal;
  signal: AbortSignal | null;
  /** Set when the call carried an Idempotency-Key. */
  key: CallKey | null;
  /** What would come of it is told, and nothing written. */
  isDryRun?: boolean;
};

export type Service<Id extends OperationId> = (context: CallContext, input: InputOf<Id>) => Promise<OutputOf<Id>>;

/** One name for whoever calls, unique in the tenant: keys and bookmarks are bound to it. */
export function callerId(principal: Principal): string {
  return principal.kind === 'user' ? `user:${principal.userId}` : `service:${principal.keyId}`;
}
