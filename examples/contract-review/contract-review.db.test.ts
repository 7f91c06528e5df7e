import { expect, it } from 'vitest';
import { playExample } from '#testing/play-example.ts';
import { tasks } from './tasks.ts';
import { contractReview } from './workflow.ts';

const play = playExample(contractReview, tasks);

it('is decided by the first who answers, and nobody else is asked any longer', async () => {
  const run = await play.start({ contract: 'lease-2031', lawyers: ['fred', 'fiona', 'ines'] });
  const asked = await play.tasksOf(run, 3);
  expect(asked.map(({ userId }) => userId).toSorted()).toEqual(['fiona', 'fred', 'ines']);
  const [hers] = asked.filter(({ userId }) => userId === 'fiona');
  if (!hers) expect.unreachable('fiona was not asked');
  await play.complete(hers, 'fiona', { isAcceptable: false, reason: 'The rent can be raised at will' });

  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED', output: false });
  expect(await play.logOf(run)).toEqual(['lease-2031: fiona says no (The rent can be raised at will)']);
  const { results } = await play.client().listUserTaskRuns({ wfRunId: run.id });
  expect(results.map(({ status }) => status).toSorted()).toEqual(['CANCELLED', 'CANCELLED', 'DONE']);
});
