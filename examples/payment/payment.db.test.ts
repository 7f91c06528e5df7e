import { expect, it } from 'vitest';
import { playExample } from '#testing/play-example.ts';
import { openBank } from './bank.ts';
import { tasksAt } from './tasks.ts';
import { payment } from './workflow.ts';

const bank = openBank({ household: 100_00n, purse: 5_00n });
const play = playExample(payment, tasksAt(bank));

it('tries again while the bank is away, and takes the money once', async () => {
  bank.outages = 2;
  const run = await play.start({ from: 'household', to: 'savings', cents: 25_00 });
  await play.logged(run, 'booking AUTH-1');
  await play.advanceClock(60);
  await play.logged(run, 'booking AUTH-1', 2);
  await play.advanceClock(60);

  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED', output: 'TRANSFER-AUTH-1' });
  expect(bank.balances).toEqual(
    new Map([
      ['household', 75_00n],
      ['purse', 5_00n],
      ['savings', 25_00n],
    ]),
  );
});

it('has a shortage cleared up, and then goes on', async () => {
  const run = await play.start({ from: 'purse', to: 'kiosk', cents: 7_50 });
  const { title } = await play.taskOf(run, 'clear-up-shortage');
  expect(title).toBe('purse lacks 250 cents');
  bank.balances.set('purse', 10_00n);
  await play.answer(run, 'clear-up-shortage', 'fiona', { isCovered: true });

  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED' });
  expect(bank.balances.get('purse')).toBe(2_50n);
});

it('is given up when nobody covers it', async () => {
  const run = await play.start({ from: 'nobody', to: 'kiosk', cents: 1 });
  await play.answer(run, 'clear-up-shortage', 'fiona', { isCovered: false });
  expect(await play.endOf(run)).toMatchObject({ status: 'EXCEPTION' });
});
