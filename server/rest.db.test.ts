import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createAuthenticate } from '#auth/principal-from-request.ts';
import { SESSION_COOKIE } from '#auth/session-token.ts';
import type { Operation } from '#contracts/operations/operation.ts';
import { OPERATIONS, type OperationId, type OutputOf } from '#contracts/operations/table.ts';
import type { Scope } from '#contracts/principal.ts';
import { problem } from '#contracts/problem.ts';
import { createRestApp } from '#http/app.ts';
import { followChanges } from '#services/follow-changes.ts';
import { authenticateApiKey } from '#services/identity/authenticate-api-key.ts';
import { foundTenant } from '#services/identity/found-tenant.ts';
import { loadPrincipal } from '#services/identity/load-principal.ts';
import { invoke } from '#services/invoke.ts';
import { type Docket, maria, openDocket, TENANT } from '#services/testing/docket.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';

const secret = 'a secret of the tests, long enough';
vi.stubEnv('AUTH_SECRET', secret);

let database: TestDatabase;
let docket: Docket;
let server: Server;
let origin: string;
let keys: Record<string, string>;

const apiKey = (name: string, ...scopes: Scope[]) => ({ name, scopes });
const account = (id: string, ...groups: string[]) => ({ id, displayName: id, password: id, isAdmin: false, groups });

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  const { deps } = docket;
  const ours = {
    id: TENANT,
    groups: ['finance'],
    users: [account('maria'), account('fred', 'finance'), account('fiona', 'finance')],
    apiKeys: [apiKey('all', '*'), apiKey('worker', 'workers')],
  };
  const theirs = { id: 'other', groups: [], users: [], apiKeys: [apiKey('foreign', '*')] };
  keys = { ...(await foundTenant(deps, ours)), ...(await foundTenant(deps, theirs)) };

  const app = createRestApp({
    invoke: (id, call, input) => invoke(deps, id, call, input),
    follow: (call) => followChanges(deps, call),
    authenticate: createAuthenticate({
      authenticateApiKey: (key) => authenticateApiKey(deps, key),
      loadPrincipal: (session) => loadPrincipal(deps, session),
    }),
    isReady: async () => true,
    logger: { error: (details) => expect.unreachable(String(details.err)), warn: () => undefined },
  });
  server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('APP_URL', origin);
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await docket.close();
  await database.drop();
});

type Sent = { headers?: Record<string, string>; params?: Record<string, string>; query?: string; body?: unknown };
type Answered = { status: number; body: unknown; headers: Headers };

/** A caller, by the headers that say who they are. */
function as(who: Record<string, string>) {
  const send = async (id: OperationId, { headers, params = {}, query = '', body }: Sent = {}): Promise<Answered> => {
    const row: Operation = OPERATIONS[id];
    const path = row.path.replace(/\{(\w+)\}/g, (_all, name: string) => params[name] ?? '');
    const response = await fetch(`${origin}/api/v1${path}${query}`, {
      method: row.method,
      headers: { ...who, ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
  return {
    send,
    /** Sends what must go through, and holds the answer against the schema that the OpenAPI document is made of. */
    do: async <Id extends OperationId>(id: Id, sent?: Sent): Promise<OutputOf<Id>> => {
      const row: Operation = OPERATIONS[id];
      const { status, body } = await send(id, sent);
      expect([status, body]).toEqual([row.status, row.response ? row.response.parse(body) : undefined]);
      return body as OutputOf<Id>;
    },
    /** The code of what must be refused. */
    code: async (id: OperationId, sent?: Sent) => {
      const { status, body } = await send(id, sent);
      const said = problem.parse(body);
      expect(said.status).toBe(status);
      return said.code;
    },
  };
}

const withKey = (name: string) => as({ Authorization: `Bearer ${keys[name]}` });

async function inBrowser(userId: string) {
  const token = await encode({ token: { tenantId: TENANT, userId, passwordVersion: 0 }, secret });
  return as({ Cookie: `${SESSION_COOKIE}=${token}`, Origin: origin });
}

describe('the demo, over HTTP', () => {
  test('goes from start to end, each answer as the document has it', async () => {
    const requester = await inBrowser('maria');
    const fred = await inBrowser('fred');
    const admin = withKey('all');

    const run = await requester.do('runWf', { body: { wfSpecName: 'it-request', variables: { requester: 'maria' } } });
    const ask = { params: { wfRunId: run.id, guid: '0-1' } };
    await requester.do('saveUserTaskRun', { ...ask, body: { results: { item: 'a chair' } } });
    await requester.do('completeUserTaskRun', { ...ask, body: {} });

    const found = await fred.do('searchUserTaskRuns', {
      query: `?wfRunId=${run.id}&status=UNASSIGNED&status=ASSIGNED`,
    });
    expect(found.results.map((task) => task.guid)).toEqual(['0-2']);
    const approve = { params: { wfRunId: run.id, guid: '0-2' } };
    const claimed = await fred.do('claimUserTaskRun', approve);
    await fred.do('addComment', { ...approve, body: { comment: 'Which one?' } });
    await fred.do('editComment', { params: { ...approve.params, commentId: '1' }, body: { comment: 'Which model?' } });
    await fred.do('deleteComment', { params: { ...approve.params, commentId: '1' } });
    const done = { results: { isApproved: true }, version: claimed.version };
    const { events } = await fred.do('completeUserTaskRun', { ...approve, body: done });
    expect(events.map((event) => event.type)).toEqual([
      'ASSIGNED',
      'ASSIGNED',
      'COMMENT_ADDED',
      'COMMENT_EDITED',
      'COMMENT_DELETED',
      'COMPLETED',
    ]);

    expect((await fred.do('getUserTaskHistory', approve)).verification).toMatchObject({ isIntact: true, events: 6 });
    expect(await admin.do('verifyUserTaskRun', approve)).toMatchObject({ isIntact: true });
    expect(await fred.code('verifyUserTaskRun', approve)).toBe('PERMISSION_DENIED');

    const worker = withKey('worker');
    const { results } = await worker.do('pollTaskRuns', { body: { taskDefNames: ['tell-requester'], workerId: 'w' } });
    const lease = results[0];
    const attempt = { params: { wfRunId: run.id, guid: lease?.guid ?? '' } };
    const token = { attempt: lease?.attempt, leaseToken: lease?.leaseToken };
    await worker.do('heartbeatTaskRun', { ...attempt, body: token });
    await worker.do('reportTaskRun', { ...attempt, body: { ...token, output: 'told' } });

    const ofRun = { params: { wfRunId: run.id } };
    expect(await admin.do('getWfRun', ofRun)).toMatchObject({ status: 'COMPLETED', requester: 'maria' });
    for (const id of ['listNodeRuns', 'listTaskRuns', 'listUserTaskRuns', 'listVariables'] as const) {
      expect((await admin.do(id, ofRun)).results).not.toEqual([]);
    }
    await admin.do('deleteWfRun', ofRun);
    expect(await admin.code('getWfRun', ofRun)).toBe('NOT_FOUND');
  });

  test('definitions are put, read and listed', async () => {
    const admin = withKey('all');
    for (const [get, list, name] of [
      ['getTaskDef', 'searchTaskDefs', 'tell-requester'],
      ['getUserTaskDef', 'searchUserTaskDefs', 'it-request'],
      ['getWfSpec', 'searchWfSpecs', 'it-request'],
    ] as const) {
      const one = await admin.do(get, { params: { name } });
      expect((await admin.do(list, { query: `?prefix=${name}` })).results).toEqual([one]);
    }
    const put = { params: { name: 'scratch' }, body: { inputVars: [] } };
    expect(await admin.do('putTaskDef', put)).toEqual(await admin.do('putTaskDef', put));
    await admin.do('deleteTaskDef', { params: { name: 'scratch' } });
  });
});

describe('the whole engine, over HTTP', () => {
  test('a run is sent events, waits for a key, tells, is stopped, resumed, found and deleted', async () => {
    const admin = withKey('all');
    const put = (id: OperationId, name: string, body: unknown) => admin.do(id, { params: { name }, body });
    await put('putExternalEventDef', 'go', { contentType: 'STR' });
    await put('putExternalEventDef', 'paid', {
      contentType: 'INT',
      correlation: { deleteAfterFirstCorrelation: true },
    });
    await put('putWorkflowEventDef', 'told', { contentType: 'INT' });
    const spec = {
      entrypoint: 'main',
      threads: {
        main: {
          variables: [{ name: 'order', type: 'STR', searchable: true }],
          nodes: {
            start: { type: 'ENTRYPOINT', edges: [{ to: 'go' }] },
            go: { type: 'EXTERNAL_EVENT', externalEventDefName: 'go', edges: [{ to: 'paid' }] },
            paid: {
              type: 'EXTERNAL_EVENT',
              externalEventDefName: 'paid',
              correlationKey: { variable: 'order' },
              edges: [{ to: 'tell' }],
            },
            tell: {
              type: 'THROW_EVENT',
              workflowEventDefName: 'told',
              content: { nodeOutput: 'paid' },
              edges: [{ to: 'end' }],
            },
            end: { type: 'EXIT', result: { nodeOutput: 'paid' } },
          },
        },
      },
    };
    await put('putWfSpec', 'ordering', spec);
    const broken = { ...spec, entrypoint: 'nowhere' };
    expect(await admin.code('putWfSpec', { params: { name: 'ordering' }, body: broken })).toBe('INVALID_ARGUMENT');
    expect(await admin.code('deleteExternalEventDef', { params: { name: 'go' } })).toBe('FAILED_PRECONDITION');

    const { id: wfRunId } = await admin.do('runWf', { body: { wfSpecName: 'ordering', variables: { order: 'a b' } } });
    const ofRun = { params: { wfRunId } };
    const found = await admin.do('searchWfRuns', { query: '?wfSpecName=ordering&variable.order=a%20b' });
    expect(found.results.map(({ id }) => id)).toEqual([wfRunId]);
    expect(await admin.code('searchWfRuns', { query: '?wfSpecName=ordering&variable=a' })).toBe('INVALID_ARGUMENT');
    await admin.do('searchVariables', { query: '?wfSpecName=ordering&name=order&value=a%20b' });

    expect(await admin.do('stopWfRun', { ...ofRun, body: {} })).toMatchObject({ status: 'HALTED' });
    const event = { ...ofRun, body: { externalEventDefName: 'go', guid: 'go-1', content: 'now' } };
    const first = await admin.do('putExternalEvent', event);
    expect(await admin.do('putExternalEvent', event)).toEqual(first);
    expect(await admin.do('resumeWfRun', { ...ofRun, body: {} })).toMatchObject({ status: 'RUNNING' });
    expect((await admin.do('listExternalEvents', ofRun)).results).toMatchObject([{ guid: 'go-1', claimed: true }]);
    expect(
      (await admin.do('searchExternalEvents', { query: '?externalEventDefName=go&claimed=true' })).results,
    ).toHaveLength(1);

    const awaiting = admin.do('awaitWorkflowEvent', { ...ofRun, query: '?name=told&timeoutSeconds=20' });
    const key = { externalEventDefName: 'paid', key: 'a b' };
    const posted = await admin.do('putCorrelatedEvent', { body: { ...key, content: 42 } });
    expect(posted.externalEvents).toMatchObject([{ wfRunId }]);
    expect(await awaiting).toMatchObject({ content: 42, number: 0 });
    expect(await admin.code('getCorrelatedEvent', { params: { ...key, key: 'a%20b' } })).toBe('NOT_FOUND');
    expect(await admin.do('getWfRun', ofRun)).toMatchObject({ status: 'COMPLETED', output: 42 });
    expect((await admin.do('listWorkflowEvents', ofRun)).results).toHaveLength(1);
    const never = { ...ofRun, query: '?ignore=told.0&timeoutSeconds=0' };
    expect(await admin.send('awaitWorkflowEvent', never)).toMatchObject({ status: 408 });
    await admin.do('deleteWfRun', ofRun);
    expect(await admin.code('listNodeRuns', ofRun)).toBe('NOT_FOUND');
  });

  test('a struct grows compatibly, and a schedule, a bulk job and metrics answer as the document has it', async () => {
    const admin = withKey('all');
    const params = { name: 'address' };
    await admin.do('putStructDef', { params, body: { fields: { city: { type: 'STR' } } } });
    const grown = { fields: { city: { type: 'STR' }, street: { type: 'STR' } } };
    expect(await admin.code('putStructDef', { params, body: grown })).toBe('FAILED_PRECONDITION');
    expect((await admin.do('listStructDefVersions', { params })).results).toHaveLength(1);

    const body = { id: 'weekly', wfSpecName: 'it-request', cron: '0 7 * * MON', variables: { requester: 'maria' } };
    const made = await admin.do('scheduleWf', { body });
    const schedule = { params: { scheduleId: 'weekly' } };
    await admin.do('pauseScheduledWfRun', schedule);
    expect(await admin.do('resumeScheduledWfRun', schedule)).toEqual(made);
    expect((await admin.do('searchScheduledWfRuns')).results).toEqual([made]);
    expect((await admin.do('listRunsOfSchedule', schedule)).results).toEqual([]);
    await admin.do('deleteScheduledWfRun', schedule);
    expect(await admin.code('getScheduledWfRun', schedule)).toBe('NOT_FOUND');

    const job = { type: 'DELETE_WF_RUNS', wfSpecName: 'it-request', status: 'COMPLETED' };
    const { id: jobId } = await admin.do('createBulkJob', { body: job });
    expect((await admin.do('searchBulkJobs', { query: '?jobStatus=RUNNING' })).results).toMatchObject([{ id: jobId }]);
    await admin.do('deleteBulkJob', { params: { jobId } });
    expect((await admin.do('searchFailedTimers')).results).toEqual([]);
    const since = `from=${new Date(Date.now() - 60_000).toISOString()}`;
    await admin.do('getWfRunMetrics', { query: `?wfSpecName=it-request&${since}` });
    await admin.do('getTaskRunMetrics', { query: `?taskDefName=tell-requester&${since}` });
  });
});

describe('who calls', () => {
  test('another tenant finds nothing, whatever it knows', async () => {
    const task = { params: await docket.start() };
    const foreign = withKey('foreign');
    expect(await foreign.code('getUserTaskRun', task)).toBe('NOT_FOUND');
    expect(
      await foreign.code('completeUserTaskRun', { ...task, body: { userId: 'maria', results: { item: 'x' } } }),
    ).toBe('NOT_FOUND');
    expect(await foreign.code('getWfRun', task)).toBe('NOT_FOUND');
    expect((await foreign.do('searchUserTaskRuns')).results).toEqual([]);
    expect((await foreign.do('searchWfSpecs')).results).toEqual([]);
    expect(await docket.as(maria).do('getUserTaskRun', task.params)).toMatchObject({ status: 'ASSIGNED' });
  });

  test('a key does what its scope allows', async () => {
    const worker = withKey('worker');
    expect(await worker.do('whoAmI')).toMatchObject({ kind: 'service', name: 'worker', scopes: ['workers'] });
    expect(await worker.code('putTaskDef', { params: { name: 'x' }, body: {} })).toBe('PERMISSION_DENIED');
    expect(await worker.code('runWf', { body: { wfSpecName: 'it-request' } })).toBe('PERMISSION_DENIED');
  });

  test('who leaves a group leaves its tasks, and a new password ends the session, at once', async () => {
    const approval = { params: await docket.startApproval() };
    const fiona = await inBrowser('fiona');
    await fiona.do('getUserTaskRun', approval);
    const { pool } = docket.deps.store;
    await pool.query(`DELETE FROM membership WHERE user_id = 'fiona'`);
    expect(await fiona.code('getUserTaskRun', approval)).toBe('NOT_FOUND');
    await pool.query(`UPDATE user_account SET password_version = 1 WHERE id = 'fiona'`);
    expect(await fiona.code('whoAmI')).toBe('UNAUTHENTICATED');
  });
});

test('the same key and body get the first answer again, another body is refused', async () => {
  const requester = await inBrowser('maria');
  const start = (requester: string) => ({
    headers: { 'Idempotency-Key': 'start-1' },
    body: { wfSpecName: 'it-request', variables: { requester } },
  });
  const first = await requester.do('runWf', start('maria'));
  expect(await requester.do('runWf', start('maria'))).toEqual(first);
  expect(await requester.code('runWf', start('fred'))).toBe('FAILED_PRECONDITION');
});

describe('on the wire', () => {
  test('a body of unknown length is cut off at the bound', async () => {
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
    const init = { method: 'POST', body: endless, duplex: 'half', headers: { 'Content-Type': 'application/json' } };
    const authorization = { Authorization: `Bearer ${keys.all}` };
    const response = await fetch(`${origin}/api/v1/wf-runs`, {
      ...init,
      headers: { ...init.headers, ...authorization },
    } as RequestInit);
    expect(response.status).toBe(413);
    expect((await withKey('all').send('whoAmI')).status).toBe(200);
  });

  test('a poll whose client has gone takes no work', async () => {
    const gone = new AbortController();
    const body = JSON.stringify({ taskDefNames: ['tell-requester'], workerId: 'gone', waitSeconds: 30 });
    const headers = { Authorization: `Bearer ${keys.worker}`, 'Content-Type': 'application/json' };
    const polling = fetch(`${origin}/api/v1/task-runs/poll`, { method: 'POST', headers, body, signal: gone.signal });
    const [{ socket }] = (await once(server, 'request')) as [IncomingMessage];
    const left = once(socket, 'close');
    gone.abort();
    await expect(polling).rejects.toThrow('aborted');
    await left;

    const approval = await docket.startApproval();
    const fred = await inBrowser('fred');
    await fred.do('completeUserTaskRun', { params: approval, body: { results: { isApproved: true } } });
    const poll = { body: { taskDefNames: ['tell-requester'], workerId: 'here', waitSeconds: 5 } };
    const { results } = await withKey('worker').do('pollTaskRuns', poll);
    expect(results.map((lease) => lease.wfRunId)).toEqual([approval.wfRunId]);
  });
});
