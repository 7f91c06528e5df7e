// Who a REST request comes from: an API key, or the session of a person whose browser vouches that the call is made by a page of ours.
import type { ServicePrincipal, UserPrincipal } from '#contracts/principal.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { Authenticate, Authentication } from './authentication.ts';
import { isSameOrigin } from './same-origin.ts';
import { readSession, type SessionClaims } from './session-token.ts';

/** Who is behind a credential, read anew for each request, so that changed groups and rights hold at once (decision 31). */
export type Identity = {
  authenticateApiKey(key: string): Promise<ServicePrincipal | null>;
  loadPrincipal(session: SessionClaims): Promise<UserPrincipal | null>;
};

const BEARER = /^bearer +([\x21-\x7e]+)$/i;
const CHANGES_NOTHING = ['GET', 'HEAD'];

/** A header that names credentials decides alone: a bad key never falls back to a cookie. */
export function createAuthenticate(identity: Identity): Authenticate {
  return async ({ headers, method }) => {
    const authorization = headers.get('authorization');
    if (authorization !== null) return fromApiKey(identity, authorization);

    const session = await readSession(headers.get('cookie'));
    if (!session) return refused('UNAUTHENTICATED', 'Send an API key as `Authorization: Bearer <key>`.');
    if (!CHANGES_NOTHING.includes(method) && !isSameOrigin(headers)) {
      return refused(
        'PERMISSION_DENIED',
        "A session may change things only from Docket's own pages; programs use an API key.",
      );
    }
    const principal = await identity.loadPrincipal(session);
    return principal ? { ok: true, principal } : refused('UNAUTHENTICATED', 'The session has ended. Sign in again.');
  };
}

async function fromApiKey(identity: Identity, authorization: string): Promise<Authentication> {
  const key = BEARER.exec(authorization)?.[1];
  const principal = key ? await identity.authenticateApiKey(key) : null;
  return principal ? { ok: true, principal } : refused('UNAUTHENTICATED', 'The API key is not valid.');
}

function refused(code: Refusal['code'], detail: string): Authentication {
  return { ok: false, refusal: { code, detail } };
}
