// How the work of a definition goes: figures that follow what people do, as charts, as numbers and as files, each with the tasks behind it.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './people.ts';
import { makeBusyDesk } from './support/busy-desk.ts';

/** A key figure with what is said of it. */
const figure = (page: Page, name: string) =>
  page.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd');

/** The chart that counts this. */
const chart = (page: Page, subtitle: string) => page.getByRole('figure').filter({ hasText: subtitle });

const rows = async (table: Locator): Promise<string[][]> =>
  Promise.all((await table.getByRole('row').all()).map((row) => row.locator('th, td').allInnerTexts()));

test('an admin reads how a definition does, follows a figure to its tasks, and takes the numbers along', async ({
  signIn,
  docket,
}) => {
  const { name, group, userId, waiting, client } = await makeBusyDesk(docket);
  const ada = await signIn('ada');
  await ada.goto(`/admin/dashboards?userTaskDefName=${name}`);
  await expect(figure(ada, 'Open now')).toHaveText(/^3\s*2 with nobody$/);
  await expect(figure(ada, 'Overdue now')).toHaveText(/^1\s*33% of what is open$/);
  await expect(figure(ada, 'Finished')).toContainText(/^3/);
  await expect(figure(ada, 'Hook firings')).toContainText(/^6/);

  // Somebody does the task that is not overdue.
  const [first] = waiting;
  if (!first) throw new Error('Nothing waits.');
  await client.claimUserTaskRun({ ...first, userId });
  await client.completeUserTaskRun({ ...first, userId, results: { shines: false } });
  await ada.reload();
  await expect(figure(ada, 'Open now')).toContainText(/^2/);
  await expect(figure(ada, 'Finished')).toContainText(/^4/);

  const finished = chart(ada, 'Finished tasks, by group');
  await expect(finished.getByRole('heading')).toHaveText(`Most was completed by ${group}: 3 of 3 tasks`);
  await finished.getByText('Numbers and their tasks').click();
  const table = finished.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(2);
  expect(await rows(table)).toEqual([
    ['Group', 'Completed', 'Cancelled'],
    [group, '3', '1'],
  ]);

  await finished.getByRole('button', { name: 'Save: Finished tasks, by group' }).click();
  const [download] = await Promise.all([
    ada.waitForEvent('download'),
    ada.getByRole('menuitem', { name: 'Numbers as CSV' }).click(),
  ]);
  const saved = await readFile(await download.path(), 'utf8');
  expect(saved).toBe(`\ufeff${(await rows(table)).map((cells) => `${cells.join(',')}\r\n`).join('')}`);

  await finished.locator('svg[role="application"]').hover();
  const marks = finished.locator('.recharts-tooltip-cursor');
  await expect(marks, 'the bar that is pointed at is marked on the page').toHaveCount(1);
  await finished.getByRole('button', { name: 'Save: Finished tasks, by group' }).press('Enter');
  const [picture] = await Promise.all([
    ada.waitForEvent('download'),
    ada.getByRole('menuitem', { name: 'Picture as SVG' }).press('Enter'),
  ]);
  const drawn = await readFile(await picture.path(), 'utf8');
  expect(drawn).toContain('Finished tasks, by group');
  expect(drawn, 'but not in the picture').not.toContain('opacity="0.6"');

  await table.getByRole('link', { name: '3', exact: true }).click();
  await expect(ada).toHaveURL((url) => url.pathname === '/admin/user-tasks');
  await expect(ada.getByRole('row', { name: /Lamp \d/ })).toHaveCount(3);
  await ada.goBack();
  await figure(ada, 'Overdue now').getByRole('link').click();
  await expect(ada.getByRole('row', { name: /Lamp \d/ })).toHaveText(/Lamp 6/);
});

test('what is told lives in the address, and the charts are read by keyboard', async ({ signIn, docket }) => {
  const { name, userId } = await makeBusyDesk(docket);
  const ada = await signIn('ada');
  await ada.goto(`/admin/dashboards?userTaskDefName=${name}`);
  await ada.getByRole('link', { name: 'Person', exact: true }).click();
  await expect(ada).toHaveURL(/by=person/);
  await expect(chart(ada, 'Open tasks now, by person').getByRole('heading')).toContainText('Lou Lampion: 1 of 3 tasks');
  await ada.getByRole('link', { name: '7 days' }).click();
  await expect(ada).toHaveURL(/range=7/);

  const flow = chart(ada, 'Tasks per day');
  await flow.getByRole('application').focus();
  await ada.keyboard.press('ArrowRight');
  await expect(flow).toContainText(/Came in\s*0/);

  await ada.goto(
    `/admin/dashboards?userTaskDefName=${name}&userId=${userId}&by=definition&from=2020-01-01&to=2020-01-07`,
  );
  await expect(chart(ada, 'Tasks per day')).toContainText('Nothing to show');
  await expect(figure(ada, 'Open now'), 'what is open now is so whatever the days').toContainText(/^1/);
  await expect(figure(ada, 'Finished')).toContainText(/^0/);

  // Days that cannot be asked for are said to be so, and nothing is shown in their place.
  await ada.getByRole('button', { name: '2020-01-01 to 2020-01-07' }).click();
  const days = ada.getByRole('dialog');
  await days.getByLabel('Last day').fill('2019-12-31');
  await days.getByRole('button', { name: 'Show' }).click();
  await expect(days.getByLabel('Last day')).toHaveAccessibleDescription(/before the first day/);
  await days.getByLabel('Last day').fill('2020-02-01');
  await days.getByRole('button', { name: 'Show' }).click();
  await expect(days.getByLabel('Last day')).toHaveAccessibleDescription(/these are 32 days/);
  await expect(ada).toHaveURL(/to=2020-01-07/);
  await days.getByLabel('Last day').fill('2020-01-31');
  await days.getByRole('button', { name: 'Show' }).click();
  await expect(ada).toHaveURL(/to=2020-01-31/);
});
