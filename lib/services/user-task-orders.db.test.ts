// Each order of each work list, over tasks with and without due dates and priorities of their own, many of them alike.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOf } from '#contracts/operations/table.ts';
import type { UserPrincipal } from '#contracts/principal.ts';
import { urgencyAt } from '#contracts/urgency.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { USER_TASK_SORTS, type UserTaskSort } from '#contracts/user-task-search.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { ada, type Docket, fred, ivan, openDocket, person, robot, TENANT } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;

const DAY = 86_400_000;
const BEGIN = Date.parse('2026-01-01T00:00:00Z');
const COUNT = 240;

/** Tasks of fred's, and unclaimed ones of finance and it, in turn; one in eight excludes fred. */
const TASKS = Array.from({ length: COUNT }, (_, n) => {
  const createdAt = BEGIN + Math.floor(n / 5) * DAY;
  // Every second one is plain; some are as urgent as a plain one of another day, or as due or as important as another.
  const dueAt = n % 4 === 1 ? BEGIN + (Math.floor(n / 12) + 6) * DAY : null;
  const priority = n % 4 === 3 ? ([0, 50, 60, 100][Math.floor(n / 4) % 4] ?? 50) : 50;
  const isMine = n % 3 === 0;
  return {
    wf_run_id: `r${(n * 7) % COUNT}`,
    guid: `0-${n}`,
    status: isMine ? 'ASSIGNED' : 'UNASSIGNED',
    user_id: isMine ? 'fred' : null,
    user_group: n % 3 === 2 ? 'it' : 'finance',
    created_at: new Date(createdAt),
    due_at: dueAt === null ? null : new Date(dueAt),
    priority,
    urgency_at: new Date(urgencyAt({ priority, dueAt, createdAt })),
    exclude_users: n % 8 === 1 ? ['fred'] : null,
  };
});

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  await docket.deps.store.pool.query(
    `INSERT INTO user_task_run (tenant_id, family_id, wf_run_id, guid, thread_run_number, position, wf_spec_name, user_task_def_name,
       user_task_def_version, title, status, user_id, user_group, priority, due_at, urgency_at, exclude_users, epoch, version, next_event_seq,
       next_comment_id, comment_count, has_draft, created_at)
     SELECT $1, wf_run_id, wf_run_id, guid, 0, 0, 'it-request', 'approve-it-request', 0, 'Approve', status, user_id, user_group, priority, due_at,
       urgency_at, exclude_users, 0, 0, 1, 1, 0, false, created_at
     FROM json_to_recordset($2) AS t(wf_run_id text, guid text, status text, user_id text, user_group text, priority int, due_at timestamptz,
       urgency_at timestamptz, exclude_users jsonb, created_at timestamptz)`,
    [TENANT, JSON.stringify(TASKS)],
  );
});
afterAll(async () => {
  await docket.close();
  await database.drop();
});

const both: UserPrincipal = person('fred', ['finance', 'it']);
const lists: [
  string,
  UserPrincipal | typeof robot,
  CallOf<'searchUserTaskRuns'>,
  (task: (typeof TASKS)[number]) => boolean,
][] = [
  ['mine', fred, { userId: 'fred', status: 'ASSIGNED' }, (task) => task.user_id === 'fred'],
  [
    "a group's unclaimed",
    ivan,
    { userGroup: 'it', status: 'UNASSIGNED' },
    (task) => task.user_group === 'it' && !task.user_id,
  ],
  [
    "several groups' unclaimed",
    both,
    { userGroup: ['it', 'finance'], status: 'UNASSIGNED' },
    (task) => !task.user_id && !task.exclude_users,
  ],
  ['available', both, { available: true }, (task) => !task.user_id && !task.exclude_users],
  ['workable', both, { desk: 'workable' }, (task) => task.user_id === 'fred' || !task.exclude_users],
  ["a person's, to an admin", ada, { userId: 'fred', status: 'ASSIGNED' }, (task) => task.user_id === 'fred'],
  [
    "a definition's open",
    robot,
    { userTaskDefName: 'approve-it-request', status: ['UNASSIGNED', 'ASSIGNED'] },
    () => true,
  ],
];

/** What comes first, as numbers; then creation. */
function rankOf(sort: UserTaskSort, { dueAt, urgencyAt: urgency, priority }: UserTaskRunSummary): number {
  switch (sort) {
    case 'created':
    case '-created':
      return 0;
    case 'due':
    case '-due':
      return dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt);
    case 'urgency':
      return Date.parse(urgency);
    case 'priority':
    case '-priority':
      return -priority;
  }
}

const isReversed = (sort: UserTaskSort) => ['-created', '-due', 'priority'].includes(sort);

function inOrder(sort: UserTaskSort, tasks: UserTaskRunSummary[]): UserTaskRunSummary[] {
  const keyOf = (task: UserTaskRunSummary) => [rankOf(sort, task), task.createdAt, task.wfRunId, task.guid] as const;
  const sorted = tasks.toSorted((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? 0 : (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
  });
  return isReversed(sort) ? sorted.reverse() : sorted;
}

const ids = (tasks: { wfRunId: string; guid: string }[]) => tasks.map(({ wfRunId, guid }) => `${wfRunId} ${guid}`);

describe.each(lists)('UT-80 %s', (_, who, question, isIn) => {
  it.each(USER_TASK_SORTS)('comes by %s in pages without gaps and doubles, whole and in order', async (sort) => {
    const paged = await docket.searchAll(who, { ...question, sort, limit: 7 });
    expect(ids(paged).toSorted()).toEqual(
      TASKS.filter(isIn)
        .map((task) => `${task.wf_run_id} ${task.guid}`)
        .toSorted(),
    );
    expect(ids(paged)).toEqual(ids(inOrder(sort, paged)));
  });
});

describe('a bookmark with the right seal and another place', () => {
  it.each(USER_TASK_SORTS)('is refused where the place is none of the order %s', async (sort) => {
    const question = { userId: 'fred', status: 'ASSIGNED', sort, limit: 1 } as const;
    const { bookmark } = await docket.as(fred).do('searchUserTaskRuns', question);
    const [seal, [rank, createdAt, ...ids]] = JSON.parse(Buffer.from(bookmark ?? '', 'base64url').toString('utf8'));
    for (const place of [
      ['soon', createdAt, ...ids],
      [rank, 'yesterday', ...ids],
    ]) {
      const forged = Buffer.from(JSON.stringify([seal, place]), 'utf8').toString('base64url');
      expect(await docket.as(fred).code('searchUserTaskRuns', { ...question, bookmark: forged })).toBe(
        'INVALID_ARGUMENT',
      );
    }
  });
});

describe('an order by anything but creation', () => {
  it.each([
    ['all that a person sees', fred, {}],
    ["a group's that others have", fred, { userGroup: 'finance', status: 'ASSIGNED' }],
    ["a definition's open, to a person", fred, { userTaskDefName: 'approve-it-request', status: 'UNASSIGNED' }],
    ['what is finished', ada, { userTaskDefName: 'approve-it-request' }],
    ["another group's", fred, { userGroup: 'it', status: 'UNASSIGNED' }],
    ['all of a status', ada, { status: 'UNASSIGNED' }],
  ] as const)('is not offered for %s', async (_, who, question) => {
    const refusal = await docket.as(who).try('searchUserTaskRuns', { ...question, sort: 'due' });
    expect(refusal).toMatchObject({ code: 'INVALID_ARGUMENT', errors: [{ path: 'sort' }] });
    expect(refusal?.detail).toContain('Sort this search by created or -created');
    expect(await docket.as(who).code('searchUserTaskRuns', { ...question, sort: 'created' })).toBe('OK');
  });
});

describe('what is available', () => {
  it('is of the groups that the caller names of theirs', async () => {
    const found = await docket.searchAll(both, { available: true, userGroup: ['it', 'boardroom'] });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ userGroup }) => userGroup === 'it')).toBe(true);
    expect(await docket.searchAll(fred, { available: true, userGroup: 'it' })).toEqual([]);
  });

  it('is asked for by people, without status and holder', async () => {
    for (const [who, more] of [
      [robot, {}],
      [fred, { status: 'ASSIGNED' }],
      [fred, { userId: 'fred' }],
    ] as const) {
      const refusal = await docket.as(who).try('searchUserTaskRuns', { available: true, ...more });
      expect(refusal?.errors).toMatchObject([{ path: 'available' }]);
    }
  });
});

describe('filters of open work', () => {
  const mine = { userId: 'fred', status: 'ASSIGNED' } as const;
  const due = (found: UserTaskRunSummary[]) => found.map(({ dueAt }) => Date.parse(dueAt ?? ''));

  it.each(['due', 'created', 'urgency', '-priority'] as const)(
    'keep to a due date and a priority, by %s',
    async (sort) => {
      const until = new Date(BEGIN + 12 * DAY).toISOString();
      const dueSoon = await docket.searchAll(fred, { ...mine, sort, dueBefore: until });
      expect(dueSoon).toHaveLength(
        TASKS.filter((task) => task.user_id && task.due_at && task.due_at < new Date(until)).length,
      );
      expect(Math.max(...due(dueSoon))).toBeLessThan(Date.parse(until));
      const important = await docket.searchAll(fred, { ...mine, sort, priorityMin: 60 });
      expect(important).toHaveLength(TASKS.filter((task) => task.user_id && task.priority >= 60).length);
      const middling = await docket.searchAll(fred, { ...mine, sort, priorityMin: 50 });
      expect(middling).toHaveLength(TASKS.filter((task) => task.user_id && task.priority >= 50).length);
    },
  );

  it('tell what is overdue from what is not', async () => {
    const overdue = await docket.searchAll(fred, { ...mine, sort: 'due', overdue: 'true' });
    const others = await docket.searchAll(fred, { ...mine, sort: 'due', overdue: 'false' });
    const now = Date.now();
    expect(overdue.length).toBeGreaterThan(0);
    expect(due(overdue).every((at) => at < now)).toBe(true);
    expect(others.every(({ dueAt }) => dueAt === null || Date.parse(dueAt) >= now)).toBe(true);
    expect(overdue.length + others.length).toBe(TASKS.filter((task) => task.user_id).length);
  });
});
