// next-auth: local accounts, a session that is an encrypted cookie, and a sign-in page of our own.
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import type { UserPrincipal } from '#contracts/principal.ts';
import { authSecret } from '#platform/auth-secret.ts';
import { appUrl } from '#platform/env.ts';
import { logger } from '#platform/logger.ts';
import { safeCallbackPath } from './callback-path.ts';
import { isSecure, SESSION_SECONDS, type SessionClaims, sessionClaims, sessionCookieName } from './session-token.ts';
import { forgetTries, mayTrySignIn } from './sign-in-limit.ts';

type Login = { tenantId: string; userId: string; password: string };

/** The accounts that people sign in to. `tenantId`: whose accounts these are. */
export type Accounts = {
  tenantId: string;
  authenticatePassword(login: Login): Promise<{ principal: UserPrincipal; passwordVersion: number } | null>;
};

/** What `signIn` reports as `error`; any other failure is next-auth's `CredentialsSignin`: wrong name or password. */
export const TOO_MANY_TRIES = 'TooManyTries';

const credentials = z.object({ userId: z.string().trim().min(1).max(200), password: z.string().min(1).max(1000) });

/** The options of next-auth. */
export function authOptions(accounts: Accounts): NextAuthOptions {
  const log = logger('auth');
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
      },
    },
    pages: { signIn: '/sign-in', signOut: '/', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { userId: { label: 'User name' }, password: { label: 'Password', type: 'password' } },
        authorize: (given, { headers }) => signIn(accounts, given, clientAddress(headers)),
      }),
    ],
    callbacks: {
      // On sign-in the person found, later the token as it is: what a client sends with an update is never read.
      jwt: ({ token, user }) => sessionClaims.parse(user ?? token),
      session: ({ session, token }) => ({
        expires: session.expires,
        user: { name: sessionClaims.parse(token).userId },
      }),
      redirect: ({ url }) => new URL(safeCallbackPath(url), appUrl()).href,
    },
    logger: {
      error: (code, metadata) =>
        log.error({ code, err: metadata instanceof Error ? metadata : metadata.error }, 'next-auth'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: (code) => log.trace({ code }, 'next-auth'),
    },
  };
}

async function signIn(accounts: Accounts, given: unknown, address: string) {
  const log = logger('auth');
  const login = credentials.safeParse(given).data;
  if (!login) return null;
  const { userId } = login;
  if (!(await mayTrySignIn(userId, address))) {
    log.warn({ userId, address }, 'too many tries to sign in');
    throw new Error(TOO_MANY_TRIES);
  }
  const found = await accounts.authenticatePassword({ tenantId: accounts.tenantId, ...login });
  log.info({ userId, address, ok: found !== null }, 'sign-in');
  if (!found) return null;
  await forgetTries(userId, address);
  const { tenantId } = found.principal;
  const claims: SessionClaims = { tenantId, userId: found.principal.userId, passwordVersion: found.passwordVersion };
  return { id: claims.userId, ...claims };
}

/** The address that the nearest hop saw; what stands before it in the header may be anyone's invention. */
function clientAddress(headers: Record<string, unknown> | undefined): string {
  const forwarded = headers?.['x-forwarded-for'];
  return typeof forwarded === 'string' ? (forwarded.split(',').at(-1)?.trim() ?? '') : '';
}
