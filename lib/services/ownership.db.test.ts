// Who has a task, and how it changes hands (decisions 2, 5, 6, 12, 30).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { advanceTestClock } from './advance-test-clock.ts';
import { openDeps } from './deps.ts';
import { foundTenant } from './identity/found-tenant.ts';
import {
  ada,
  type Docket,
  fiona,
  fred,
  ivan,
  key,
  openDocket,
  person,
  robot,
  TENANT,
  talkTo,
} from './testing/docket.ts';

type Id = { wfRunId: string; guid: string };

let database: TestDatabase;
let docket: Docket;
let startShared: () => Promise<Id>;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  const account = (id: string, groups: string[]) => ({
    id,
    displayName: id,
    password: 'a-long-password',
    groups,
    isAdmin: false,
  });
  await foundTenant(docket.deps, {
    id: TENANT,
    groups: ['finance', 'it'],
    users: [account('fred', ['finance']), account('fiona', ['finance']), account('ivan', ['it'])],
    apiKeys: [],
  });
  startShared = await docket.putTask('shared', { userGroup: { literal: 'finance' } });
});
afterAll(async () => {
  await docket.close();
  await database.drop();
});

const reason = 'She knows the supplier.';
const lastOf = ({ events }: UserTaskRun) => events.at(-1);
const claimed = async (id: Id) => docket.as(fred).do('claimUserTaskRun', id);

describe('hand-over', () => {
  test('goes to a colleague in one step; group and draft stay, and the past owner keeps seeing it', async () => {
    const id = await startShared();
    await claimed(id);
    await docket.as(fred).do('saveUserTaskRun', { ...id, results: { comments: 'Half done.' } });
    const task = await docket.as(fred).do('handOverUserTaskRun', { ...id, userId: 'fiona', reason });
    expect(task).toMatchObject({ userId: 'fiona', userGroup: 'finance', version: 3, epoch: 3, allowed: ['comment'] });
    expect(task.draft).toMatchObject({ results: { comments: 'Half done.' }, savedBy: 'fred' });
    expect(lastOf(task)).toMatchObject({
      type: 'ASSIGNED',
      cause: 'hand-over',
      actorId: 'fred',
      reason,
      before: { userId: 'fred', userGroup: 'finance' },
      after: { userId: 'fiona', userGroup: 'finance' },
    });
    expect(await docket.as(fiona).do('completeUserTaskRun', { ...id, results: { isApproved: true } })).toMatchObject({
      status: 'DONE',
      results: { isApproved: true, comments: 'Half done.' },
    });
  });

  test('is refused to who is not of the group, and to nobody at all', async () => {
    const id = await startShared();
    await claimed(id);
    const to = (userId: string) => docket.as(fred).try('handOverUserTaskRun', { ...id, userId, reason });
    expect(await to('ivan')).toMatchObject({
      code: 'INVALID_ARGUMENT',
      errors: [{ path: 'userId', message: 'ivan is not a member of finance' }],
    });
    expect(await to('nobody')).toMatchObject({ errors: [{ message: 'There is nobody named nobody' }] });
    expect(await docket.as(fred).code('handOverUserTaskRun', { ...id, userId: 'fiona', reason: ' ' })).toBe(
      'INVALID_ARGUMENT',
    );
  });

  test('goes to anyone in the directory when the task has no group', async () => {
    const start = await docket.putTask('personal', { userId: { literal: 'fred' } });
    const id = await start();
    const task = await docket.as(fred).do('handOverUserTaskRun', { ...id, userId: 'ivan', reason });
    expect(task).toMatchObject({ userId: 'ivan', userGroup: null });
    expect(await docket.as(ivan).code('handOverUserTaskRun', { ...id, userId: 'nobody', reason })).toBe(
      'INVALID_ARGUMENT',
    );
  });

  test('to who has it already is no change', async () => {
    const id = await startShared();
    const before = await claimed(id);
    const after = await docket.as(ada).do('handOverUserTaskRun', { ...id, userId: 'fred', reason });
    expect(after.events).toEqual(before.events);
    expect(after).toMatchObject({ version: before.version, epoch: before.epoch });
  });
});

describe('an admin', () => {
  test('takes a task over with a reason; group and draft stay', async () => {
    const id = await startShared();
    await claimed(id);
    const task = await docket.as(ada).do('takeOverUserTaskRun', { ...id, reason: 'Fred is ill.' });
    expect(task).toMatchObject({ userId: 'ada', userGroup: 'finance' });
    expect(lastOf(task)).toMatchObject({
      cause: 'take-over',
      actorKind: 'admin',
      actorId: 'ada',
      reason: 'Fred is ill.',
    });
  });

  test('who completes another’s task is recorded as having taken it over', async () => {
    const id = await startShared();
    await claimed(id);
    const task = await docket.as(ada).do('completeUserTaskRun', { ...id, results: { isApproved: false } });
    expect(task.events.slice(-2)).toMatchObject([
      {
        type: 'ASSIGNED',
        cause: 'take-over',
        actorKind: 'admin',
        before: { userId: 'fred' },
        after: { userId: 'ada' },
      },
      { type: 'COMPLETED', actorId: 'ada' },
    ]);
  });
});

describe('every write compares and sets', () => {
  test.each([
    ['claimUserTaskRun', fred, {}],
    ['releaseUserTaskRun', fred, {}],
    ['handOverUserTaskRun', fred, { userId: 'fiona', reason }],
    ['takeOverUserTaskRun', ada, { reason }],
    ['assignUserTaskRun', ada, { userId: 'fiona', overrideClaim: true, reason }],
    ['undoUserTaskRun', fred, {}],
    ['saveUserTaskRun', fred, { results: { comments: 'x' } }],
    ['completeUserTaskRun', fred, { results: { isApproved: true } }],
    ['cancelUserTaskRun', ada, { reason }],
    ['migrateUserTaskRun', ada, { userTaskDefVersion: 0 }],
    ['addComment', fred, { comment: 'x' }],
  ] as const)('%s by the version that its caller saw', async (operation, caller, input) => {
    const id = await startShared();
    await claimed(id);
    const stale = await docket.as(caller).try(operation, { ...id, ...input, version: 1 } as never);
    expect(stale).toMatchObject({ code: 'ABORTED', current: { status: 'ASSIGNED', userId: 'fred', version: 2 } });
    expect(await docket.as(caller).code(operation, { ...id, ...input, version: 2 } as never)).toBe('OK');
  });
});

describe('undo', () => {
  test.each([
    ['a claim', fred, 'claimUserTaskRun', {}, { userId: null, status: 'UNASSIGNED' }],
    ['a release', fiona, 'releaseUserTaskRun', {}, { userId: 'fiona', status: 'ASSIGNED' }],
    ['a hand-over', fiona, 'handOverUserTaskRun', { userId: 'fred', reason }, { userId: 'fiona', status: 'ASSIGNED' }],
    [
      'an assignment',
      ada,
      'assignUserTaskRun',
      { userId: 'ivan', overrideClaim: true, reason },
      { userGroup: 'finance' },
    ],
    ['a take-over', ada, 'takeOverUserTaskRun', { reason }, { userGroup: 'finance' }],
  ] as const)('%s restores who had the task, as one more event', async (_, caller, operation, input, owners) => {
    const id = await startShared();
    if (caller === fiona) await docket.as(fiona).do('claimUserTaskRun', id);
    const changed = await docket.as(caller).do(operation, { ...id, ...input } as never);
    const undone = await docket.as(caller).do('undoUserTaskRun', id);
    expect(undone).toMatchObject({ ...owners, userGroup: 'finance', version: (changed as UserTaskRun).version + 1 });
    const [before, after] = undone.events.slice(-2);
    expect(after).toMatchObject({ cause: 'undo', actorId: caller.userId, actorKind: before?.actorKind });
    expect(await docket.as(caller).code('undoUserTaskRun', id)).toBe('FAILED_PRECONDITION');
  });

  test('is for whoever did it, and nobody else', async () => {
    const id = await startShared();
    await claimed(id);
    expect(await docket.as(ada).code('undoUserTaskRun', id)).toBe('FAILED_PRECONDITION');
    expect(await docket.as(key('fred')).code('undoUserTaskRun', id)).toBe('FAILED_PRECONDITION');
    expect(await docket.as(ivan).code('undoUserTaskRun', id)).toBe('NOT_FOUND');
    expect(await docket.as(fred).code('undoUserTaskRun', id)).toBe('OK');
  });

  test('is refused once anything else changed the task; a draft or a comment is no change', async () => {
    const id = await startShared();
    await claimed(id);
    await docket.as(fred).do('saveUserTaskRun', { ...id, results: { comments: 'x' } });
    await docket.as(fiona).do('addComment', { ...id, comment: 'Mine?' });
    expect(await docket.as(fred).do('undoUserTaskRun', id)).toMatchObject({ userId: null, hasDraft: true });
    await claimed(id);
    await docket.as(ada).do('stopWfRun', { wfRunId: id.wfRunId });
    await docket.as(ada).do('resumeWfRun', { wfRunId: id.wfRunId });
    expect(await docket.as(fred).try('undoUserTaskRun', id)).toMatchObject({
      code: 'FAILED_PRECONDITION',
      detail: expect.stringContaining('nothing of yours to undo'),
    });
  });

  test('comes too late after ten seconds', async () => {
    const [early, late] = [await startShared(), await startShared()];
    await claimed(early);
    await claimed(late);
    // Real time passes too: neither is near to ten seconds.
    await advanceTestClock(docket.deps, 3_000);
    expect(await docket.as(fred).code('undoUserTaskRun', early)).toBe('OK');
    await advanceTestClock(docket.deps, 7_500);
    expect(await docket.as(fred).try('undoUserTaskRun', late)).toMatchObject({
      code: 'FAILED_PRECONDITION',
      detail: expect.stringContaining('too late'),
    });
  });
});

describe('next', () => {
  const next = (caller = fred, input = {}) => docket.as(caller).do('nextUserTaskRun', input);
  /** Tasks of a group of their own, so that each test has its own queue. */
  const queue = async (group: string, nodes: object[]) => {
    const ids: Id[] = [];
    for (const [index, node] of nodes.entries()) {
      const start = await docket.putTask(`${group}-${index}`, { userGroup: { literal: group }, ...node });
      ids.push(await start());
    }
    return ids.map(({ wfRunId }) => wfRunId);
  };

  test('claims by due date and priority, and gives nothing once there is none', async () => {
    const worker = person('nina', ['desk', 'elsewhere']);
    const [plain, due, urgent] = await queue('desk', [
      {},
      { dueAt: { literal: 86_400 } },
      { dueAt: { literal: 86_400 }, priority: { literal: 90 } },
    ]);
    const first = await next(worker);
    expect(first).toMatchObject({ wfRunId: urgent, userId: 'nina', userGroup: 'desk', status: 'ASSIGNED' });
    expect(first?.events.at(-1)).toMatchObject({ cause: 'claim', actorId: 'nina' });
    expect((await next(worker))?.wfRunId).toBe(due);
    expect((await next(worker))?.wfRunId).toBe(plain);
    expect(await next(worker)).toBeUndefined();
  });

  test('takes only of the groups that the caller is in and names, and of the form', async () => {
    const [wfRunId] = await queue('back-office', [{}]);
    const worker = person('nina', ['back-office', 'desk']);
    expect(await next(ivan, { userGroups: ['back-office'] })).toBeUndefined();
    expect(await next(worker, { userGroups: ['desk'] })).toBeUndefined();
    expect(await next(worker, { userTaskDefName: 'it-request' })).toBeUndefined();
    expect(await docket.as(robot).try('nextUserTaskRun', { userId: 'nina' })).toMatchObject({
      errors: [{ path: 'userGroups' }],
    });
    const task = await docket.as(robot).do('nextUserTaskRun', { userId: 'nina', userGroups: ['back-office'] });
    expect(task).toMatchObject({ wfRunId, userId: 'nina' });
    expect(lastOf(task as UserTaskRun)).toMatchObject({ actorKind: 'service', onBehalfOf: 'nina' });
  });

  test('never gives two callers the same, nor one caller the same twice', async () => {
    const ids = await queue('hall', [{}, {}, {}, {}, {}, {}]);
    const workers = ['nina', 'noel', 'nora'].map((id) => person(id, ['hall']));
    // Another process looks at the same moment.
    const other = talkTo(openDeps({ databaseUrl: database.url, poolSize: 4, testClock: true }));
    const got = await Promise.all(
      workers.flatMap((worker) => [next(worker), next(worker), other.as(worker).do('nextUserTaskRun', {})]),
    );
    await other.close();
    const given = got.flatMap((task) => (task ? [task.wfRunId] : []));
    expect(given.sort()).toEqual(ids.sort());
    const owners = await Promise.all(
      ids.map((wfRunId) => docket.as(ada).do('getUserTaskRun', { wfRunId, guid: '0-1' })),
    );
    expect(owners.every(({ epoch }) => epoch === 2)).toBe(true);
  });

  test('leaves out what is suspended and from which the caller is excluded', async () => {
    const [halted, excluded] = await queue('lodge', [{}, { excludeUsers: [{ literal: 'nina' }] }]);
    await docket.as(ada).do('stopWfRun', { wfRunId: halted ?? '' });
    expect(await next(person('nina', ['lodge']))).toBeUndefined();
    expect((await next(person('noel', ['lodge'])))?.wfRunId).toBe(excluded);
    expect(await next(person('noel', ['lodge']))).toBeUndefined();
  });

  test('gives the same task again for the same Idempotency-Key', async () => {
    await queue('gate', [{}, {}]);
    const call = docket.as(person('nina', ['gate']), { idempotencyKey: 'once' });
    expect(await call.do('nextUserTaskRun', {})).toEqual(await call.do('nextUserTaskRun', {}));
  });
});

describe('separation of duties', () => {
  const xena = person('xena', ['finance']);

  test('takes the task out of the group’s list for who is excluded; a requester keeps seeing what they asked for', async () => {
    const start = await docket.putTask('four-eyes', {
      userGroup: { literal: 'finance' },
      excludeUsers: [{ literal: 'xena' }],
    });
    const [foreign, own] = [await start(), await start(xena)];
    const listed = async (caller: typeof xena, more = {}) =>
      (await docket.searchAll(caller, { wfSpecName: 'four-eyes', ...more })).map(({ wfRunId }) => wfRunId).sort();
    expect(await listed(fred, { status: 'UNASSIGNED', userGroup: 'finance' })).toEqual(
      [foreign.wfRunId, own.wfRunId].sort(),
    );
    expect(await listed(xena, { status: 'UNASSIGNED', userGroup: 'finance' })).toEqual([]);
    expect(await listed(xena)).toEqual([own.wfRunId]);
    expect(await docket.as(xena).code('claimUserTaskRun', own)).toBe('PERMISSION_DENIED');
    expect(await docket.as(xena).code('claimUserTaskRun', foreign)).toBe('NOT_FOUND');
  });

  test('refuses whom it excludes as a new owner, whoever gives it to them', async () => {
    const start = await docket.putTask('not-fiona', {
      userGroup: { literal: 'finance' },
      excludeUsers: [{ literal: 'fiona' }],
    });
    const id = await start();
    await claimed(id);
    const detail = 'Separation of duties: fiona may not do this task';
    const refusal = { code: 'PERMISSION_DENIED', detail };
    expect(await docket.as(fred).try('handOverUserTaskRun', { ...id, userId: 'fiona', reason })).toMatchObject(refusal);
    expect(
      await docket.as(ada).try('assignUserTaskRun', { ...id, userId: 'fiona', overrideClaim: true, reason }),
    ).toMatchObject(refusal);
    const bulk = { action: 'assign' as const, ids: [id], userId: 'fiona', overrideClaim: true };
    expect(await docket.as(robot).do('bulkUserTaskRuns', bulk)).toMatchObject({ results: [{ problem: refusal }] });
  });
});

describe('bulk', () => {
  test('does each on its own, and says of each what came of it', async () => {
    const [free, taken, done] = [await startShared(), await startShared(), await startShared()];
    await docket.as(fiona).do('claimUserTaskRun', taken);
    await docket.as(fiona).do('completeUserTaskRun', { ...done, results: { isApproved: true } });
    const start = await docket.putTask('foreign', { userGroup: { literal: 'it' } });
    const foreign = await start(ivan);
    const ids = [free, taken, done, foreign];
    const call = (dryRun: boolean) => docket.as(fred).do('bulkUserTaskRuns', { action: 'claim', ids, dryRun });

    const outcomes = [
      { ...free, problem: null },
      { ...taken, problem: { code: 'FAILED_PRECONDITION', current: { userId: 'fiona' } } },
      { ...done, problem: { code: 'FAILED_PRECONDITION', current: { status: 'DONE', endedBy: 'fiona' } } },
      { ...foreign, problem: { code: 'NOT_FOUND' } },
    ];
    expect(await call(true)).toMatchObject({ results: outcomes });
    expect(await docket.as(fred).do('getUserTaskRun', free)).toMatchObject({ status: 'UNASSIGNED', version: 1 });
    expect(await call(false)).toMatchObject({ results: outcomes });
    expect(await docket.as(fred).do('getUserTaskRun', free)).toMatchObject({ userId: 'fred', version: 2 });
  });

  test('assigns, cancels and releases by the rules of each', async () => {
    const ids = [await startShared(), await startShared()];
    const bulk = (caller: typeof ada, input: object) =>
      docket.as(caller).do('bulkUserTaskRuns', { ids, ...input } as never) as Promise<{ results: object[] }>;
    const all = (problem: object | null) => ({ results: ids.map((id) => ({ ...id, problem })) });
    expect(await bulk(fred, { action: 'assign', userId: 'fiona' })).toMatchObject(all({ code: 'PERMISSION_DENIED' }));
    expect(await bulk(ada, { action: 'assign' })).toMatchObject(all({ code: 'INVALID_ARGUMENT' }));
    expect(await bulk(ada, { action: 'assign', userId: 'fiona', userGroup: 'finance' })).toMatchObject(all(null));
    expect(await bulk(fiona, { action: 'release', reason })).toMatchObject(all(null));
    expect(await bulk(ada, { action: 'cancel' })).toMatchObject(all({ code: 'INVALID_ARGUMENT' }));
    expect(await bulk(ada, { action: 'cancel', reason })).toMatchObject(all(null));
    const [task] = await Promise.all(ids.map((id) => docket.as(ada).do('getUserTaskRun', id)));
    expect(task?.events.map(({ type, cause }) => `${type} ${cause}`)).toEqual([
      'ASSIGNED arrival',
      'ASSIGNED assign',
      'ASSIGNED release',
      'CANCELLED cancel',
    ]);
  });

  test('takes back what was just done, where nothing else has happened since', async () => {
    const [mine, moved] = [await startShared(), await startShared()];
    const ids = [mine, moved];
    await docket.as(fred).do('bulkUserTaskRuns', { action: 'claim', ids });
    await docket.as(ada).do('assignUserTaskRun', { ...moved, userId: 'fiona', overrideClaim: true, reason });
    expect(await docket.as(fred).do('bulkUserTaskRuns', { action: 'undo', ids })).toMatchObject({
      results: [
        { ...mine, problem: null },
        { ...moved, problem: { code: 'FAILED_PRECONDITION' } },
      ],
    });
    expect(await docket.as(ada).do('getUserTaskRun', mine)).toMatchObject({ status: 'UNASSIGNED', userId: null });
    expect(await docket.as(ada).do('getUserTaskRun', moved)).toMatchObject({ userId: 'fiona' });
  });

  test('is bounded', async () => {
    const ids = Array.from({ length: 201 }, () => ({ wfRunId: 'none', guid: '0-1' }));
    expect(await docket.as(ada).code('bulkUserTaskRuns', { action: 'claim', ids })).toBe('INVALID_ARGUMENT');
    expect(await docket.as(ada).code('bulkUserTaskRuns', { action: 'claim', ids: [] })).toBe('INVALID_ARGUMENT');
  });
});

describe('a newer form', () => {
  test('takes over an open task: its draft by field name, what fits stays', async () => {
    const id = await startShared();
    await docket.as(fred).do('saveUserTaskRun', { ...id, results: { comments: 'Fine.', isApproved: true } });
    await docket.as(ada).do('putUserTaskDef', {
      name: 'approve-it-request',
      fields: [
        { name: 'isApproved', type: 'STR' },
        { name: 'comments', type: 'STR' },
      ],
    });
    const task = await docket.as(ada).do('migrateUserTaskRun', { ...id, userTaskDefVersion: 1 });
    expect(task).toMatchObject({ userTaskDefVersion: 1, version: 2, draft: { results: { comments: 'Fine.' } } });
    expect(task.userTaskDef.version).toBe(1);
    expect(lastOf(task)).toMatchObject({
      type: 'MIGRATED',
      before: 0,
      after: 1,
      dropped: ['isApproved'],
      actorId: 'ada',
    });
    expect(await docket.as(fred).do('getUserTaskRun', id)).toMatchObject({ userTaskDef: { version: 1 } });

    expect(await docket.as(ada).code('migrateUserTaskRun', { ...id, userTaskDefVersion: 0 })).toBe(
      'FAILED_PRECONDITION',
    );
    expect(await docket.as(ada).code('migrateUserTaskRun', { ...id, userTaskDefVersion: 9 })).toBe('NOT_FOUND');
    expect(await docket.as(ada).code('deleteUserTaskDefVersion', { name: 'approve-it-request', version: 1 })).toBe(
      'FAILED_PRECONDITION',
    );
    const other = talkTo(openDeps({ databaseUrl: database.url, poolSize: 2, testClock: true }));
    const done = await other.as(fred).do('completeUserTaskRun', { ...id, results: { isApproved: 'yes' } });
    await other.close();
    expect(done).toMatchObject({ status: 'DONE', results: { isApproved: 'yes', comments: 'Fine.' } });
  });
});

describe('what the role of a caller opens', () => {
  const listed = async (caller: typeof fred, input: object) =>
    (await docket.searchAll(caller, { wfSpecName: 'shared', ...input })).map(({ wfRunId }) => wfRunId);

  test('L-01 a person lists what is theirs; what can be claimed, only as a member of the group', async () => {
    const olga = person('olga', ['it']);
    const [open, hers] = [await startShared(), await startShared()];
    await docket.as(fiona).do('claimUserTaskRun', hers);
    const mine = await listed(fiona, { userId: 'fiona', status: 'ASSIGNED' });
    expect(mine).toContain(hers.wfRunId);
    expect(mine).not.toContain(open.wfRunId);
    expect(await listed(olga, { userId: 'fiona' })).toEqual([]);
    expect(await listed(fred, { userGroup: 'finance', status: 'UNASSIGNED' })).toContain(open.wfRunId);
    expect(await listed(olga, { userGroup: 'finance', status: 'UNASSIGNED' })).toEqual([]);
  });

  test('L-02 a claim of what another has is 409, of a foreign group’s task 404', async () => {
    const id = await startShared();
    await claimed(id);
    expect(await docket.as(fiona).try('claimUserTaskRun', id)).toMatchObject({
      code: 'FAILED_PRECONDITION',
      current: { userId: 'fred' },
    });
    expect(await docket.as(ivan).code('claimUserTaskRun', id)).toBe('NOT_FOUND');
  });

  test('L-05 an admin who assigns to nobody is told so', async () => {
    const id = await startShared();
    expect(await docket.as(ada).try('assignUserTaskRun', id)).toMatchObject({
      code: 'INVALID_ARGUMENT',
      errors: [{ path: 'userId' }],
    });
  });

  test('L-07 what is an admin’s is refused to anyone else', async () => {
    const id = await startShared();
    await claimed(id);
    const tried = await Promise.all([
      docket.as(fred).code('takeOverUserTaskRun', { ...id, reason }),
      docket.as(fred).code('migrateUserTaskRun', { ...id, userTaskDefVersion: 1 }),
      docket.as(fred).code('assignUserTaskRun', { ...id, userId: 'fiona', overrideClaim: true, reason }),
      docket.as(fred).code('cancelUserTaskRun', { ...id, reason }),
      docket.as(fred).code('deleteWfRun', { wfRunId: id.wfRunId }),
    ]);
    expect(new Set(tried)).toEqual(new Set(['PERMISSION_DENIED']));
  });

  test('L-10 another’s comment is not to be edited or deleted, and stays as it is', async () => {
    const id = await startShared();
    await docket.as(fred).do('addComment', { ...id, comment: 'Within the budget.' });
    const comment = { ...id, commentId: 1 };
    expect(await docket.as(fiona).code('editComment', { ...comment, comment: 'No.' })).toBe('PERMISSION_DENIED');
    expect(await docket.as(fiona).code('deleteComment', comment)).toBe('PERMISSION_DENIED');
    expect((await docket.as(fred).do('getUserTaskRun', id)).comments).toMatchObject([
      { userId: 'fred', text: 'Within the budget.', editedAt: null },
    ]);
    expect(await docket.as(fred).code('deleteComment', { ...comment, version: 7 })).toBe('ABORTED');
    expect(await docket.as(fred).code('deleteComment', { ...comment, version: 1 })).toBe('OK');
  });
});
