import { expect, it } from 'vitest';
import { playExample } from '#testing/play-example.ts';
import { tasks } from './tasks.ts';
import { invoiceMatching } from './workflow.ts';

const DAYS_31 = 31 * 86_400;

const play = playExample(invoiceMatching, tasks);
const tellOfGoods = (key: string) => play.client().putCorrelatedEvent({ externalEventDefName: 'goods-received', key });
const sendInvoice = (key: string, euros: number) => {
  const content = { number: `INV-${key}`, euros, lines: ['a crane', 'a hook'] };
  return play.client().putCorrelatedEvent({ externalEventDefName: 'invoice-received', key, content });
};

it('is paid once both are there, whichever came first, and says so', async () => {
  await sendInvoice('PO-1', 250);
  const run = await play.start({ purchaseOrder: 'PO-1', ordered: 250 });
  const settled = play.client().awaitWorkflowEvent({ wfRunId: run.id, name: 'invoice-settled' });
  await tellOfGoods('PO-1');

  expect(await settled).toMatchObject({ content: 'INV-PO-1' });
  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED' });
  expect(await play.logOf(run)).toEqual(['paid 250 euros for INV-PO-1 (2 lines)']);
});

it('that bills another sum is cleared up first', async () => {
  const run = await play.start({ purchaseOrder: 'PO-2', ordered: 100 });
  await tellOfGoods('PO-2');
  await sendInvoice('PO-2', 120);
  const task = await play.answer(run, 'clear-up-invoice', 'fiona', { mayBePaid: false });
  expect(task).toMatchObject({ title: 'Invoice INV-PO-2 does not match' });
  expect(await play.endOf(run)).toMatchObject({ status: 'EXCEPTION' });
});

it('that does not come is asked for', async () => {
  const run = await play.start({ purchaseOrder: 'PO-3', ordered: 80 });
  await tellOfGoods('PO-3');
  await play.advanceClock(DAYS_31);
  await play.logged(run, 'asked for the invoice of PO-3');
  await sendInvoice('PO-3', 80);
  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED' });
});
