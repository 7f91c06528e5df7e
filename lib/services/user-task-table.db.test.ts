// Decision 2 as a table: every verb by every kind of caller in every state, through the services and the step, each as a dry run.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCall, splitCall } from '#contracts/operations/parse-call.ts';
import { type CallOf, OPERATIONS, type OperationId } from '#contracts/operations/table.ts';
import type { Principal } from '#contracts/principal.ts';
import { PROBLEMS } from '#contracts/problem.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { foundTenant } from './identity/found-tenant.ts';
import { whyNotCall } from './policy/may-call.ts';
import { RefusedError } from './refuse.ts';
import { SERVICES } from './registry.ts';
import { ada, type Docket, fiona, fred, ivan, key, openDocket, person, TENANT } from './testing/docket.ts';

type Id = { wfRunId: string; guid: string };
type Caller = { as: Principal; for?: string };

const robot = key('robot', ['user-tasks']);
const CALLERS: Record<string, Caller> = {
  owner: { as: fred },
  member: { as: fiona },
  requester: { as: person('rita') },
  'past owner': { as: person('paul') },
  admin: { as: ada },
  'key for owner': { as: robot, for: 'fred' },
  'key for member': { as: robot, for: 'fiona' },
  'key for excluded': { as: robot, for: 'xena' },
  stranger: { as: ivan },
  'excluded member': { as: person('xena', ['finance']) },
  'excluded admin': { as: person('xavier', ['finance'], true) },
};

const results = { isApproved: true };
const reason = 'It has to be.';
/** `save!` ignores a claim, `assign!` overrides one. The user ids go to who acts for another alone. */
const CALLS: Record<string, (id: Id, acting: { userId?: string }) => [OperationId, object]> = {
  see: (id) => ['getUserTaskRun', id],
  claim: (id, acting) => ['claimUserTaskRun', { ...id, ...acting }],
  release: (id, acting) => ['releaseUserTaskRun', { ...id, ...acting }],
  'hand-over': (id) => ['handOverUserTaskRun', { ...id, userId: 'fiona', reason }],
  'take-over': (id) => ['takeOverUserTaskRun', { ...id, reason }],
  save: (id, acting) => ['saveUserTaskRun', { ...id, ...acting, results }],
  'save!': (id, acting) => ['saveUserTaskRun', { ...id, ...acting, results, policy: 'IGNORE_CLAIM' }],
  complete: (id, acting) => ['completeUserTaskRun', { ...id, ...acting, results }],
  assign: (id) => ['assignUserTaskRun', { ...id, userId: 'fiona', userGroup: 'finance' }],
  'assign!': (id) => ['assignUserTaskRun', { ...id, userId: 'fiona', overrideClaim: true, reason }],
  cancel: (id) => ['cancelUserTaskRun', { ...id, reason }],
  migrate: (id) => ['migrateUserTaskRun', { ...id, userTaskDefVersion: 1 }],
  'change-hooks': (id) => ['postponeUserTaskHook', { ...id, hookId: '0-0', until: '2100-01-01T00:00:00Z', reason }],
  comment: (id, acting) => ['addComment', { ...id, ...acting, comment: 'Hm.' }],
};

// Written by hand from decision 2. 404: it is as good as absent. 403: it may be seen, not done. 409: its present state is against it.
const HEAD =
  '                  see claim release hand-over take-over save save! complete assign assign! cancel migrate change-hooks comment';
const TABLE: Record<string, string> = {
  UNASSIGNED: `
member            | ok   ok    403      403      403      ok   ok     ok      403     403    403     403      403          ok
requester         | ok   403   403      403      403      403  403    403     403     403    403     403      403          403
past owner        | ok   403   403      403      403      403  403    403     403     403    403     403      403          403
admin             | ok   403   ok       ok       ok       403  ok     ok      ok      ok     ok      ok       ok           ok
key for member    | ok   ok    403      403      403      ok   ok     ok      ok      ok     ok      403      403          ok
key for excluded  | ok   403   403      403      403      403  403    403     ok      ok     ok      403      403          ok
stranger          | 404  404   404      404      403      404  404    404     404     404    404     403      403          404
excluded member   | 404  404   404      404      403      404  404    404     404     404    404     403      403          404
excluded admin    | ok   403   ok       ok       403      403  403    403     ok      ok     ok      ok       ok           ok`,
  ASSIGNED: `
owner             | ok   ok    ok       ok       403      ok   ok     ok      403     403    403     403      403          ok
member            | ok   409   403      403      403      409  403    403     403     403    403     403      403          ok
requester         | ok   403   403      403      403      403  403    403     403     403    403     403      403          403
past owner        | ok   403   403      403      403      403  403    403     403     403    403     403      403          403
admin             | ok   403   ok       ok       ok       403  ok     ok      409     ok     ok      ok       ok           ok
key for owner     | ok   ok    ok       403      403      ok   ok     ok      409     ok     ok      403      403          ok
key for member    | ok   409   403      403      403      409  ok     ok      409     ok     ok      403      403          ok
key for excluded  | ok   403   403      403      403      403  403    403     409     ok     ok      403      403          ok
stranger          | 404  404   404      404      403      404  404    404     404     404    404     403      403          404
excluded member   | 404  404   404      404      403      404  404    404     404     404    404     403      403          404
excluded admin    | ok   403   ok       ok       403      403  403    403     409     ok     ok      ok       ok           ok`,
  'UNASSIGNED, suspended': `
member            | ok   409   403      403      403      ok   ok     409     403     403    403     403      403          ok
requester         | ok   403   403      403      403      403  403    403     403     403    403     403      403          403
past owner        | ok   403   403      403      403      403  403    403     403     403    403     403      403          403
admin             | ok   403   409      409      ok       403  ok     409     ok      ok     ok      ok       ok           ok
key for member    | ok   409   403      403      403      ok   ok     409     ok      ok     ok      403      403          ok
key for excluded  | ok   403   403      403      403      403  403    403     ok      ok     ok      403      403          ok
stranger          | 404  404   404      404      403      404  404    404     404     404    404     403      403          404
excluded member   | 404  404   404      404      403      404  404    404     404     404    404     403      403          404
excluded admin    | ok   403   409      409      403      403  403    403     ok      ok     ok      ok       ok           ok`,
  'ASSIGNED, suspended': `
owner             | ok   409   409      409      403      ok   ok     409     403     403    403     403      403          ok
member            | ok   409   403      403      403      409  403    403     403     403    403     403      403          ok
requester         | ok   403   403      403      403      403  403    403     403     403    403     403      403          403
past owner        | ok   403   403      403      403      403  403    403     403     403    403     403      403          403
admin             | ok   403   409      409      ok       403  ok     409     409     ok     ok      ok       ok           ok
key for owner     | ok   409   409      403      403      ok   ok     409     409     ok     ok      403      403          ok
key for member    | ok   409   403      403      403      409  ok     409     409     ok     ok      403      403          ok
key for excluded  | ok   403   403      403      403      403  403    403     409     ok     ok      403      403          ok
stranger          | 404  404   404      404      403      404  404    404     404     404    404     403      403          404
excluded member   | 404  404   404      404      403      404  404    404     404     404    404     403      403          404
excluded admin    | ok   403   409      409      403      403  403    403     409     ok     ok      ok       ok           ok`,
  // The same complete again is answered with the task as it is (decision 1).
  DONE: `
owner             | ok   409   409      409      403      409  409    ok      409     409    409     403      403          ok
member            | ok   409   409      409      403      409  409    409     409     409    409     403      403          ok
requester         | ok   409   409      409      403      409  409    409     409     409    409     403      403          403
past owner        | ok   409   409      409      403      409  409    409     409     409    409     403      403          403
admin             | ok   409   409      409      409      409  409    409     409     409    409     409      409          ok
key for owner     | ok   409   409      409      403      409  409    ok      409     409    409     403      403          ok
key for member    | ok   409   409      409      403      409  409    409     409     409    409     403      403          ok
key for excluded  | ok   409   409      409      403      409  409    409     409     409    409     403      403          ok
stranger          | 404  404   404      404      403      404  404    404     404     404    404     403      403          404
excluded member   | 404  404   404      404      403      404  404    404     404     404    404     403      403          404
excluded admin    | ok   409   409      409      409      409  409    409     409     409    409     409      409          ok`,
  CANCELLED: `
owner             | ok   409   409      409      403      409  409    409     409     409    409     403      403          ok
member            | ok   409   409      409      403      409  409    409     409     409    409     403      403          ok
requester         | ok   409   409      409      403      409  409    409     409     409    409     403      403          403
past owner        | ok   409   409      409      403      409  409    409     409     409    409     403      403          403
admin             | ok   409   409      409      409      409  409    409     409     409    409     409      409          ok
key for owner     | ok   409   409      409      403      409  409    409     409     409    409     403      403          ok
key for member    | ok   409   409      409      403      409  409    409     409     409    409     403      403          ok
key for excluded  | ok   409   409      409      403      409  409    409     409     409    409     403      403          ok
stranger          | 404  404   404      404      403      404  404    404     404     404    404     403      403          404
excluded member   | 404  404   404      404      403      404  404    404     404     404    404     403      403          404
excluded admin    | ok   409   409      409      409      409  409    409     409     409    409     409      409          ok`,
};

const VERBS = HEAD.trim().split(/\s+/);
const expectedIn = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [caller = '', cells = ''] = line.split('|');
      return [caller.trim(), cells.trim().split(/\s+/)] as const;
    });

let database: TestDatabase;
let docket: Docket;
const tasks = new Map<string, Id>();

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  await foundTenant(docket.deps, {
    id: TENANT,
    groups: ['finance'],
    apiKeys: [],
    users: [{ id: 'fiona', displayName: 'Fiona', password: 'a-long-password', groups: ['finance'], isAdmin: false }],
  });
  const start = await docket.putTask('audited', {
    userGroup: { literal: 'finance' },
    requester: { literal: 'rita' },
    excludeUsers: [{ literal: ['xena', 'xavier'] }],
    actions: [{ hook: 'ON_ARRIVAL', delay: { literal: 86_400 }, action: { type: 'CANCEL' } }],
  });
  await docket.as(ada).do('putUserTaskDef', {
    name: 'approve-it-request',
    fields: [{ name: 'isApproved', type: 'BOOL', displayName: 'Yes?' }],
  });
  for (const state of Object.keys(TABLE)) {
    const id = await start();
    tasks.set(state, id);
    await docket.as(ada).do('assignUserTaskRun', { ...id, userId: 'paul', userGroup: 'finance' });
    await docket.as(ada).do('releaseUserTaskRun', id);
    if (!state.startsWith('UNASSIGNED')) await docket.as(fred).do('claimUserTaskRun', id);
    if (state.endsWith('suspended')) await docket.as(ada).do('stopWfRun', { wfRunId: id.wfRunId });
    if (state === 'DONE') await docket.as(fred).do('completeUserTaskRun', { ...id, results });
    if (state === 'CANCELLED') await docket.as(ada).do('cancelUserTaskRun', { ...id, reason });
  }
});
afterAll(async () => {
  await docket.close();
  await database.drop();
});

async function outcomeOf<Op extends OperationId>(id: Op, input: CallOf<Op>, principal: Principal): Promise<string> {
  if (whyNotCall(principal, OPERATIONS[id].access) !== null) return '403';
  const parsed = parseCall(id, splitCall(OPERATIONS[id], input));
  if (!parsed.ok) return parsed.refusal.detail;
  const context = { deps: docket.deps, principal, signal: null, key: null, isDryRun: true };
  try {
    await SERVICES[id](context, parsed.input);
    return 'ok';
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return String(PROBLEMS[error.refusal.code].status);
  }
}

describe.each(Object.entries(TABLE))('%s', (state, table) => {
  test.each(expectedIn(table))('%s', async (name, expected) => {
    const caller = CALLERS[name];
    const task = tasks.get(state);
    if (!caller || !task) throw new Error(`No ${name} or no task ${state}`);
    const acting = caller.for === undefined ? {} : { userId: caller.for };
    const outcomes = await Promise.all(
      VERBS.map((verb) => {
        const [id, input] = CALLS[verb]?.(task, acting) ?? ['whoAmI', {}];
        return outcomeOf(id, input as CallOf<typeof id>, caller.as);
      }),
    );
    const named = (cells: readonly string[]) => Object.fromEntries(VERBS.map((verb, index) => [verb, cells[index]]));
    expect(named(outcomes)).toEqual(named(expected));

    // What the page offers goes through.
    if (outcomes[0] !== 'ok' || caller.as.kind === 'service') return;
    const { allowed } = await docket.as(caller.as).do('getUserTaskRun', task);
    const outcomeOfOffer = (verb: string) => named(outcomes)[verb === 'assign' ? 'assign!' : verb];
    expect(allowed.filter((verb) => outcomeOfOffer(verb) !== 'ok')).toEqual([]);
  });
});

test('the table asks of everyone but an owner of what nobody has', () => {
  for (const table of Object.values(TABLE)) {
    const asked = expectedIn(table).map(([caller]) => caller);
    expect(Object.keys(CALLERS).filter((caller) => !asked.includes(caller) && !caller.endsWith('owner'))).toEqual([]);
  }
});
