// GET /events, by two processes on one database: what one of them does is told by the other.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAuthenticate } from '#auth/principal-from-request.ts';
import { SESSION_COOKIE } from '#auth/session-token.ts';
import type { LiveEvent } from '#contracts/live-event.ts';
import { createRestApp } from '#http/app.ts';
import { DocketClient, type Followed } from '#sdk';
import { advanceTestClock } from '#services/advance-test-clock.ts';
import { type Deps, openDeps } from '#services/deps.ts';
import { followChanges } from '#services/follow-changes.ts';
import { forgetChanges } from '#services/forget-changes.ts';
import { authenticateApiKey } from '#services/identity/authenticate-api-key.ts';
import { foundTenant } from '#services/identity/found-tenant.ts';
import { loadPrincipal } from '#services/identity/load-principal.ts';
import { invoke } from '#services/invoke.ts';
import { ada, type Docket, fred, maria, openDocket, TENANT } from '#services/testing/docket.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { readEvents } from '../sdk/src/client/event-stream.ts';

const secret = 'a secret of the tests, long enough';
vi.stubEnv('AUTH_SECRET', secret);

let database: TestDatabase;
let docket: Docket;
let elsewhere: Deps;
let servers: { server: Server; url: string }[];
let keys: Record<string, string>;

const account = (id: string, ...groups: string[]) => ({ id, displayName: id, password: id, isAdmin: false, groups });

async function serve(deps: Deps): Promise<{ server: Server; url: string }> {
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
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  elsewhere = openDeps({ databaseUrl: database.url, poolSize: 4, testClock: true });
  const users = [account('maria'), account('fred', 'finance'), account('fiona', 'finance'), account('ivan', 'it')];
  const ours = { id: TENANT, groups: ['finance', 'it'], users, apiKeys: [{ name: 'all', scopes: ['*' as const] }] };
  const theirs = { id: 'other', groups: [], users: [], apiKeys: [{ name: 'foreign', scopes: ['*' as const] }] };
  keys = { ...(await foundTenant(docket.deps, ours)), ...(await foundTenant(docket.deps, theirs)) };
  servers = [await serve(docket.deps), await serve(elsewhere)];
});
afterAll(async () => {
  for (const { server } of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await elsewhere.close();
  await docket.close();
  await database.drop();
});

const urlOf = (process: number): string => servers[process]?.url ?? '';
const client = (name: string, process: number) => new DocketClient({ url: urlOf(process), apiKey: keys[name] ?? '' });

/** A stream of events that has begun: what is done from now on comes. */
async function follow(headers: Record<string, string>, process = 1) {
  const gone = new AbortController();
  const stream = readEvents(`${urlOf(process)}/api/v1/events`, headers, gone.signal);
  const first = await stream.next();
  return {
    id: first.value?.id ?? '',
    first: first.value?.event ?? null,
    /** The events up to the one that fits, with their ids. */
    until: async (isLast: (event: LiveEvent) => boolean): Promise<Followed[]> => {
      const events: Followed[] = [];
      for (;;) {
        const { value, done } = await stream.next();
        if (done) throw new Error('the stream has ended');
        if (!value.event) continue;
        events.push({ id: value.id, event: value.event });
        if (isLast(value.event)) return events;
      }
    },
    ended: async () => {
      for (;;) if ((await stream.next()).done) return;
    },
    close: () => gone.abort(),
  };
}

const asKey = (name: string) => ({ authorization: `Bearer ${keys[name]}` });
async function asPerson(userId: string): Promise<Record<string, string>> {
  const claims = { tenantId: TENANT, userId, passwordVersion: 0 };
  return { cookie: `${SESSION_COOKIE}=${await encode({ token: claims, secret, salt: '' } as never)}` };
}

const isDone = (wfRunId: string) => (event: LiveEvent) =>
  event.type === 'userTask' && event.wfRunId === wfRunId && event.guid === '0-2' && event.status === 'DONE';

async function approve(task: { wfRunId: string; guid: string }): Promise<void> {
  await docket.as(fred).do('completeUserTaskRun', { ...task, results: { isApproved: true } });
}

describe('what one process does', () => {
  it('is told by the other, in order, to a key of the tenant and to no other tenant', async () => {
    const ours = await follow(asKey('all'));
    const theirs = await follow(asKey('foreign'));
    const task = await docket.startApproval();
    await approve(task);
    const told = (await ours.until(isDone(task.wfRunId))).map(({ event }) => event);
    const { wfRunId } = task;
    expect(told.filter(({ type }) => type === 'wfRun')).toEqual([
      { type: 'wfRun', wfRunId, wfSpecName: 'it-request', status: 'RUNNING' },
    ]);
    const tasks = told.flatMap((event) =>
      event.type === 'userTask' ? [[event.guid, event.status, event.userId]] : [],
    );
    expect(tasks).toEqual([
      ['0-1', 'ASSIGNED', 'maria'],
      ['0-1', 'DONE', 'maria'],
      ['0-2', 'UNASSIGNED', null],
      ['0-2', 'DONE', 'fred'],
    ]);
    const resumed = await follow({ ...asKey('foreign'), 'last-event-id': theirs.id });
    expect(resumed.first).toBeNull();
    for (const stream of [ours, theirs, resumed]) stream.close();
  });

  it('is told after a run was deleted', async () => {
    const stream = await follow(asKey('all'));
    const { wfRunId } = await docket.start();
    await docket.as(ada).do('stopWfRun', { wfRunId });
    await docket.as(ada).do('deleteWfRun', { wfRunId });
    const told = await stream.until(({ type }) => type === 'wfRunDeleted');
    expect(told.at(-1)?.event).toEqual({ type: 'wfRunDeleted', wfRunId });
    stream.close();
  });
});

it('each save of a sitting is told to whoever types it, and to nobody else', async () => {
  const { wfRunId, guid } = await docket.startApproval();
  await docket.as(fred).do('claimUserTaskRun', { wfRunId, guid });
  const own = await follow(await asPerson('fred'));
  const colleague = await follow(await asPerson('fiona'));
  for (const comments of ['H', 'Hm', 'Hmm']) {
    await docket.as(fred).do('saveUserTaskRun', { wfRunId, guid, results: { comments }, sitting: 'GOES_ON' });
  }
  await docket.as(fred).do('releaseUserTaskRun', { wfRunId, guid });
  const isBack = (event: LiveEvent) => event.type === 'userTask' && event.status === 'UNASSIGNED' && event.version > 1;
  const drafts = (told: Followed[]) =>
    told.filter(({ event }) => event.type === 'userTaskDraft').map(({ event }) => event);
  expect(drafts(await own.until(isBack)).at(-1)).toEqual({ type: 'userTaskDraft', wfRunId, guid });
  expect(drafts(await colleague.until(isBack))).toEqual([]);
  for (const stream of [own, colleague]) stream.close();
});

it('a saved view that is made, changed or deleted is told to whoever may use it', async () => {
  const member = await follow(await asPerson('fiona'));
  const stranger = await follow(await asPerson('ivan'));
  const as = docket.as(fred);
  const body = { name: 'Of us all', query: { available: true } };
  const { id: viewId } = await as.do('createView', { ...body, userGroup: 'finance' });
  await member.until(({ type }) => type === 'savedView');
  await as.do('replaceView', { ...body, viewId, name: 'Ours' });
  await as.do('deleteView', { viewId });
  await as.do('createView', { name: 'Mine alone', query: {} });
  const { wfRunId } = await docket.startApproval();
  await docket.as(fred).do('completeUserTaskRun', { wfRunId, guid: '0-2', results: { isApproved: true } });
  const told = await member.until(isDone(wfRunId));
  const views = told.flatMap(({ event }) => (event.type === 'savedView' ? [event.viewId] : []));
  expect(views, 'changed and deleted, and of his own nothing').toEqual([viewId, viewId]);
  await docket.as(ada).do('createView', { name: 'For it', query: {}, userGroup: 'it' });
  expect((await stranger.until(() => true)).map(({ event }) => event.type)).toEqual(['savedView']);
  for (const stream of [member, stranger]) stream.close();
});

describe('who resumes', () => {
  it('loses nothing and repeats nothing, wherever it stopped', async () => {
    const whole = await follow(asKey('all'));
    const tasks = await Promise.all(Array.from({ length: 8 }, () => docket.startApproval()));
    await Promise.all(tasks.map(approve));
    const open = new Set(tasks.map(({ wfRunId }) => wfRunId));
    const all = await whole.until((event) => {
      if (event.type === 'userTask' && event.guid === '0-2' && event.status === 'DONE') open.delete(event.wfRunId);
      return open.size === 0;
    });
    whole.close();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const [index, { id }] of all.entries()) {
      if (index === all.length - 1) break;
      const rest = all.slice(index + 1);
      const last = rest.at(-1)?.id;
      const seen: Followed[] = [];
      const resumed = new DocketClient({ url: urlOf(index % 2 === 0 ? 0 : 1), apiKey: keys.all ?? '' });
      for await (const told of resumed.events({ lastEventId: id })) {
        seen.push(told);
        if (told.id === last) break;
      }
      expect(seen).toEqual(rest);
    }
  });

  it('is told of what a transaction did that began before others and ended after them', async () => {
    const stream = await follow(asKey('all'));
    const late = await docket.deps.store.pool.connect();
    try {
      await late.query('BEGIN');
      await late.query(
        `INSERT INTO live_change VALUES (pg_current_xact_id()::text::bigint, $1, clock_timestamp(), '[["r","late","it-request","RUNNING"]]')`,
        [TENANT],
      );
      const { wfRunId } = await docket.start();
      await late.query('COMMIT');
      const told = await stream.until((event) => event.type === 'userTask' && event.wfRunId === wfRunId);
      expect(told[0]?.event).toMatchObject({ type: 'wfRun', wfRunId: 'late' });
    } finally {
      late.release();
      stream.close();
    }
  });

  it('is told to read anew where what came since was forgotten, and when the id is of no place here', async () => {
    const stream = await follow(asKey('all'));
    await docket.start();
    const { wfRunId } = await docket.start();
    const last = (await stream.until((event) => event.type === 'wfRun' && event.wfRunId === wfRunId)).at(-1);
    stream.close();
    await advanceTestClock(docket.deps, 25 * 3_600_000);
    while ((await forgetChanges(docket.deps)).isMore);
    // A process that has nothing of it in memory.
    const fresh = openDeps({ databaseUrl: database.url, poolSize: 2, testClock: true });
    const place = servers.push(await serve(fresh)) - 1;
    const firstAfter = async (lastEventId = '') => {
      const resumed = await follow({ ...asKey('all'), 'last-event-id': lastEventId }, place);
      resumed.close();
      return resumed.first;
    };
    for (const id of [stream.id, '999999999999', 'nonsense']) expect(await firstAfter(id)).toEqual({ type: 'reset' });
    expect(await firstAfter(last?.id)).toBeNull();
    await fresh.close();
  });
});

describe('a person', () => {
  it('is told of what they may see alone, and that a task left for others', async () => {
    const streams = {
      fred: await follow(await asPerson('fred')),
      ivan: await follow(await asPerson('ivan')),
      maria: await follow(await asPerson('maria')),
    };
    const task = await docket.startApproval();
    await docket.as(ada).do('assignUserTaskRun', { ...task, userGroup: 'it', reason: 'It is a machine.' });
    const own = await docket.as(maria).do('runWf', { wfSpecName: 'it-request', variables: { requester: 'ivan' } });

    const toFred = await streams.fred.until(({ type }) => type === 'userTaskLeft');
    expect(toFred.map(({ event }) => event)).toEqual([
      expect.objectContaining({ type: 'userTask', guid: '0-2', userGroup: 'finance' }),
      { type: 'userTaskLeft', ...task },
    ]);
    const toIvan = await streams.ivan.until((event) => event.type === 'userTask' && event.wfRunId === own.id);
    expect(toIvan.map(({ event }) => event)).toEqual([
      expect.objectContaining({ type: 'userTask', guid: '0-2', userGroup: 'it' }),
      expect.objectContaining({ type: 'userTask', guid: '0-1', userId: 'ivan' }),
    ]);
    const toMaria = await streams.maria.until((event) => event.type === 'userTask' && event.wfRunId === own.id);
    expect(toMaria.every(({ event }) => event.type === 'userTask')).toBe(true);
    for (const stream of Object.values(streams)) stream.close();
  });

  it('is not told without a session, nor more than so many times at once', async () => {
    await expect(follow({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const open = await Promise.all(Array.from({ length: 20 }, () => follow({ ...asKey('foreign') }, 0)));
    await expect(follow(asKey('foreign'), 0)).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });
    for (const stream of open) stream.close();
  });
});

it('a stream ends when its process stops', async () => {
  const stopping = openDeps({ databaseUrl: database.url, poolSize: 2, testClock: true });
  const served = await serve(stopping);
  const stream = await follow(asKey('all'), servers.push(served) - 1);
  stopping.drain();
  await stream.ended();
  await stopping.close();
});

it('the client goes on where a connection was lost', async () => {
  const gone = new AbortController();
  // From a place that is known: what is done before the stream is open comes too.
  const { id: lastEventId, close } = await follow(asKey('all'));
  close();
  const stream = client('all', 1).events({ signal: gone.signal, lastEventId });
  const before = await docket.start();
  expect((await stream.next()).value?.event).toMatchObject({ wfRunId: before.wfRunId });
  servers[1]?.server.closeAllConnections();
  const after = await docket.start();
  for await (const { event } of stream) if ('wfRunId' in event && event.wfRunId === after.wfRunId) break;
  gone.abort();
});
