import type { NextAuthOptions } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import { describe, expect, test, vi } from 'vitest';
import { authOptions, TOO_MANY_TRIES } from './auth-options.ts';

vi.stubEnv('AUTH_SECRET', 'a secret of the tests, long enough');
vi.stubEnv('APP_URL', 'https://docket.test');
vi.stubEnv('LOG_LEVEL', 'silent');

const options = authOptions({
  tenantId: 't',
  authenticatePassword: async ({ tenantId, userId, password }) =>
    password === 'right'
      ? {
          principal: { kind: 'user', tenantId, userId, displayName: userId, groups: [], isAdmin: false },
          passwordVersion: 2,
        }
      : null,
});

type Authorize = (given: Record<string, unknown>, request: { headers: Record<string, string> }) => Promise<unknown>;
const provider = options.providers[0] as unknown as { options: { authorize: Authorize } };
const signIn = (userId: unknown, password: unknown, address = '192.0.2.1') =>
  provider.options.authorize({ userId, password }, { headers: { 'x-forwarded-for': `198.51.100.9, ${address}` } });

type Callbacks = Required<NonNullable<NextAuthOptions['callbacks']>>;
const { jwt, session, redirect } = options.callbacks as Callbacks;
const claims = { tenantId: 't', userId: 'alice', passwordVersion: 2 };

describe('signing in', () => {
  test('gives the person, and takes neither a wrong password nor nonsense', async () => {
    expect(await signIn('alice', 'right')).toEqual({ id: 'alice', ...claims });
    expect(await signIn('alice', 'wrong')).toBeNull();
    expect(await signIn({ contains: '' }, 'right')).toBeNull();
    expect(await signIn('alice', undefined)).toBeNull();
    expect(await signIn('alice', 'x'.repeat(1001))).toBeNull();
  });

  test('is slowed down per account and address, for the right password too, until then it starts anew', async () => {
    for (let tries = 0; tries < 9; tries++) await signIn('carol', 'wrong');
    expect(await signIn('carol', 'right')).not.toBeNull();
    for (let tries = 0; tries < 10; tries++) await signIn('carol', 'wrong');
    await expect(signIn('carol', 'right')).rejects.toThrow(TOO_MANY_TRIES);
    expect(await signIn('carol', 'right', '192.0.2.2')).not.toBeNull();
    expect(await signIn('dave', 'right')).not.toBeNull();
  });

  test('is slowed down per account from many addresses too', async () => {
    for (let tries = 0; tries < 50; tries++) await signIn('erin', 'wrong', `192.0.2.${tries}`);
    await expect(signIn('erin', 'right', '203.0.113.1')).rejects.toThrow(TOO_MANY_TRIES);
  });
});

describe('the token', () => {
  test('carries who signed in and nothing else', async () => {
    const user = { id: 'alice', ...claims };
    const token = await jwt({ token: { name: 'Alice', email: 'a@x', sub: '1' }, user, account: null });
    expect(token).toEqual(claims);
  });

  test('does not listen to what a client sends with an update', async () => {
    const evil = { userId: 'ada', tenantId: 'other', isAdmin: true, groups: ['finance'] };
    const update = { token: { ...claims } as JWT, trigger: 'update', session: evil } as unknown as Parameters<
      typeof jwt
    >[0];
    expect(await jwt(update)).toEqual(claims);
  });

  test('shows a client only a name', async () => {
    const given = { session: { expires: '2030-01-01' }, token: { ...claims } } as unknown as Parameters<
      typeof session
    >[0];
    expect(await session(given)).toEqual({ expires: '2030-01-01', user: { name: 'alice' } });
  });
});

describe('the way back and the cookie', () => {
  test('leads only to our own pages', async () => {
    expect(await redirect({ url: '/inbox', baseUrl: 'https://docket.test' })).toBe('https://docket.test/inbox');
    expect(await redirect({ url: 'https://evil.test/inbox', baseUrl: 'https://docket.test' })).toBe(
      'https://docket.test/',
    );
  });

  test('is bound to our host and to https, and out of reach of scripts', () => {
    expect(options.cookies?.sessionToken).toEqual({
      name: '__Host-docket-session',
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
    });
  });
});
