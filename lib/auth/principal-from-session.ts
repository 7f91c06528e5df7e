// Who looks at a page or calls a server action.
import { headers } from 'next/headers';
import type { UserPrincipal } from '#contracts/principal.ts';
import type { Identity } from './principal-from-request.ts';
import { readSession } from './session-token.ts';

/** The person behind the session cookie with the groups and rights of this moment, or null when nobody is signed in. */
export async function principalFromSession(loadPrincipal: Identity['loadPrincipal']): Promise<UserPrincipal | null> {
  const session = await readSession((await headers()).get('cookie'));
  return session ? loadPrincipal(session) : null;
}
