// The session cookie: an encrypted next-auth token that names a person and nothing else; what they may do is read anew on each request.
import { parse } from 'hono/utils/cookie';
import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import { authSecret } from '#platform/auth-secret.ts';
import { appUrl } from '#platform/env.ts';

export const SESSION_COOKIE = 'docket-session';
export const SESSION_SECONDS = 7 * 24 * 60 * 60;

/** Who signed in. `passwordVersion` ends the session when the password changes. */
export const sessionClaims = z.object({ tenantId: z.string(), userId: z.string(), passwordVersion: z.int() });
export type SessionClaims = z.infer<typeof sessionClaims>;

/** Whether people reach Docket over https: cookies are then bound to it. */
export const isSecure = (): boolean => appUrl().startsWith('https:');

/** With https the name carries the prefix that keeps other hosts of the domain from setting it. */
export const sessionCookieName = (): string => (isSecure() ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE);

/** The session in a Cookie header, or null when there is none, it has ended, or it is not ours. */
export async function readSession(cookieHeader: string | null): Promise<SessionClaims | null> {
  const name = sessionCookieName();
  const token = parse(cookieHeader ?? '', name)[name];
  if (!token) return null;
  try {
    return sessionClaims.safeParse(await decode({ token, secret: authSecret() })).data ?? null;
  } catch {
    // Forged, of another installation, or too old: all the same to the caller.
    return null;
  }
}
