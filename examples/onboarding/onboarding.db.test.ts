import { expect, it } from 'vitest';
import { playExample } from '#testing/play-example.ts';
import { tasks } from './tasks.ts';
import { onboarding } from './workflow.ts';

const play = playExample(onboarding, tasks);

it.each([
  ['Robin', '2100-01-04T08:00:00.000Z', 'robin@docket.example'],
  ['Alex', '2100-02-01T08:00:00.000Z', 'alex-2@docket.example'],
])('prepares a desk and an account for %s, and welcomes them on %s', async (person, firstDay, address) => {
  const run = await play.start({ person, mentor: 'maria', firstDay });
  await play.answer(run, 'prepare-desk', 'ivan', { seat: 'by the window' });
  expect(await play.standsAt(run, 'SLEEP')).toMatchObject({ wakeAt: firstDay });
  await play.advanceClock((Date.parse(firstDay) - Date.parse(run.startedAt)) / 1000);

  await play.answer(run, 'welcome', 'maria', { isSettled: true });
  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED' });
  expect(await play.logOf(run)).toContain(`told ${address} about by the window`);
});
