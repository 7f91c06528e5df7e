// For whom a run starts: a person requests for themself; a service key, or an admin, may name another.
import { because } from '#contracts/reasons.ts';
import type { CallContext } from './context.ts';
import { refuse } from './refuse.ts';

export function requesterOf({ principal }: CallContext, named: string | undefined): string | null {
  if (principal.kind === 'service') return named ?? null;
  if (named === undefined || named === principal.userId || principal.isAdmin) return named ?? principal.userId;
  return refuse('PERMISSION_DENIED', because('adminStarts'));
}
