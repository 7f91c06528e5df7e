import { expect, it } from 'vitest';
import { playExample } from '#testing/play-example.ts';
import { tasks } from './tasks.ts';
import { purchaseApproval } from './workflow.ts';

const play = playExample(purchaseApproval, tasks);

it('goes back to the requester with remarks, and is ordered once it is approved', async () => {
  const run = await play.start({ requester: 'maria' });
  await play.answer(run, 'purchase-request', 'maria', { item: 'a printer', price: 900 });
  await play.answer(run, 'decide-on-purchase', 'fred', { isApproved: false, remarks: 'A smaller one' });
  const again = await play.taskOf(run, 'purchase-request');
  expect(await play.client().getUserTaskRun(again)).toMatchObject({ notes: 'A smaller one' });
  await play.complete(again, 'maria', { item: 'a small printer', price: 199.9 });
  const decision = await play.answer(run, 'decide-on-purchase', 'fred', { isApproved: true });
  expect(decision).toMatchObject({ title: 'Buy a small printer?', context: '199.9 euros, round 2' });

  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED', output: `PO-${run.id}` });
  expect(await play.logOf(run)).toEqual(['ordered a small printer for 199.9 euros, as maria asked']);
});

it('is refused after three rounds', async () => {
  const run = await play.start({ requester: 'maria' });
  for (const item of ['a boat', 'a smaller boat', 'a canoe']) {
    await play.answer(run, 'purchase-request', 'maria', { item, price: 1 });
    await play.answer(run, 'decide-on-purchase', 'fred', { isApproved: false, remarks: `Not ${item}` });
  }
  const { status, threadRuns } = await play.endOf(run);
  expect(status).toBe('EXCEPTION');
  expect(threadRuns[0]?.failure).toMatchObject({ name: 'purchase-refused', content: 'Not a canoe' });
});
