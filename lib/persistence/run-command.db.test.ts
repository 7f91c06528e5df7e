import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#contracts/actor.ts';
import type { Refusal } from '#contracts/problem.ts';
import { wfSpecBody } from '#contracts/wf-spec.ts';
import type { Request } from '#engine/command.ts';
import { newGuid } from '#platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import type { CallKey } from './idempotency.ts';
import { insertDefinition } from './put-definitions.ts';
import { type CommandRequest, type CommandResult, runCommand } from './run-command.ts';
import { closeStore, openStore, type Store } from './store.ts';

const TENANT = 'acme';
const FRED: Actor = { kind: 'user', id: 'fred', onBehalfOf: null };
const SPEC = { name: 'ask', majorVersion: 0, revision: 0 };
const TASK = '0-1';

let database: TestDatabase;
let store: Store;
const opened: Store[] = [];

const open = (testClock: boolean): Store => {
  const one = openStore({ databaseUrl: database.url, poolSize: 4, testClock });
  opened.push(one);
  return one;
};

beforeEach(async () => {
  database = await createTestDatabase();
  store = open(true);
  const form = { kind: 'UserTaskDef', name: 'form', major: 0, revision: 0 } as const;
  const work = { kind: 'TaskDef', name: 'work', major: 0, revision: 0 } as const;
  await insertDefinition(store, TENANT, form, { fields: [] }, []);
  await insertDefinition(store, TENANT, work, { inputVars: [] }, []);
  const body = wfSpecBody.parse({
    entrypoint: 'main',
    threads: {
      main: {
        variables: [],
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'ask' }] },
          ask: {
            type: 'USER_TASK',
            userTaskDefName: 'form',
            userTaskDefVersion: 0,
            userGroup: { literal: 'finance' },
            edges: [{ to: 'do' }],
          },
          do: { type: 'TASK', taskDefName: 'work', inputs: [], timeoutSeconds: 60, edges: [{ to: 'end' }] },
          end: { type: 'EXIT' },
        },
      },
    },
  });
  const stored = { ...JSON.parse(JSON.stringify(body)), frozenVariables: [] };
  await insertDefinition(store, TENANT, { kind: 'WfSpec', name: SPEC.name, major: 0, revision: 0 }, stored, [
    form,
    work,
  ]);
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await Promise.all(opened.splice(0).map(closeStore));
  await database.drop();
});

type Given = Partial<Pick<CommandRequest<string>, 'call' | 'isNew' | 'decide'>>;

function run(on: Store, wfRunId: string, command: Request, given: Given = {}): Promise<CommandResult<string>> {
  const focus = 'guid' in command && command.type !== 'ReportTask' ? { wfRunId, guid: TASK } : null;
  return runCommand<string>(on, {
    tenantId: TENANT,
    wfRunId,
    focus: focus && { type: 'userTask', ...focus },
    call: null,
    decide: ({ userTask }) => (focus && !userTask ? { refusal: NO_TASK } : { command }),
    respond: (_, { family }) => `${wfRunId} ${family.runs[wfRunId]?.status}`,
    ...given,
  });
}

const NO_TASK: Refusal = { code: 'NOT_FOUND', detail: 'no task' };
const start = (on: Store, wfRunId: string, given: Given = {}) => {
  const rest = { variables: {}, requester: null, parentWfRunId: null, scheduleId: null, actor: FRED };
  return run(on, wfRunId, { type: 'RunWf', wfRunId, wfSpec: SPEC, ...rest }, given);
};
const comment = (on: Store, wfRunId: string, text: string, given: Given = {}) =>
  run(on, wfRunId, { type: 'AddComment', wfRunId, guid: TASK, userId: 'fred', text, actor: FRED }, given);
const complete = (on: Store, wfRunId: string) =>
  run(on, wfRunId, { type: 'CompleteUserTask', wfRunId, guid: TASK, userId: 'fred', results: {}, actor: FRED });

const texts = async (wfRunId: string): Promise<string[]> => {
  const { rows } = await store.pool.query<{ text: string }>(
    `SELECT body ->> 'text' AS text FROM user_task_event WHERE wf_run_id = $1 AND body ->> 'text' IS NOT NULL ORDER BY seq`,
    [wfRunId],
  );
  return rows.map(({ text }) => text);
};
const versionOf = async (familyId: string): Promise<number | undefined> => {
  const { rows } = await store.pool.query('SELECT version FROM wf_family WHERE family_id = $1', [familyId]);
  return rows[0]?.version;
};

/** The names of the statements that a store sends from now on. */
function statementsOf({ pool }: Store): string[] {
  const names: string[] = [];
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
  vi.spyOn(pool, 'query').mockImplementation((...args: unknown[]) => {
    names.push((args[0] as { name?: string }).name ?? '');
    return query(...args) as never;
  });
  return names;
}

describe('commands that come together', () => {
  test('share loads and commits', async () => {
    await start(store, 'first');
    const names = statementsOf(store);
    const started = await Promise.all(Array.from({ length: 20 }, (_, index) => start(store, `run-${index}`)));
    expect(started.every(({ ok }) => ok)).toBe(true);
    // Two flushers with a load and a commit each.
    expect(names).toHaveLength(4);
    expect(await versionOf('run-19')).toBe(1);
  });

  test('on one family are done in their order, each on what the one before it left', async () => {
    await start(store, 'run');
    const names = statementsOf(store);
    await Promise.all(['a', 'b', 'c', 'd'].map((text) => comment(store, 'run', text)));
    expect(await texts('run')).toEqual(['a', 'b', 'c', 'd']);
    expect(names.filter((name) => name.startsWith('commit'))).toHaveLength(1);
    const { rows } = await store.pool.query('SELECT comment_count, next_event_seq FROM user_task_run');
    expect(rows).toEqual([{ comment_count: 4, next_event_seq: 5 }]);
  });

  test('see what one before them did: a task that it finished is finished', async () => {
    await start(store, 'run');
    const [done, late, remark] = await Promise.all([
      complete(store, 'run'),
      run(store, 'run', { type: 'CancelUserTask', wfRunId: 'run', guid: TASK, reason: 'late', actor: FRED }),
      comment(store, 'run', 'afterwards'),
    ]);
    expect(done.ok).toBe(true);
    expect(late).toMatchObject({ ok: false, refusal: { code: 'FAILED_PRECONDITION' } });
    expect(remark.ok).toBe(true);
    expect(await texts('run')).toEqual(['afterwards']);
  });

  test('are not hurt by one that is refused, nor by one whose decision throws', async () => {
    await start(store, 'run');
    const broken = (): never => {
      throw new Error('a bug in a service');
    };
    const outcomes = await Promise.allSettled([
      comment(store, 'run', 'a'),
      comment(store, 'run', 'never', { decide: () => ({ refusal: NO_TASK }) }),
      comment(store, 'run', 'never', { decide: broken }),
      comment(store, 'nowhere', 'never'),
      comment(store, 'run', 'b'),
    ]);
    expect(outcomes).toMatchObject([
      { value: { ok: true } },
      { value: { ok: false } },
      { reason: { message: 'a bug in a service' } },
      { value: { ok: false, refusal: NO_TASK } },
      { value: { ok: true } },
    ]);
    expect(await texts('run')).toEqual(['a', 'b']);
  });

  test('are not hurt by one that the database refuses, of which nothing is left', async () => {
    for (const id of ['run', 'other']) await start(store, id);
    // PostgreSQL takes no NUL: the last of the rows of this command breaks the statement of all.
    const poison = { ...FRED, id: 'NUL \u0000' };
    const remark = { type: 'AddComment', wfRunId: 'run', guid: TASK, userId: 'fred', text: 'never' } as const;
    const outcomes = await Promise.allSettled([
      comment(store, 'other', 'a'),
      comment(store, 'run', 'b'),
      comment(store, 'run', 'never', { decide: () => ({ command: { ...remark, actor: poison } }) }),
      comment(store, 'run', 'c'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await texts('other')).toEqual(['a']);
    expect(await texts('run')).toEqual(['b', 'c']);
    expect(await versionOf('run')).toBe(3);
  });

  test('under one Idempotency-Key take effect once, and get the one answer', async () => {
    const call: CallKey = { principal: 'user:fred', operation: 'runWf', key: 'k', bodyHash: 'h' };
    const [one, two] = await Promise.all([start(store, 'one', { call }), start(store, 'two', { call, isNew: true })]);
    expect(two).toEqual(one);
    const { rows } = await store.pool.query<{ id: string }>('SELECT id FROM wf_run');
    // Of two that race, either is first: the one that has nothing to load need not wait for the other.
    expect(rows).toMatchObject([{ id: expect.stringMatching(/^(one|two)$/) }]);
    expect(one).toEqual({ ok: true, response: `${rows[0]?.id} RUNNING` });
    const other = await start(store, 'three', { call: { ...call, bodyHash: 'another' } });
    expect(other).toMatchObject({ ok: false, refusal: { code: 'FAILED_PRECONDITION' } });
    expect((await store.pool.query('SELECT id FROM wf_run')).rowCount).toBe(1);
  });
});

describe('two processes', () => {
  test('that saw the same family: the one that was slower does it again on what it finds', async () => {
    const other = open(true);
    await start(store, 'run');
    const client = await store.pool.connect();
    await client.query('BEGIN');
    await client.query("SELECT FROM wf_family WHERE family_id = 'run' FOR UPDATE");
    const racing = [comment(store, 'run', 'a'), comment(other, 'run', 'b')];
    const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while ((await store.pool.query(waiting)).rowCount !== 2);
    await client.query('COMMIT');
    client.release();
    expect(await Promise.all(racing)).toMatchObject([{ ok: true }, { ok: true }]);
    expect((await texts('run')).sort()).toEqual(['a', 'b']);
    expect(await versionOf('run')).toBe(3);
  });

  test('a family at hand that another process changed is looked at again', async () => {
    const [here, there] = [open(false), open(false)];
    await start(here, 'run', { isNew: true });
    await comment(here, 'run', 'a');
    await complete(there, 'run');
    const refusedHere = await run(here, 'run', {
      type: 'CancelUserTask',
      wfRunId: 'run',
      guid: TASK,
      reason: null,
      actor: FRED,
    });
    expect(refusedHere).toMatchObject({ ok: false, refusal: { code: 'FAILED_PRECONDITION' } });
    expect(await comment(here, 'run', 'b')).toMatchObject({ ok: true });
    expect(await texts('run')).toEqual(['a', 'b']);
  });
});

describe('a family at hand', () => {
  test('is not loaded for the next command', async () => {
    const here = open(false);
    await start(here, 'run', { isNew: true });
    const names = statementsOf(here);
    await comment(here, 'run', 'a');
    await comment(here, 'run', 'b');
    expect(names.map((name) => name.split('-')[0])).toEqual(['commit', 'commit']);
    expect(await texts('run')).toEqual(['a', 'b']);
  });

  test('a run whose id is taken is ALREADY_EXISTS, by a run of its own or in another family', async () => {
    await start(store, 'mine', { isNew: true });
    const taken = { ok: false, refusal: { code: 'ALREADY_EXISTS' } };
    expect(await start(store, 'mine', { isNew: true })).toMatchObject(taken);
    await store.pool.query(
      `INSERT INTO wf_run (tenant_id, id, family_id, wf_spec_name, major_version, revision, status, started_at)
      VALUES ($1, 'child', 'mine', 'ask', 0, 0, 'RUNNING', now())`,
      [TENANT],
    );
    expect(await start(open(false), 'child', { isNew: true })).toMatchObject(taken);
    expect(await versionOf('child')).toBeUndefined();
  });
});

test('a WfSpec that was deleted meanwhile is not run, also where it is remembered', async () => {
  await start(store, 'run');
  await store.pool.query("DELETE FROM definition_use WHERE kind = 'WfSpec'");
  await store.pool.query("DELETE FROM definition WHERE kind = 'WfSpec'");
  expect(await start(store, 'late')).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
  expect(await versionOf('late')).toBeUndefined();
});

describe('work', () => {
  const WANTED = { taskDefNames: ['work'], max: 5, workerId: 'w' };
  const until = new AbortController().signal;

  test('goes to a poll that waits with the commit that schedules it, and on lease into the queue', async () => {
    await start(store, 'run');
    const names = statementsOf(store);
    // Without timers: a poll that waits for long looks again.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const polled = store.polls.poll(TENANT, WANTED, 10_000, until);
    await vi.waitFor(() => expect(names).toEqual(['claim-tasks']));
    // It waits from when it is told that there is nothing yet.
    await vi.mocked(store.pool.query).mock.results[0]?.value;
    await complete(store, 'run');
    const [lease] = await polled;
    expect(lease).toMatchObject({ wfRunId: 'run', guid: '0-2', taskDefName: 'work', attempt: 0 });
    expect(names.filter((name) => name === 'claim-tasks')).toHaveLength(1);
    const { rows } = await store.pool.query('SELECT worker_id, lease_token FROM task_queue');
    expect(rows).toEqual([{ worker_id: 'w', lease_token: lease?.leaseToken }]);
  });

  test('that nobody waits for is claimed by the next poll, and by one alone', async () => {
    const ids = [newGuid(), newGuid(), newGuid()];
    await Promise.all(ids.map((id) => start(store, id)));
    await Promise.all(ids.map((id) => complete(store, id)));
    const polls = await Promise.all(
      [store, open(true)].flatMap((on) => [
        on.polls.poll(TENANT, WANTED, 0, until),
        on.polls.poll(TENANT, WANTED, 0, until),
      ]),
    );
    expect(
      polls
        .flat()
        .map(({ wfRunId }) => wfRunId)
        .sort(),
    ).toEqual(ids.sort());
  });
});
