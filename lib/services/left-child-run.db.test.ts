// A child run that ended and was waited for has left its family; its user tasks are still there to look at and to talk about.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wfSpecBody } from '#contracts/wf-spec.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { ada, type Docket, fiona, fred, openDocket } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  const spec = (nodes: object) => wfSpecBody.parse({ entrypoint: 'main', threads: { main: { nodes } } });
  const edges = (to: string) => ({ edges: [{ to }] });
  const approve = { type: 'USER_TASK', userTaskDefName: 'approve-it-request', userGroup: { literal: 'finance' } };
  const child = {
    start: { type: 'ENTRYPOINT', ...edges('ask') },
    ask: { ...approve, ...edges('end') },
    end: { type: 'EXIT' },
  };
  const parent = {
    start: { type: 'ENTRYPOINT', ...edges('run') },
    run: { type: 'RUN_CHILD_WF', wfSpecName: 'approval', ...edges('wait') },
    wait: { type: 'WAIT_FOR_CHILD_WF', node: 'run', ...edges('ask') },
    ask: { ...approve, ...edges('end') },
    end: { type: 'EXIT' },
  };
  await docket.as(ada).do('putWfSpec', { name: 'approval', ...spec(child) });
  await docket.as(ada).do('putWfSpec', { name: 'two-approvals', ...spec(parent) });
});

afterAll(async () => {
  await docket.deps.close();
  await database.drop();
});

it('a task of it can be commented on, and the same complete again changes nothing (decision 1)', async () => {
  const { id } = await docket.as(ada).do('runWf', { wfSpecName: 'two-approvals' });
  const { results } = await docket.as(fred).do('searchUserTaskRuns', { status: 'UNASSIGNED', userGroup: 'finance' });
  const [task] = results.filter(({ wfSpecName }) => wfSpecName === 'approval');
  if (!task) throw new Error('the child run has no task');
  const on = { wfRunId: task.wfRunId, guid: task.guid };
  const answer = { ...on, results: { isApproved: true } };
  await docket.as(fred).do('completeUserTaskRun', answer);

  expect(await docket.as(fred).do('completeUserTaskRun', answer)).toMatchObject({ status: 'DONE', userId: 'fred' });
  expect(await docket.as(fiona).try('completeUserTaskRun', answer)).toMatchObject({ code: 'FAILED_PRECONDITION' });
  await docket.as(fiona).do('addComment', { ...on, comment: 'Well done.' });
  const { comments } = await docket.as(ada).do('addComment', { ...on, comment: 'Indeed.' });
  expect(comments.map(({ text }) => text)).toEqual(['Well done.', 'Indeed.']);

  // The family goes on as if nobody had asked.
  await docket.as(fred).do('completeUserTaskRun', { wfRunId: id, guid: '0-3', results: { isApproved: false } });
  expect(await docket.as(ada).do('getWfRun', { wfRunId: id })).toMatchObject({ status: 'COMPLETED' });
  expect(await docket.as(ada).do('getWfRun', { wfRunId: task.wfRunId })).toMatchObject({ status: 'COMPLETED' });
});
