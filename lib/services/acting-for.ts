// For whom a call acts, or its refusal.
import type { CallContext } from './context.ts';
import { actingUser } from './policy/acting-user.ts';
import { RefusedError } from './refuse.ts';

/** @throws RefusedError when the caller may not act for `named`, or must name somebody. */
export function actingFor({ principal }: CallContext, named: string | undefined): string {
  const acting = actingUser(principal, named);
  if ('refusal' in acting) throw new RefusedError(acting.refusal);
  return acting.userId;
}
