import { describe, expect, test } from 'vitest';
import type { Authenticate } from '#auth/authentication.ts';
import { OPERATIONS, type OperationId } from '#contracts/operations/table.ts';
import type { Principal } from '#contracts/principal.ts';
import { PROBLEMS, type ProblemCode, type Refusal } from '#contracts/problem.ts';
import { type Call, createRestApp, type Invoke } from './app.ts';

const alice: Principal = {
  kind: 'user',
  tenantId: 't',
  userId: 'alice',
  displayName: 'Alice',
  groups: [],
  isAdmin: false,
};
const COMPLETE = '/wf-runs/run-1/user-task-runs/0-2/complete';

type Made = { id: OperationId; call: Call; input: unknown };
type Setup = {
  output?: unknown;
  refusal?: Refusal;
  bug?: Error;
  authenticate?: Authenticate;
  isReady?: () => Promise<boolean>;
};

/** An app whose operations all give `output`, unless there is a refusal to give or a bug to throw. */
function setUp(setup: Setup = {}) {
  const { output, refusal, bug, authenticate, isReady }: Setup = { output: {}, ...setup };
  const calls: Made[] = [];
  const logged: Record<string, unknown>[] = [];
  const log = (details: Record<string, unknown>) => logged.push(details);
  const invoke = (async (id: OperationId, call: Call, input: unknown) => {
    calls.push({ id, call, input });
    if (bug) throw bug;
    return refusal ? { ok: false, refusal } : { ok: true, output };
  }) as Invoke;
  const app = createRestApp({
    invoke,
    follow: async () => ({ ok: false, refusal: { code: 'UNAVAILABLE', detail: 'not here' } }),
    authenticate: authenticate ?? (async () => ({ ok: true, principal: alice })),
    isReady: isReady ?? (async () => true),
    logger: { error: log, warn: log },
    maxBodyBytes: 10_000,
  });
  const send = (path: string, init: RequestInit = {}) => app.request(`/api/v1${path}`, init);
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { app, calls, logged, send, post };
}

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return (await response.json()) as { status: number; code: ProblemCode; detail: string; errors?: { path: string }[] };
}

const pathsOf = (problem: { errors?: { path: string }[] }) => problem.errors?.map((error) => error.path);

describe('a call', () => {
  test('reaches its operation with path, query and body in one flat, parsed input', async () => {
    const { post, calls } = setUp({ output: { title: 'Approve' } });
    const response = await post(COMPLETE, { results: { amount: 12 }, version: 3 }, { 'Idempotency-Key': 'k-1' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ title: 'Approve' });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      id: 'completeUserTaskRun',
      call: { principal: alice, idempotencyKey: 'k-1' },
      input: { wfRunId: 'run-1', guid: '0-2', results: { amount: 12 }, version: 3 },
    });
  });

  test('gets defaults, and numbers out of the query', async () => {
    const { send, calls } = setUp();
    await send('/user-task-runs?limit=7&status=ASSIGNED');
    expect(calls[0]?.input).toEqual({ limit: 7, status: 'ASSIGNED', sort: '-created' });
  });

  test('needs no body where every part of it may be left out', async () => {
    const { send, calls } = setUp();
    const response = await send('/wf-runs/run-1/user-task-runs/0-2/claim', { method: 'POST' });
    expect(response.status).toBe(200);
    expect(calls[0]?.input).toEqual({ wfRunId: 'run-1', guid: '0-2' });
  });

  test('answers with the status of its row, and without a body for 204', async () => {
    const { post, send } = setUp();
    expect((await post('/wf-runs', { wfSpecName: 'it-request' })).status).toBe(201);
    const deleted = await send('/task-defs/send-mail', { method: 'DELETE' });
    expect(deleted.status).toBe(204);
    expect(await deleted.text()).toBe('');
    expect((await post('/user-task-runs/next', {})).status).toBe(200);
    expect((await setUp({ output: undefined }).post('/user-task-runs/next', {})).status).toBe(204);
  });

  test('carries a request id, and is never cached', async () => {
    const { send } = setUp();
    const [first, second] = [await send('/me'), await send('/me')];
    expect(first.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    expect(first.headers.get('cache-control')).toBe('no-store');
  });

  test('hands on the signal that tells that the client has gone', async () => {
    const { send, calls } = setUp();
    const client = new AbortController();
    await send('/me', { signal: client.signal });
    client.abort();
    expect(calls[0]?.call.signal?.aborted).toBe(true);
  });

  test('knows an Idempotency-Key only of a POST', async () => {
    const { send, calls } = setUp();
    await send('/me', { headers: { 'Idempotency-Key': 'k' } });
    expect(calls[0]?.call.idempotencyKey).toBeUndefined();
  });
});

describe('what is not valid', () => {
  const bad = async (body: unknown, headers?: Record<string, string>) => {
    const { post, calls } = setUp();
    const response = await post(COMPLETE, body, headers);
    expect(response.status).toBe(400);
    expect(calls).toHaveLength(0);
    const problem = await problemOf(response);
    expect(problem.code).toBe('INVALID_ARGUMENT');
    return problem;
  };

  test('is named, all of it at once, with dotted paths', async () => {
    const { post } = setUp();
    const response = await post('/wf-runs/-bad-/user-task-runs/x/complete', {
      results: 5,
      version: -1,
      nonsense: true,
    });
    const problem = await problemOf(response);
    expect(pathsOf(problem)?.toSorted()).toEqual(['guid', 'nonsense', 'results', 'version', 'wfRunId']);
  });

  test('an unknown query parameter, and one given twice', async () => {
    const { send, calls } = setUp();
    expect(pathsOf(await problemOf(await send('/wf-runs?colour=red')))).toEqual(['colour']);
    expect(pathsOf(await problemOf(await send('/me?colour=red')))).toEqual(['colour']);
    expect(pathsOf(await problemOf(await send('/wf-runs?limit=1&limit=2')))).toEqual(['limit']);
    expect(calls).toHaveLength(0);
  });

  test('a body that tries to be path or principal', async () => {
    const problem = await bad({ results: {}, wfRunId: 'other', tenantId: 'other', isAdmin: true });
    expect(pathsOf(problem)).toEqual(['wfRunId', 'tenantId', 'isAdmin']);
  });

  test.each([
    ['broken JSON', '{"results":'],
    ['an array', '[]'],
    ['null', 'null'],
    ['a number too large to be one', '{"results":{"a":1e400}}'],
    ['NUL', '{"results":{"a":"x\\u0000"}}'],
    ['NUL in a key', '{"results":{"a\\u0000":1}}'],
    ['half of a surrogate pair', '{"results":{"a":{"b":["\\ud800"]}}}'],
    ['JSON that nests a thousand deep', `{"results":${'['.repeat(1000)}${']'.repeat(1000)}}`],
  ])('%s', async (_name, body) => {
    await bad(body);
  });

  test('bytes that are no UTF-8', async () => {
    const { send } = setUp();
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    };
    expect((await send(COMPLETE, init)).status).toBe(400);
  });

  test('a body of another content type, JSON or not', async () => {
    await bad('{"results":{}}', { 'Content-Type': 'text/plain' });
    await bad('results=1', { 'Content-Type': 'application/x-www-form-urlencoded' });
  });

  test('an Idempotency-Key that no header should hold', async () => {
    await bad({ results: {} }, { 'Idempotency-Key': '' });
    await bad({ results: {} }, { 'Idempotency-Key': 'x'.repeat(256) });
  });

  test('brackets within text are not nesting', async () => {
    const { post } = setUp();
    expect((await post(COMPLETE, { results: { a: `"${'['.repeat(500)}` } })).status).toBe(200);
  });

  test('a key that JavaScript keeps for itself is refused and changes nothing', async () => {
    const { post, calls } = setUp();
    const refused = await post(COMPLETE, '{"results":{"a":1,"a":2,"__proto__":{"evil":true},"constructor":3}}');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('__proto__');
    expect(calls).toEqual([]);
    expect(({} as Record<string, unknown>).evil).toBeUndefined();
  });
});

describe('a body over the bound', () => {
  test('is refused by its declared length', async () => {
    const { post, calls } = setUp();
    const response = await post(COMPLETE, { results: { a: 'x'.repeat(10_000) } }, { 'Content-Length': '10020' });
    expect(response.status).toBe(413);
    expect((await problemOf(response)).code).toBe('PAYLOAD_TOO_LARGE');
    expect(calls).toHaveLength(0);
  });

  test('is refused while it streams, without being read to its end', async () => {
    const { app } = setUp();
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(4000));
      },
    });
    const init = { method: 'POST', body: endless, duplex: 'half', headers: { 'Content-Type': 'application/json' } };
    const response = await app.request(`/api/v1${COMPLETE}`, init as RequestInit);
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(10);
  });
});

describe('addresses', () => {
  test.each(['/nothing', '//me', '/me/', '/ME', '/wf-runs/a%2Fb/nothing', ''])('%s is not found', async (path) => {
    const { send, calls } = setUp();
    const response = await send(path);
    expect(response.status).toBe(404);
    expect((await problemOf(response)).code).toBe('NOT_FOUND');
    expect(calls).toHaveLength(0);
  });

  test('an encoded slash or NUL does not leave its parameter', async () => {
    const { send, calls } = setUp();
    for (const id of ['a%2F..%2Fb', '%00', '%zz', '..%2f']) {
      expect((await send(`/wf-runs/${id}`)).status).toBe(400);
    }
    expect(calls).toHaveLength(0);
  });

  test('a method that is not offered is told which are', async () => {
    const { send, calls } = setUp();
    const response = await send('/task-defs/send-mail', { method: 'PATCH' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('PUT, GET, DELETE');
    expect((await problemOf(response)).status).toBe(405);
    expect((await send('/me', { method: 'POST', headers: { 'X-HTTP-Method-Override': 'GET' } })).status).toBe(405);
    expect(calls).toHaveLength(0);
  });
});

describe('a refusal', () => {
  const codes = Object.keys(PROBLEMS) as ProblemCode[];

  test.each(codes)('%s has its status', async (code) => {
    const refusal = { code, detail: 'Because.', current: { version: 4 } };
    const { send } = setUp({ refusal });
    const response = await send('/me');
    expect(response.status).toBe(PROBLEMS[code].status);
    expect(await problemOf(response)).toEqual({
      type: `/docs/api#${code}`,
      title: PROBLEMS[code].title,
      status: PROBLEMS[code].status,
      detail: 'Because.',
      code,
      current: { version: 4 },
    });
    expect(response.headers.has('retry-after')).toBe(code === 'UNAVAILABLE' || code === 'RESOURCE_EXHAUSTED');
    expect(response.headers.has('www-authenticate')).toBe(code === 'UNAUTHENTICATED');
  });

  test('that nobody expected says nothing of its cause, which is in the log with the request id', async () => {
    const cause = new Error('password of the database is hunter2');
    const { send, logged } = setUp({ bug: cause });
    const response = await send('/me');
    expect(response.status).toBe(500);
    const problem = await problemOf(response);
    expect(JSON.stringify(problem)).not.toContain('hunter2');
    expect(problem.detail).toContain(response.headers.get('x-request-id'));
    expect(logged).toEqual([{ requestId: response.headers.get('x-request-id'), operation: 'whoAmI', err: cause }]);
  });
});

test('credentials that cannot be checked let nobody in', async () => {
  const { send, calls } = setUp({ authenticate: () => Promise.reject(new Error('connection refused')) });
  const response = await send('/me');
  expect(response.status).toBe(500);
  expect(JSON.stringify(await problemOf(response))).not.toContain('connection refused');
  expect(calls).toHaveLength(0);
});

describe('every operation', () => {
  test.each(Object.entries(OPERATIONS))('%s has its address, and tells a stranger nothing but 401', async (id, row) => {
    const authenticate: Authenticate = async () => ({
      ok: false,
      refusal: { code: 'UNAUTHENTICATED', detail: 'Who?' },
    });
    const { send, calls, logged } = setUp({ authenticate });
    const path = row.path.replaceAll(/\{\w+\}/g, 'not valid');
    const response = await send(path, { method: row.method, ...(row.method === 'POST' && { body: 'not json' }) });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    expect(calls).toHaveLength(0);
    expect(logged).toMatchObject([{ operation: id, code: 'UNAUTHENTICATED' }]);
  });
});

describe('health', () => {
  test('live is open to all; ready asks the process', async () => {
    const authenticate: Authenticate = async () => ({
      ok: false,
      refusal: { code: 'UNAUTHENTICATED', detail: 'Who?' },
    });
    const up = setUp({ authenticate });
    expect((await up.app.request('/health/live')).status).toBe(200);
    expect((await up.app.request('/health/ready')).status).toBe(200);
    const draining = setUp({ isReady: async () => false });
    expect((await draining.app.request('/health/live')).status).toBe(200);
    expect((await draining.app.request('/health/ready')).status).toBe(503);
    const broken = setUp({ isReady: () => Promise.reject(new Error('no database')) });
    expect((await broken.app.request('/health/ready')).status).toBe(503);
  });
});
