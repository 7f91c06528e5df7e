import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { ada, type Docket, fiona, fred, IT_REQUEST, ivan, maria, openDocket, robot } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
});
afterAll(async () => {
  await docket.close();
  await database.drop();
});

const APPROVED = { isApproved: true };

describe('ownership', () => {
  test('release gives it back to the group, and its past owner still sees it', async () => {
    const task = await docket.startApproval();
    await docket
      .as(ada)
      .do('assignUserTaskRun', { ...task, userId: 'ivan', userGroup: 'finance', overrideClaim: false });
    expect(await docket.as(fred).code('releaseUserTaskRun', task)).toBe('PERMISSION_DENIED');
    const released = await docket.as(ivan).do('releaseUserTaskRun', { ...task, reason: 'not mine' });
    expect(released).toMatchObject({ status: 'UNASSIGNED', userId: null, userGroup: 'finance' });
    expect(released.events.at(-1)).toMatchObject({ cause: 'release', actorId: 'ivan', reason: 'not mine' });
    expect(await docket.as(ivan).code('getUserTaskRun', task)).toBe('OK');
    expect(await docket.as(ivan).code('claimUserTaskRun', task)).toBe('PERMISSION_DENIED');
  });

  test('an admin who overrides a claim says why, and is recorded', async () => {
    const task = await docket.startApproval();
    await docket.as(fred).do('claimUserTaskRun', task);
    const taking = { ...task, userId: 'ada', userGroup: 'finance' };
    expect(await docket.as(ada).try('assignUserTaskRun', { ...taking, overrideClaim: false })).toMatchObject({
      code: 'FAILED_PRECONDITION',
      current: { userId: 'fred' },
    });
    expect(await docket.as(ada).try('assignUserTaskRun', { ...taking, overrideClaim: true })).toMatchObject({
      code: 'INVALID_ARGUMENT',
      errors: [{ path: 'reason' }],
    });
    const taken = await docket
      .as(ada)
      .do('assignUserTaskRun', { ...taking, overrideClaim: true, reason: 'fred is ill' });
    expect(taken.events.at(-1)).toMatchObject({
      type: 'ASSIGNED',
      before: { userId: 'fred', userGroup: 'finance' },
      after: { userId: 'ada', userGroup: 'finance' },
      cause: 'take-over',
      actorKind: 'admin',
      actorId: 'ada',
      reason: 'fred is ill',
    });
    expect(await docket.as(ada).code('assignUserTaskRun', { ...task, overrideClaim: false })).toBe('INVALID_ARGUMENT');
  });

  test('a stale version is told what there is now', async () => {
    const task = await docket.startApproval();
    const seen = await docket.as(fred).do('getUserTaskRun', task);
    await docket.as(fred).do('claimUserTaskRun', { ...task, version: seen.version });
    const stale = { ...task, version: seen.version, results: APPROVED };
    expect(await docket.as(fred).try('completeUserTaskRun', stale)).toMatchObject({
      code: 'ABORTED',
      current: { version: seen.version + 1, userId: 'fred' },
    });
  });
});

describe('acting for another', () => {
  test('a service key names whom it acts for, and both are recorded', async () => {
    const task = await docket.startApproval();
    expect(await docket.as(robot).try('claimUserTaskRun', task)).toMatchObject({
      code: 'INVALID_ARGUMENT',
      errors: [{ path: 'userId' }],
    });
    const claimed = await docket.as(robot).do('claimUserTaskRun', { ...task, userId: 'fiona' });
    expect(claimed.userId).toBe('fiona');
    expect(claimed.events.at(-1)).toMatchObject({ actorKind: 'service', actorId: 'robot', onBehalfOf: 'fiona' });
  });

  test('a person names nobody else, unless an admin', async () => {
    const task = await docket.startApproval();
    const naming = { ...task, userId: 'fiona', results: APPROVED };
    expect(await docket.as(fred).code('completeUserTaskRun', naming)).toBe('PERMISSION_DENIED');
    const done = await docket.as(ada).do('completeUserTaskRun', naming);
    expect(done).toMatchObject({ status: 'DONE', userId: 'fiona' });
    expect(done.events.at(-1)).toMatchObject({ actorKind: 'admin', actorId: 'ada', onBehalfOf: 'fiona' });
  });
});

describe('answers', () => {
  test('a draft is merged, attributed and gone once the task is done', async () => {
    const task = await docket.startApproval();
    const save = { ...task, policy: 'FAIL_IF_CLAIMED_BY_OTHER' } as const;
    const before = await docket.as(fred).do('claimUserTaskRun', task);
    await docket.as(fred).do('saveUserTaskRun', { ...save, results: { comments: 'hm' } });
    const saved = await docket.as(fred).do('saveUserTaskRun', { ...save, results: { isApproved: false } });
    expect(saved).toMatchObject({
      hasDraft: true,
      version: before.version,
      draft: { results: { comments: 'hm', isApproved: false }, savedBy: 'fred' },
    });
    expect(await docket.as(fiona).code('saveUserTaskRun', { ...save, results: {} })).toBe('FAILED_PRECONDITION');
    expect(
      await docket.as(fiona).code('saveUserTaskRun', { ...save, policy: 'IGNORE_CLAIM', results: { comments: '!' } }),
    ).toBe('PERMISSION_DENIED');
    await docket.as(fred).do('completeUserTaskRun', { ...task, results: { isApproved: true } });
    expect(await docket.as(maria).do('getUserTaskRun', task)).toMatchObject({
      results: { isApproved: true, comments: 'hm' },
      draft: null,
      hasDraft: false,
      allowed: [],
    });
  });

  test('all that is wrong is told at once, and nothing is written', async () => {
    const task = await docket.startApproval();
    const refusal = await docket
      .as(fred)
      .try('completeUserTaskRun', { ...task, results: { comments: 3, colour: 'red' } });
    expect(refusal?.code).toBe('INVALID_ARGUMENT');
    expect(refusal?.errors?.map(({ path }) => path).sort()).toEqual([
      'results.colour',
      'results.comments',
      'results.isApproved',
    ]);
    expect(await docket.as(ada).do('getUserTaskRun', task)).toMatchObject({ status: 'UNASSIGNED', version: 1 });
  });

  test('finished is finished, but the very same call is answered with the task as it is', async () => {
    const task = await docket.startApproval();
    const done = await docket.as(fred).do('completeUserTaskRun', { ...task, results: APPROVED });
    expect(await docket.as(fred).do('completeUserTaskRun', { ...task, results: APPROVED })).toEqual(done);
    const late = await docket.as(fiona).try('completeUserTaskRun', { ...task, results: APPROVED });
    expect(late).toMatchObject({ code: 'FAILED_PRECONDITION', current: { status: 'DONE', endedBy: 'fred' } });
    const cancel = { ...task, reason: 'no longer' };
    expect(await docket.as(ada).code('cancelUserTaskRun', cancel)).toBe('FAILED_PRECONDITION');
  });

  test('who has a task cancels it where its form says so', async () => {
    const fields = [{ name: 'item', type: 'STR' as const }];
    await docket.as(ada).do('putUserTaskDef', { name: 'it-request', ownerMayCancel: true, fields });
    await docket.as(ada).do('putWfSpec', { name: 'cancellable', ...IT_REQUEST });
    const run = await docket.as(maria).do('runWf', { wfSpecName: 'cancellable', variables: { requester: 'maria' } });
    const task = { wfRunId: run.id, guid: '0-1' };
    expect((await docket.as(maria).do('getUserTaskRun', task)).allowed).toContain('cancel');
    expect(await docket.as(maria).code('cancelUserTaskRun', task)).toBe('INVALID_ARGUMENT');
    const { events, status } = await docket.as(maria).do('cancelUserTaskRun', { ...task, reason: 'bought it myself' });
    expect(status).toBe('CANCELLED');
    expect(events.at(-1)).toMatchObject({
      type: 'CANCELLED',
      actorKind: 'user',
      actorId: 'maria',
      reason: 'bought it myself',
    });

    const other = await docket.start();
    expect((await docket.as(maria).do('getUserTaskRun', other)).allowed).not.toContain('cancel');
    expect(await docket.as(maria).code('cancelUserTaskRun', { ...other, reason: 'x' })).toBe('PERMISSION_DENIED');
  });

  test('a cancelled task fails its step, with who and why', async () => {
    const task = await docket.startApproval();
    expect(await docket.as(ada).try('cancelUserTaskRun', task)).toMatchObject({ errors: [{ path: 'reason' }] });
    const cancelled = await docket.as(ada).do('cancelUserTaskRun', { ...task, reason: 'a duplicate' });
    expect(cancelled).toMatchObject({ status: 'CANCELLED', userGroup: 'finance', userId: null });
    const run = await docket.as(ada).do('getWfRun', { wfRunId: task.wfRunId });
    expect(run).toMatchObject({ status: 'ERROR', threadRuns: [{ failure: { name: 'USER_TASK_CANCELLED' } }] });
  });
});

describe('comments', () => {
  test('UT-83 a comment has a text and, of a service key, somebody who makes it', async () => {
    const task = await docket.startApproval();
    for (const comment of ['', '  ']) {
      expect(await docket.as(fred).code('addComment', { ...task, comment })).toBe('INVALID_ARGUMENT');
    }
    for (const by of [{}, { userId: ' ' }]) {
      expect(await docket.as(robot).code('addComment', { ...task, ...by, comment: 'Hm.' })).toBe('INVALID_ARGUMENT');
    }
  });

  test('are numbered, counted, changed by their author alone and allowed on a finished task', async () => {
    const task = await docket.startApproval();
    await docket.as(fred).do('addComment', { ...task, comment: 'one' });
    await docket.as(fiona).do('addComment', { ...task, comment: 'two' });
    await docket.as(fred).do('completeUserTaskRun', { ...task, results: APPROVED });
    await docket.as(fiona).do('addComment', { ...task, comment: 'three' });
    const edit = { ...task, commentId: 2, comment: 'two and a half' };
    expect(await docket.as(fred).code('editComment', edit)).toBe('PERMISSION_DENIED');
    await docket.as(fiona).do('editComment', edit);
    await docket.as(ada).do('deleteComment', { ...task, commentId: 1 });
    expect(await docket.as(ada).code('editComment', { ...edit, commentId: 1 })).toBe('FAILED_PRECONDITION');
    expect(await docket.as(ada).code('editComment', { ...edit, commentId: 9 })).toBe('NOT_FOUND');
    const seen = await docket.as(fred).do('getUserTaskRun', task);
    expect(seen.comments.map(({ id, userId, text }) => [id, userId, text])).toEqual([
      [2, 'fiona', 'two and a half'],
      [3, 'fiona', 'three'],
    ]);
    expect(seen.comments[0]?.editedAt).not.toBeNull();
    expect(seen.commentCount).toBe(2);
    expect(seen.events.map(({ seq }) => seq)).toEqual(seen.events.map((_, index) => index));
  });
});

describe('the history', () => {
  test('cannot be changed or taken away, not even with SQL', async () => {
    await docket.startApproval();
    const { pool } = docket.deps.store;
    await expect(pool.query('UPDATE user_task_event SET seq = seq + 100')).rejects.toThrow('append-only');
    await expect(pool.query('DELETE FROM user_task_event')).rejects.toThrow('append-only');
    await expect(pool.query('TRUNCATE user_task_event')).rejects.toThrow('append-only');
  });

  test('who owns what is checked by the database too', async () => {
    await docket.startApproval();
    const { pool } = docket.deps.store;
    const steal = `UPDATE user_task_run SET user_id = 'eve' WHERE status = 'UNASSIGNED'`;
    await expect(pool.query(steal)).rejects.toThrow('user_task_run_owners');
  });

  test('goes only with its whole run, once that has ended, and leaves a tombstone', async () => {
    const task = await docket.startApproval();
    expect(await docket.as(ada).code('deleteWfRun', { wfRunId: task.wfRunId })).toBe('FAILED_PRECONDITION');
    await docket.as(ada).do('cancelUserTaskRun', { ...task, reason: 'over' });
    await docket.as(ada).do('deleteWfRun', { wfRunId: task.wfRunId });
    expect(await docket.as(ada).code('getUserTaskRun', task)).toBe('NOT_FOUND');
    expect(await docket.as(ada).code('getWfRun', { wfRunId: task.wfRunId })).toBe('NOT_FOUND');
    expect(await docket.as(ada).code('deleteWfRun', { wfRunId: task.wfRunId })).toBe('NOT_FOUND');
    const { rows } = await docket.deps.store.pool.query(
      'SELECT events, erased_by FROM wf_run_tombstone WHERE family_id = $1',
      [task.wfRunId],
    );
    expect(rows).toEqual([{ events: 4, erased_by: 'user:ada' }]);
  });
});
