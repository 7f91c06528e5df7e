// The history of user tasks cannot be changed by the application, and what somebody with more rights does to it is found.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { advanceTestClock } from './advance-test-clock.ts';
import { ada, type Docket, fiona, fred, ivan, maria, openDocket } from './testing/docket.ts';
import { verifyRun, verifyTenant } from './verify-histories.ts';

let database: TestDatabase;
let docket: Docket;
let superuser: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  superuser = new pg.Client({ connectionString: database.url });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await docket.close();
  await database.drop();
});

type Task = { wfRunId: string; guid: string };

async function finished(): Promise<Task> {
  const task = await docket.startApproval();
  await docket.as(fred).do('claimUserTaskRun', task);
  await docket.as(fred).do('addComment', { ...task, comment: 'Which model?' });
  await docket.as(fred).do('completeUserTaskRun', { ...task, results: { isApproved: true } });
  await docket.as(fred).do('addComment', { ...task, comment: 'Ordered.' });
  return task;
}

const verify = (task: Task) => docket.as(ada).do('verifyUserTaskRun', task);
const verdict = async (task: Task) => {
  const { fault } = await verify(task);
  return fault && `${fault.kind} ${fault.seq}`;
};

/** As somebody who may switch off what guards the history. */
async function tamper(sql: string, { wfRunId, guid }: Task): Promise<void> {
  await superuser.query(`SET session_replication_role = replica`);
  await superuser.query(`${sql}`.replaceAll('THE_TASK', 'wf_run_id = $1 AND guid = $2'), [wfRunId, guid]);
  await superuser.query(`SET session_replication_role = DEFAULT`);
}

describe('the chain', () => {
  it('holds over claims, comments, the end and comments on what is finished', async () => {
    const task = await finished();
    const { events } = await docket.as(fred).do('getUserTaskRun', task);
    expect(await verify(task)).toEqual({ isIntact: true, events: 5, lastHash: events.at(-1)?.hash, fault: null });
    expect(await docket.as(fred).code('verifyUserTaskRun', task)).toBe('PERMISSION_DENIED');
  });

  it.each([
    [
      'a comment that says something else',
      'ALTERED 2',
      `UPDATE user_task_event SET body = replace(body::text, 'Which', 'What')::json WHERE THE_TASK AND seq = 2`,
    ],
    ['another actor', 'ALTERED 1', `UPDATE user_task_event SET actor_id = 'fiona' WHERE THE_TASK AND seq = 1`],
    ['another time', 'ALTERED 3', `UPDATE user_task_event SET at = at - interval '1 day' WHERE THE_TASK AND seq = 3`],
    ['an event that is gone', 'MISSING 2', `DELETE FROM user_task_event WHERE THE_TASK AND seq = 2`],
    ['the last event gone', 'CUT_OFF 4', `DELETE FROM user_task_event WHERE THE_TASK AND seq = 4`],
    [
      'two that changed places',
      'OUT_OF_ORDER 1',
      `UPDATE user_task_event SET seq = CASE seq WHEN 1 THEN -2 ELSE -1 END WHERE THE_TASK AND seq IN (1, 2)`,
    ],
  ])('tells of %s: %s', async (_what, expected, sql) => {
    const task = await finished();
    await tamper(sql, task);
    await tamper('UPDATE user_task_event SET seq = -seq WHERE THE_TASK AND seq < 0', task);
    expect(await verdict(task)).toBe(expected);
    const faults: string[] = [];
    for await (const one of verifyTenant(docket.deps, ada.tenantId)) {
      if (one.verification.fault) faults.push(`${one.wfRunId} ${one.guid}`);
    }
    expect(faults).toContain(`${task.wfRunId} ${task.guid}`);
    expect((await verifyRun(docket.deps, ada.tenantId, task.wfRunId)).tasks).toMatchObject([
      { guid: '0-1', verification: { isIntact: true } },
      { guid: '0-2', verification: { isIntact: false } },
    ]);
  });
});

describe('the role of the application', () => {
  const REFUSED = /append-only/;

  it.each([`UPDATE user_task_event SET reason = 'x'`, 'DELETE FROM user_task_event', 'TRUNCATE user_task_event'])(
    'may not %s, even where it owns the table',
    async (sql) => {
      await finished();
      await expect(docket.deps.store.pool.query(sql)).rejects.toThrow(REFUSED);
    },
  );

  it('is not the owner: it may not even set the mark of erase_family, and deletes runs by that alone', async () => {
    const task = await finished();
    const role = `app_${database.url.slice(-16)}`;
    await superuser.query(`CREATE ROLE ${role} LOGIN PASSWORD 'app'`);
    await superuser.query(`GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA public TO ${role}`);
    try {
      await superuser.query(`SET ROLE ${role}`);
      for (const sql of [
        'DELETE FROM user_task_event',
        `UPDATE user_task_event SET seq = 7`,
        'TRUNCATE user_task_event',
      ]) {
        await superuser.query(`SET docket.erasing = 'on'`);
        await expect(superuser.query(sql)).rejects.toThrow(REFUSED);
      }
      const { rows } = await superuser.query(`SELECT erase_family($1, $2, 'ada', 'asked for', true) AS outcome`, [
        ada.tenantId,
        task.wfRunId,
      ]);
      expect(rows).toEqual([{ outcome: 'ERASED' }]);
      for (const sql of ['DELETE FROM wf_run_tombstone', `UPDATE wf_run_tombstone SET erased_by = 'x'`]) {
        await expect(superuser.query(sql)).rejects.toThrow(/stays/);
      }
    } finally {
      await superuser.query('RESET ROLE');
      await superuser.query(`DROP OWNED BY ${role}`);
      await superuser.query(`DROP ROLE ${role}`);
    }
  });
});

it('a deleted run leaves who, when, why, and how each history ended', async () => {
  const task = await finished();
  const { lastHash } = await verify(task);
  await docket.as(ada).do('stopWfRun', { wfRunId: task.wfRunId });
  await docket.as(ada).do('deleteWfRun', { wfRunId: task.wfRunId, reason: 'Maria asked for it.' });
  expect(await docket.as(ada).code('verifyUserTaskRun', task)).toBe('NOT_FOUND');
  expect(await verifyRun(docket.deps, ada.tenantId, task.wfRunId)).toMatchObject({
    tasks: [],
    tombstone: {
      erasedBy: 'user:ada',
      reason: 'Maria asked for it.',
      histories: [{ guid: '0-1' }, { guid: '0-2', events: 5, lastHash }],
    },
  });
  expect(await docket.as(maria).code('getUserTaskRun', task)).toBe('NOT_FOUND');
});

describe('what a history tells', () => {
  it('what was typed in a sitting, once, across hand-over; who held it for how long; and that it is intact', async () => {
    const task = await docket.startApproval();
    const type = (who: typeof fred, results: object) =>
      docket.as(who).do('saveUserTaskRun', { ...task, results: results as never, sitting: 'GOES_ON' });
    await advanceTestClock(docket.deps, 4 * 3_600_000);
    await docket.as(fred).do('claimUserTaskRun', task);
    await type(fred, { comments: 'Wh' });
    await advanceTestClock(docket.deps, 60_000);
    const typed = await type(fred, { comments: 'Which?' });
    expect(typed.events.map((event) => event.type)).toEqual(['ASSIGNED', 'ASSIGNED']);
    expect(typed.draft).toMatchObject({ results: { comments: 'Which?' }, fields: { comments: { savedBy: 'fred' } } });
    await docket.as(fred).do('releaseUserTaskRun', { ...task, reason: 'On holiday.' });
    await docket.as(fiona).do('claimUserTaskRun', task);
    const hers = await type(fiona, { isApproved: true });
    expect(hers.draft).toMatchObject({
      results: { comments: 'Which?', isApproved: true },
      savedBy: 'fiona',
      fields: { comments: { savedBy: 'fred' }, isApproved: { savedBy: 'fiona' } },
    });
    await advanceTestClock(docket.deps, 20 * 60_000);
    await docket.as(fiona).do('completeUserTaskRun', { ...task, results: {} });

    const history = await docket.as(maria).do('getUserTaskHistory', task);
    expect(history.events.map((event) => event.type)).toEqual([
      'ASSIGNED',
      'ASSIGNED',
      'SAVED',
      'ASSIGNED',
      'ASSIGNED',
      'SAVED',
      'COMPLETED',
    ]);
    expect(history.events[2]).toMatchObject({
      actorId: 'fred',
      changes: [{ field: 'comments', before: null, after: 'Which?' }],
    });
    // But for the moment in which finance had it in between.
    const held = history.line.filter(({ seconds }) => (seconds ?? 0) >= 60);
    expect(
      held.map(({ userId, userGroup, seconds }) => [userId ?? userGroup, Math.round((seconds ?? 0) / 60)]),
    ).toEqual([
      ['finance', 240],
      ['fred', 1],
      ['fiona', 20],
    ]);
    expect(history.verification).toMatchObject({ isIntact: true, events: 7 });
    expect(await docket.as(ivan).code('getUserTaskHistory', task)).toBe('NOT_FOUND');
  });
});
