import { expect, it } from 'vitest';
import { playExample } from '#testing/play-example.ts';
import { tasks } from './tasks.ts';
import { order } from './workflow.ts';

const play = playExample(order, tasks);
const lamps = { item: 'lamp', amount: 2, price: 39.5, card: '4000 1234 5678 9010', address: '1 Oak Lane, Sometown' };
const tell = (wfRunId: string, externalEventDefName: string, content: string) =>
  play.client().putExternalEvent({ wfRunId, externalEventDefName, content });

it('is shipped to where the buyer lives by then', async () => {
  const run = await play.start(lamps);
  await play.taskOf(run, 'pack-order');
  await tell(run.id, 'address-changed', '3 Elm Road, Otherton');
  await play.answer(run, 'pack-order', 'wendy', { weight: 3.5 });

  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED', output: `TRACK-${run.id}` });
  expect(await play.logOf(run)).toEqual([
    'set aside 2 × lamp',
    'took 79 euros',
    '3.5 kg on their way to 3 Elm Road, Otherton',
  ]);
});

it('that is cancelled is undone', async () => {
  const run = await play.start(lamps);
  await play.taskOf(run, 'pack-order');
  await tell(run.id, 'order-cancelled', 'Found a nicer one');

  const { status, threadRuns } = await play.endOf(run);
  expect(status).toBe('EXCEPTION');
  expect(threadRuns[0]?.failure).toMatchObject({ name: 'order-cancelled' });
  expect(await play.logOf(run)).toEqual([
    'set aside 2 × lamp',
    'took 79 euros',
    `gave back PAY-${run.id}`,
    `put back RES-${run.id}`,
  ]);
});

it('whose card is declined puts the stock back, and shows nobody the card', async () => {
  const run = await play.start({ ...lamps, card: '0000 0000 0000 0000' });

  const { status, threadRuns } = await play.endOf(run);
  expect(status).toBe('EXCEPTION');
  expect(threadRuns[0]?.failure).toMatchObject({ name: 'order-declined' });
  expect(await play.logOf(run)).toEqual(['set aside 2 × lamp', `put back RES-${run.id}`]);
  const { results: variables } = await play.client().listVariables({ wfRunId: run.id });
  const { results: taskRuns } = await play.client().listTaskRuns({ wfRunId: run.id });
  expect(JSON.stringify([variables, taskRuns])).not.toContain('0000 0000');
});
