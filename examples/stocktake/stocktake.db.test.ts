import { expect, it } from 'vitest';
import { playExample } from '#testing/play-example.ts';
import { stocktake } from './workflow.ts';

const play = playExample(stocktake);

async function count(expected: number) {
  const run = await play.start({ clerk: 'wendy', shelves: ['A1', 'A2', 'B1'], expected });
  for (const [shelf, counted] of [
    ['A1', 10],
    ['A2', 20],
    ['B1', 12],
  ] as const) {
    const task = await play.answer(run, 'count-shelf', 'wendy', { counted });
    expect(task.title).toBe(`Count shelf ${shelf}`);
  }
  return run;
}

it('adds up what was counted', async () => {
  const run = await count(42);
  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED', output: 42 });
});

it('has a difference explained', async () => {
  const run = await count(40);
  const task = await play.answer(run, 'explain-difference', 'fred', { explanation: 'Two were never booked' });
  expect(task.title).toBe('2 too many');
  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED', output: 42 });
});
