// Stopping and resuming a thread beside the entrypoint, without an Idempotency-Key: what is answered is what is kept.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wfSpecBody } from '#contracts/wf-spec.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { ada, type Docket, openDocket } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  const edges = (to: string) => ({ edges: [{ to }] });
  const start = { type: 'ENTRYPOINT', ...edges('go') };
  const end = { type: 'EXIT' };
  await docket.as(ada).do('putExternalEventDef', { name: 'bell' });
  const body = wfSpecBody.parse({
    entrypoint: 'main',
    threads: {
      main: { nodes: { start, go: { type: 'START_THREAD', threadSpecName: 'kid', ...edges('end') }, end } },
      kid: { nodes: { start, go: { type: 'EXTERNAL_EVENT', externalEventDefName: 'bell', ...edges('end') }, end } },
    },
  });
  await docket.as(ada).do('putWfSpec', { name: 'with-a-kid', ...body });
});

afterAll(async () => {
  await docket.deps.close();
  await database.drop();
});

it('a stopped child stands still through the event that it waits for, until it is resumed', async () => {
  const { id: wfRunId } = await docket.as(ada).do('runWf', { wfSpecName: 'with-a-kid' });
  const kid = async () => (await docket.as(ada).do('getWfRun', { wfRunId })).threadRuns[1];
  await docket.as(ada).do('stopWfRun', { wfRunId, threadRunNumber: 1 });
  expect(await kid()).toMatchObject({ status: 'HALTED', haltReasons: [{ type: 'MANUAL_HALT' }] });
  await docket.as(ada).do('putExternalEvent', { wfRunId, externalEventDefName: 'bell' });
  expect(await kid()).toMatchObject({ status: 'HALTED' });
  await docket.as(ada).do('resumeWfRun', { wfRunId, threadRunNumber: 1 });
  expect(await kid()).toMatchObject({ status: 'COMPLETED' });
});
