import { expect, it } from 'vitest';
import { playExample } from '#testing/play-example.ts';
import { tasks } from './tasks.ts';
import { accountOpening } from './workflow.ts';

const play = playExample(accountOpening, tasks);
const apply = (name: string) => play.start({ applicant: { name, country: 'AT', bornAt: null } });

it('opens an account at once for someone who is on no list', async () => {
  const run = await apply('Tom Brightwater');
  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED', output: `ACC-${run.id}` });
});

it.each([
  [true, 'COMPLETED'],
  [false, 'EXCEPTION'],
])(
  'asks finance about a hit in the child run: is it someone else? %s, and the parent is %s',
  async (isSomeoneElse, status) => {
    const run = await apply('Dr. Mabel Nightshade');
    const child = await play.childOf(run);
    const hit = await play.answer(child, 'judge-screening-hit', 'ines', { isSomeoneElse });
    expect(hit).toMatchObject({ title: 'Is Dr. Mabel Nightshade on a list?', context: 'AT, 97% alike' });

    expect(await play.endOf(run)).toMatchObject({ status });
    expect(await play.endOf(child)).toMatchObject({
      status: 'COMPLETED',
      output: isSomeoneElse,
      parentWfRunId: run.id,
    });
  },
);
