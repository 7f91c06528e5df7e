// For whom a call acts: a person for themself, a service key for the person it names, an admin for either.
import type { Principal } from '#contracts/principal.ts';
import type { Refusal } from '#contracts/problem.ts';
import { because } from '#contracts/reasons.ts';

type Acting = { userId: string } | { refusal: Refusal };

/** The person for whom the caller acts. `named` is the `userId` of the call. */
export function actingUser(principal: Principal, named: string | undefined): Acting {
  if (principal.kind === 'service') {
    if (named !== undefined) return { userId: named };
    const message = 'A service key must name the person it acts for';
    return { refusal: { code: 'INVALID_ARGUMENT', detail: message, errors: [{ path: 'userId', message }] } };
  }
  if (named === undefined || named === principal.userId || principal.isAdmin) {
    return { userId: named ?? principal.userId };
  }
  return { refusal: { code: 'PERMISSION_DENIED', ...because('adminActs') } };
}
