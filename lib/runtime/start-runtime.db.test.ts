import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceTestClock } from '#services/advance-test-clock.ts';
import { ada, type Docket, openDocket } from '#services/testing/docket.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { startRuntime } from './start-runtime.ts';

let database: TestDatabase;
let docket: Docket;
let stop: () => Promise<void>;

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  stop = startRuntime(docket.deps);
  await docket.as(ada).do('putWorkflowEventDef', { name: 'over' });
});
afterAll(async () => {
  await stop();
  await docket.close();
  await database.drop();
});

/** Waits by long polls: no test here looks at a clock. */
const over = (wfRunId: string) =>
  docket.as(ada).do('awaitWorkflowEvent', { wfRunId, name: 'over', timeoutSeconds: 30 });

/** A process whose one step is `wait`; then it tells that it is over. */
async function putWaiting(name: string, wait: object): Promise<void> {
  await docket.as(ada).do('putWfSpec', {
    name,
    entrypoint: 'main',
    threads: {
      main: {
        variables: [{ name: 'key', type: 'STR' }],
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'wait' }] },
          wait: { type: 'NOP', edges: [{ to: 'tell' }], ...wait },
          tell: { type: 'THROW_EVENT', workflowEventDefName: 'over', edges: [{ to: 'end' }] },
          end: { type: 'EXIT' },
        },
      },
    },
  });
}

test('a timer fires when it is due', async () => {
  await putWaiting('sleeping', { type: 'SLEEP', seconds: { literal: 3600 } });
  const { id } = await docket.as(ada).do('runWf', { wfSpecName: 'sleeping' });
  await advanceTestClock(docket.deps, 3_600_000);
  expect(await over(id)).toMatchObject({ wfRunId: id });
});

test('an event that was posted first finds the node that begins to wait for its key', async () => {
  await docket.as(ada).do('putExternalEventDef', { name: 'paid', correlation: {} });
  const correlationKey = { variable: 'key' };
  await putWaiting('paying', { type: 'EXTERNAL_EVENT', externalEventDefName: 'paid', correlationKey });
  await docket.as(ada).do('putCorrelatedEvent', { externalEventDefName: 'paid', key: 'order-1' });
  const { id } = await docket.as(ada).do('runWf', { wfSpecName: 'paying', variables: { key: 'order-1' } });
  expect(await over(id)).toMatchObject({ wfRunId: id });
});

test('a tick starts a run under the name of the tick', async () => {
  await putWaiting('reporting', { type: 'NOP' });
  const { id: scheduleId, nextAt } = await docket.as(ada).do('scheduleWf', {
    id: 'hourly',
    wfSpecName: 'reporting',
    cron: '0 * * * *',
  });
  const run = `${scheduleId}-${nextAt?.slice(0, 16).replaceAll(/[-:]/g, '')}Z`;
  await advanceTestClock(docket.deps, 3_600_000);
  let started = await docket.as(ada).do('listRunsOfSchedule', { scheduleId });
  while (started.results.length === 0) started = await docket.as(ada).do('listRunsOfSchedule', { scheduleId });
  expect(started.results.map(({ id }) => id)).toEqual([run]);
  expect(await over(run)).toMatchObject({ wfRunId: run });
});
