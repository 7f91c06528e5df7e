// What hangs on definitions: the lists of an admin, and the conflict of two who save a form at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOf } from '#contracts/operations/table.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { advanceTestClock } from './advance-test-clock.ts';
import { ada, type Docket, fiona, fred, openDocket } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;

/** Three approvals: one done, one taken, one open and old; a form that nobody uses, in three versions; a rush that is overdue. */
beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  await docket.startApproval('old');
  await advanceTestClock(docket.deps, 2 * 86_400_000);
  const done = await docket.startApproval('done');
  await docket.as(fred).do('completeUserTaskRun', { ...done, results: { isApproved: true } });
  await docket.as(fiona).do('claimUserTaskRun', await docket.startApproval('taken'));
  for (const required of [true, false, true]) {
    await docket.as(ada).do('putUserTaskDef', {
      name: 'rare-form',
      displayName: { en: 'Seldom asked', de: 'Selten gefragt' },
      fields: [{ name: 'why', type: 'STR', required }],
    });
  }
  await docket.as(ada).do('putUserTaskDef', { name: 'rush', fields: [] });
  await docket.as(ada).do('putWfSpec', {
    name: 'hurry',
    entrypoint: 'main',
    threads: {
      main: {
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'ask' }] },
          ask: {
            type: 'USER_TASK',
            userTaskDefName: 'rush',
            userGroup: { literal: 'finance' },
            dueAt: { literal: '2026-01-01T00:00:00Z' },
            edges: [{ to: 'end' }],
          },
          end: { type: 'EXIT' },
        },
      },
    },
  });
  await docket.as(ada).do('runWf', { wfSpecName: 'hurry' });
});
afterAll(async () => {
  await docket.close();
  await database.drop();
});

const summaries = (input: CallOf<'summarizeUserTaskDefs'> = {}) => docket.as(ada).do('summarizeUserTaskDefs', input);
const names = async (input: CallOf<'summarizeUserTaskDefs'>) =>
  (await summaries(input)).results.map(({ name }) => name);

describe('the list of forms', () => {
  it('counts what is open, overdue and done, tells its age and who uses it', async () => {
    const { results } = await summaries();
    const [approve, request, rare, rush] = results;
    expect(results).toHaveLength(4);
    expect(approve).toMatchObject({
      name: 'approve-it-request',
      version: 0,
      versions: 1,
      fields: 2,
      unassigned: 1,
      assigned: 1,
      overdue: 0,
      done: 1,
      cancelled: 0,
      wfSpecs: ['it-request'],
    });
    expect(approve?.ageing.filter(({ count }) => count > 0)).toEqual([
      { under: 3600, count: 1 },
      { under: 259_200, count: 1 },
    ]);
    expect(request).toMatchObject({ name: 'it-request', assigned: 0, done: 3 });
    expect(rare).toMatchObject({ version: 2, versions: 3, displayName: { en: 'Seldom asked' }, wfSpecs: [] });
    expect(rush).toMatchObject({ name: 'rush', unassigned: 1, overdue: 1, wfSpecs: ['hurry'] });
  });

  it('is searched by name and by title, whose signs mean themselves', async () => {
    expect(await names({ q: 'IT-req' })).toEqual(['approve-it-request', 'it-request']);
    expect(await names({ q: 'selten' })).toEqual(['rare-form']);
    expect(await names({ q: '%' })).toEqual([]);
  });

  it.each([
    ['name', ['approve-it-request', 'it-request', 'rare-form', 'rush']],
    ['-name', ['rush', 'rare-form', 'it-request', 'approve-it-request']],
    ['-changed', ['rush', 'rare-form', 'approve-it-request', 'it-request']],
    ['-open', ['approve-it-request', 'rush', 'it-request', 'rare-form']],
    ['-overdue', ['rush', 'approve-it-request', 'it-request', 'rare-form']],
  ] as const)('is ordered by %s, and paged in it', async (sort, expected) => {
    const found: string[] = [];
    let bookmark: string | null | undefined;
    do {
      const page = await summaries({ sort, limit: 1, ...(bookmark && { bookmark }) });
      found.push(...page.results.map(({ name }) => name));
      bookmark = page.bookmark;
    } while (bookmark !== null);
    expect(found).toEqual(expected);
  });
});

describe('the use of a definition', () => {
  it('tells the open tasks by version, the WfSpecs that name it, and the next number', async () => {
    expect(await docket.as(ada).do('getUserTaskDefUse', { name: 'approve-it-request' })).toMatchObject({
      usedBy: [{ wfSpecName: 'it-request', majorVersion: 0, revision: 0, isLatest: true, usedVersion: 0 }],
      open: [{ version: 0, unassigned: 1, assigned: 1, overdue: 0 }],
      ageing: [{ under: 3600, count: 1 }, { count: 0 }, { under: 259_200, count: 1 }, {}, {}, { under: null }],
      nextVersion: 1,
    });
    const input = { userTaskDefName: 'approve-it-request', status: 'ASSIGNED' as const };
    expect((await docket.as(ada).do('searchUserTaskRuns', { ...input, userTaskDefVersion: 0 })).results).toHaveLength(
      1,
    );
    expect((await docket.as(ada).do('searchUserTaskRuns', { ...input, userTaskDefVersion: 1 })).results).toEqual([]);
  });

  it('counts a deleted version among the numbers that are taken', async () => {
    await docket.as(ada).do('deleteUserTaskDefVersion', { name: 'rare-form', version: 2 });
    expect(await docket.as(ada).do('getUserTaskDefUse', { name: 'rare-form' })).toMatchObject({ nextVersion: 3 });
  });

  it('is told of TaskDefs', async () => {
    const { usedBy } = await docket.as(ada).do('getTaskDefUse', { name: 'tell-requester' });
    expect(usedBy).toMatchObject([{ wfSpecName: 'it-request', isLatest: true }]);
  });

  it('is for admins, and of what there is', async () => {
    expect(await docket.as(fred).code('getUserTaskDefUse', { name: 'rush' })).toBe('PERMISSION_DENIED');
    expect(await docket.as(ada).code('getUserTaskDefUse', { name: 'nothing' })).toBe('NOT_FOUND');
    expect(await docket.as(ada).code('getTaskDefUse', { name: 'nothing' })).toBe('NOT_FOUND');
  });
});

describe('two people save a form', () => {
  const body = (label: string) => ({ name: 'shared', displayName: label, fields: [] });

  it('and the second, who had not seen the first version, is told', async () => {
    const first = await docket.as(ada).do('putUserTaskDef', { ...body('one'), latest: 'none' });
    expect(await docket.as(ada).try('putUserTaskDef', { ...body('two'), latest: 'none' })).toMatchObject({
      code: 'ABORTED',
      current: { version: first.version, displayName: 'one' },
    });
    await docket.as(ada).do('putUserTaskDef', { ...body('two'), latest: first.version });
    expect(await docket.as(ada).code('putUserTaskDef', { ...body('three'), latest: first.version })).toBe('ABORTED');
  });

  it('and what is the same already is no conflict', async () => {
    expect(await docket.as(ada).code('putUserTaskDef', { ...body('two'), latest: 'none' })).toBe('OK');
  });

  it('and one is gone meanwhile', async () => {
    expect(await docket.as(ada).code('putUserTaskDef', { ...body('x'), name: 'gone', latest: 4 })).toBe('ABORTED');
  });
});
