import { encode } from 'next-auth/jwt';
import { describe, expect, test, vi } from 'vitest';
import { createAuthenticate } from './principal-from-request.ts';
import { SESSION_COOKIE } from './session-token.ts';

const secret = 'a secret of the tests, long enough';
vi.stubEnv('AUTH_SECRET', secret);
vi.stubEnv('APP_URL', 'http://docket.test:3000');

const worker = { kind: 'service', tenantId: 't', keyId: 'k', name: 'worker', scopes: ['workers'] } as const;
const alice = { tenantId: 't', userId: 'alice', passwordVersion: 2 };

/** Knows one key, and Alice with the password that she set last. */
const authenticate = createAuthenticate({
  authenticateApiKey: async (key) => (key === 'dk_good' ? { ...worker, scopes: [...worker.scopes] } : null),
  loadPrincipal: async ({ tenantId, userId, passwordVersion }) =>
    userId === alice.userId && passwordVersion === alice.passwordVersion
      ? { kind: 'user', tenantId, userId, displayName: 'Alice', groups: ['finance'], isAdmin: false }
      : null,
});

const sessionOf = async (claims: Record<string, unknown>, options: { secret?: string; maxAge?: number } = {}) =>
  `${SESSION_COOKIE}=${await encode({ token: claims, secret, ...options })}`;

async function ask(headers: Record<string, string>, method = 'GET') {
  const result = await authenticate(new Request('http://docket.test:3000/api/v1/me', { method, headers }));
  return result.ok ? result.principal.kind : result.refusal.code;
}

describe('an API key', () => {
  test.each([
    ['Bearer dk_good', 'service'],
    ['bearer  dk_good', 'service'],
    ['Bearer dk_bad', 'UNAUTHENTICATED'],
    ['Bearer dk_goo', 'UNAUTHENTICATED'],
    ['Bearer', 'UNAUTHENTICATED'],
    ['Bearer dk_good, Bearer dk_bad', 'UNAUTHENTICATED'],
    ['Basic ZGtfZ29vZA==', 'UNAUTHENTICATED'],
    ['dk_good', 'UNAUTHENTICATED'],
  ])('%s is %s', async (authorization, outcome) => {
    expect(await ask({ authorization })).toBe(outcome);
  });

  test('needs no origin, and a bad one does not fall back to a session', async () => {
    expect(await ask({ authorization: 'Bearer dk_good', origin: 'https://evil.test' }, 'POST')).toBe('service');
    expect(await ask({ authorization: 'Bearer dk_bad', cookie: await sessionOf(alice) })).toBe('UNAUTHENTICATED');
  });

  test('in the query string counts for nothing', async () => {
    const result = await authenticate(
      new Request('http://docket.test:3000/api/v1/me?api_key=dk_good&access_token=dk_good'),
    );
    expect(result.ok).toBe(false);
  });
});

describe('a session', () => {
  test('is its person', async () => {
    expect(await ask({ cookie: `theme=dark; ${await sessionOf(alice)}; other=1` })).toBe('user');
  });

  test.each([
    ['nobody', {}],
    ['of someone removed', { ...alice, userId: 'bob' }],
    ['of an earlier password', { ...alice, passwordVersion: 1 }],
    ['that lacks a claim', { userId: 'alice' }],
  ])('%s is no session', async (_name, claims) => {
    expect(await ask({ cookie: await sessionOf(claims) })).toBe('UNAUTHENTICATED');
  });

  test('that is forged, over, or cut short is no session', async () => {
    const good = await sessionOf(alice);
    expect(await ask({ cookie: await sessionOf(alice, { secret: 'another secret of the same length' }) })).toBe(
      'UNAUTHENTICATED',
    );
    expect(await ask({ cookie: await sessionOf(alice, { maxAge: -60 }) })).toBe('UNAUTHENTICATED');
    expect(await ask({ cookie: good.slice(0, -4) })).toBe('UNAUTHENTICATED');
    expect(await ask({ cookie: `${SESSION_COOKIE}=alice` })).toBe('UNAUTHENTICATED');
  });
});

describe('a session changes something', () => {
  const matrix: [name: string, headers: Record<string, string>, allowed: boolean][] = [
    ['from our page', { 'sec-fetch-site': 'same-origin', origin: 'http://docket.test:3000' }, true],
    ['from our page, by an older browser', { origin: 'http://docket.test:3000' }, true],
    ['from our page on the address that was asked', { origin: 'http://192.0.2.7:3000', host: '192.0.2.7:3000' }, true],
    ['from nowhere: a program with a stolen cookie', {}, false],
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }, false],
    ['from another site, by an older browser', { origin: 'https://evil.test' }, false],
    ['from a sister site', { 'sec-fetch-site': 'same-site', origin: 'http://other.docket.test' }, false],
    ['from another port', { origin: 'http://docket.test:4000' }, false],
    ['from the same host without TLS or with', { origin: 'https://docket.test:3000' }, false],
    ['from a sandbox', { origin: 'null' }, false],
    ['from a sandbox that claims our site', { origin: 'null', 'sec-fetch-site': 'same-origin' }, false],
    ['from the address bar', { 'sec-fetch-site': 'none' }, false],
    [
      'by a host that only a proxy header names',
      { origin: 'https://evil.test', 'x-forwarded-host': 'evil.test' },
      false,
    ],
  ];

  test.each(matrix)('%s', async (_name, headers, allowed) => {
    const cookie = await sessionOf(alice);
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect(await ask({ cookie, host: 'docket.test:3000', ...headers }, method)).toBe(
        allowed ? 'user' : 'PERMISSION_DENIED',
      );
    }
    expect(await ask({ cookie, ...headers })).toBe('user');
  });
});
