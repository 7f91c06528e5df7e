import { expect, it, vi } from 'vitest';
import { playExample } from '#testing/play-example.ts';
import { tasks } from './tasks.ts';
import { salesReport } from './workflow.ts';

const DAYS_8 = 8 * 86_400;

const play = playExample(salesReport, tasks);

it('is made every Monday, with a line for each region, even one that fails', async () => {
  const { id } = await play.client().scheduleWf({
    wfSpecName: salesReport.name,
    cron: '0 7 * * MON',
    timeZone: 'Europe/Vienna',
    variables: { to: 'maria', regions: ['north', 'west', 'nowhere'] },
  });
  await play.advanceClock(DAYS_8);
  const run = await vi.waitFor(async () => {
    const { results } = await play.client().listRunsOfSchedule({ scheduleId: id });
    expect(results).toHaveLength(1);
    return { id: results[0]?.id ?? '' };
  }, 20_000);

  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED', scheduledWfRunId: id });
  const report = (await play.logOf(run)).find((text) => text.startsWith('to maria'));
  expect(report?.split('\n').slice(1, -1).toSorted()).toEqual([
    'a region is missing',
    'north: 1200.5 euros',
    'west: 99.25 euros',
  ]);
  expect(report).toMatch(/1299\.75 euros in all$/);
});
