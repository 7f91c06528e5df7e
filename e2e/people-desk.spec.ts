// The admin's desk: who is there, who has what and had it when and why, many tasks at once, and what programs sign in with.
import type { Locator, Page } from '@playwright/test';
import { DocketClient } from '#sdk';
import { expect, test } from './people.ts';
import { makeWorkplace } from './support/workplace.ts';

/** Chooses in a list that is searched by typing. */
async function pick(page: Page, control: Locator, text: string): Promise<void> {
  await control.click();
  await page.getByRole('dialog').last().getByRole('combobox').fill(text);
  await page.getByRole('option', { name: text }).click();
}

const history = (page: Page) => page.getByRole('region', { name: 'Assignment history' }).getByRole('listitem');

test('an admin adds a person, who signs in and finds the work of their group, until they are removed', async ({
  signIn,
  docket,
  checkAccessibility,
}) => {
  const { group, give } = await makeWorkplace(docket, []);
  await give(['Pallet of apples']);
  const userId = `nora-${crypto.randomUUID().slice(0, 8)}`;
  const ada = await signIn('ada');
  await ada.goto('/admin/people');
  await ada.getByRole('button', { name: 'Add person' }).click();
  const adding = ada.getByRole('dialog', { name: 'Add a person' });
  const password = adding.getByLabel('Password');
  await adding.getByRole('textbox', { name: 'User name' }).fill(userId);
  await adding.getByRole('textbox', { name: 'Name', exact: true }).fill('Nora Newcomer');
  await pick(ada, adding.getByRole('combobox', { name: 'Groups' }), group);
  await password.fill('short');
  await adding.getByRole('button', { name: 'Add person' }).click();
  await expect(password, 'what is wrong has the focus').toBeFocused();
  await expect(password).toHaveAccessibleDescription(/at least ten characters/);
  await password.fill('docket-demo');
  await adding.getByRole('button', { name: 'Add person' }).click();
  await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Nora Newcomer');
  await expect(ada.getByRole('main').getByRole('link', { name: group })).toBeVisible();

  const nora = await signIn(userId);
  await nora.goto('/inbox?view=available');
  await expect(nora.getByRole('option', { name: 'Pallet of apples' })).toBeVisible();

  await ada.getByRole('button', { name: 'Edit' }).click();
  const editing = ada.getByRole('dialog', { name: 'Change Nora Newcomer' });
  await editing.getByRole('textbox', { name: 'Name', exact: true }).fill('Nora Newname');
  await editing.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Nora Newname');
  await expect(ada.getByRole('button', { name: 'Edit' })).toBeFocused();

  // What a page of hers would ask for meanwhile would be refused, and told.
  await nora.goto('about:blank');
  await ada.getByRole('button', { name: 'Remove person…' }).click();
  const removing = ada.getByRole('alertdialog', { name: 'Remove Nora Newname?' });
  await removing.getByRole('button', { name: 'Remove' }).click();
  await expect(ada).toHaveURL('/admin/people');
  const fred = ada.getByRole('table').getByRole('link', { name: 'Fred Figure' });
  await expect(fred).toBeVisible();
  await checkAccessibility(ada);
  await ada.getByRole('searchbox', { name: 'Name or user name' }).pressSequentially('figu', { delay: 270 });
  await expect(ada, 'searched while one types').toHaveURL('/admin/people?q=figu');
  await expect(ada.getByRole('table').getByRole('link', { name: 'Ada Admin' })).toHaveCount(0);
  await expect(fred).toBeVisible();
  expect((await ada.request.get('/admin/people/%E0%A4%A')).status(), 'an address escaped wrongly').toBe(404);
  expect((await nora.request.get('/api/v1/me')).status(), 'sessions end at once').toBe(401);
});

test('all that a person has moves in one action, and the palette leads to who had it, when and why', async ({
  signIn,
  docket,
  checkAccessibility,
}) => {
  const { group, people, give } = await makeWorkplace(docket, ['ben', 'carla']);
  const [ben, carla] = [people.ben as string, people.carla as string];
  await give(['Pallet of apples', 'Pallet of pears', 'Crate of lemons']);
  const client = new DocketClient(docket);
  const { results } = await client.searchUserTaskRuns({ userGroup: group, status: 'UNASSIGNED' });
  for (const { wfRunId, guid } of results) await client.claimUserTaskRun({ wfRunId, guid, userId: ben });

  const ada = await signIn('ada');
  await ada.goto(`/admin/people/${ben}`);
  await ada.getByRole('button', { name: 'Move all…' }).click();
  const moving = ada.getByRole('alertdialog', { name: 'Move everything that Ben Example has: 3 tasks' });
  await pick(ada, moving.getByRole('combobox', { name: 'Person' }), carla);
  await expect(moving).toContainText('3 of 3 can be moved.');
  await moving.getByRole('textbox', { name: 'Reason' }).fill('Ben is on leave until May.');
  await moving.getByRole('button', { name: 'Move 3 tasks' }).click();
  await expect(ada.getByRole('heading', { name: 'Has no tasks' })).toBeVisible();
  const report = ada.getByRole('region', { name: 'What was done' });
  await expect(report.getByRole('status')).toContainText('3 tasks were moved');
  await expect(report, 'the focus is where it is told').toBeFocused();

  // From a cold start: by the palette to the person, and what they had is there with who took it, why and after how long.
  await ada.goto('/admin/groups');
  await ada.getByRole('button', { name: 'Search and commands' }).click();
  await ada.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill(ben);
  await ada.getByRole('option', { name: 'Ben Example' }).click();
  await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Ben Example');
  const lost = history(ada).filter({ hasText: 'Lost it to Carla Example, by Ada Admin' });
  await expect(lost).toHaveCount(3);
  await expect(lost.first()).toContainText('Ben is on leave until May.');
  await ada.getByRole('link', { name: 'Whole history' }).click();
  await expect(history(ada)).toHaveCount(6);
  await checkAccessibility(ada);
  await ada.getByRole('combobox', { name: 'What' }).click();
  await ada.getByRole('option', { name: 'Cancellations' }).click();
  await expect(ada.getByRole('heading', { name: 'Nothing in this time' })).toBeVisible();
  await ada.goBack();
  await expect(history(ada)).toHaveCount(6);
  const [from, until] = [ada.getByLabel('From'), ada.getByLabel('Until')];
  await until.fill('2020-01-02');
  await expect(ada, 'a day takes effect by itself').toHaveURL(/to=2020-01-0/);
  await expect(until).toBeFocused();
  await from.fill('2020-01-03');
  await expect(from).toHaveAccessibleDescription(/after the last day/);
  await until.fill('2020-01-03');
  await until.press('Enter');
  await expect(ada, 'which makes the first day one that can be').toHaveURL(/from=.*to=2020-01-0/);
  await ada.getByRole('button', { name: 'Clear' }).click();
  await expect(history(ada)).toHaveCount(6);
  const downloading = ada.waitForEvent('download');
  await ada.getByRole('button', { name: 'CSV' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe(`history-${ben}.csv`);
  const text = (await (await file.createReadStream()).toArray()).join('');
  expect(text.match(/Ben is on leave until May\./g)).toHaveLength(3);

  // What is cancelled while somebody has it is told of them too.
  const [first] = results;
  if (!first) throw new Error('There is no task.');
  await client.cancelUserTaskRun({ wfRunId: first.wfRunId, guid: first.guid, reason: 'Eaten by mice.' });
  await ada.goto(`/admin/people/${carla}/history`);
  await expect(history(ada).filter({ hasText: 'Got it from Ada Admin' })).toHaveCount(3);
  await expect(history(ada).filter({ hasText: 'cancelled by the key' })).toContainText('Eaten by mice.');
});

test('many tasks are found and assigned at once: what can be is said before, each result after, and it is undone', async ({
  signIn,
  docket,
  checkAccessibility,
}) => {
  const { group, people, give } = await makeWorkplace(docket, ['dora']);
  const dora = people.dora as string;
  await give(['Pallet of apples', 'Pallet of pears', 'Crate of lemons']);
  const ada = await signIn('ada');
  await ada.goto('/admin/user-tasks');
  await pick(ada, ada.getByRole('combobox', { name: 'Group' }), group);
  await ada.getByRole('combobox', { name: 'Status' }).click();
  await ada.getByRole('option', { name: 'Open' }).click();
  // What is selected goes with the list that it was selected from; both narrowings find the same three.
  await expect(ada).toHaveURL(/status=open/);
  const table = ada.getByRole('table');
  const row = (text: string) => table.getByRole('row').filter({ hasText: text });
  await expect(ada.getByText('3 tasks', { exact: true })).toBeVisible();

  const search = ada.getByRole('searchbox', { name: 'Title or context' });
  await search.fill('pallet');
  await expect(ada, 'searched while one types').toHaveURL(/q=pallet/);
  await expect(ada.getByText('2 tasks', { exact: true })).toBeVisible();
  await table.getByRole('checkbox', { name: 'Select all tasks of this page' }).click();
  await expect(ada.getByRole('region', { name: 'Selected tasks' }), 'leaving the field does nothing').toBeVisible();
  await search.fill('');
  await search.press('Enter');
  await expect(ada).not.toHaveURL(/q=/);
  await expect(ada.getByText('3 tasks', { exact: true })).toBeVisible();

  async function assignAll(reason: string, possible: string): Promise<void> {
    await table.getByRole('checkbox', { name: 'Select all tasks of this page' }).click();
    await ada.getByRole('region', { name: 'Selected tasks' }).getByRole('button', { name: 'Assign…' }).click();
    const assigning = ada.getByRole('alertdialog', { name: 'Assign 3 tasks' });
    await pick(ada, assigning.getByRole('combobox', { name: 'Person' }), dora);
    await expect(assigning).toContainText(possible);
    await assigning.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await assigning.getByRole('button', { name: /^Assign \d tasks$/ }).click();
  }
  const report = ada.getByRole('region', { name: 'What was done' });
  await assignAll('By mistake.', '3 of 3 can be assigned.');
  await expect(report.getByRole('status')).toContainText('3 tasks were moved');
  await report.getByRole('button', { name: 'Undo' }).click();
  await expect(report.getByRole('status')).toContainText('3 tasks are as they were');
  await expect(row('Pallet of apples')).toContainText('Unclaimed');

  // While the page is open, one of them is done elsewhere.
  const client = new DocketClient(docket);
  const { results } = await client.searchUserTaskRuns({ userGroup: group, status: 'UNASSIGNED' });
  const lemons = results.find(({ context }) => context === 'Crate of lemons');
  if (!lemons) throw new Error('There are no lemons.');
  const { wfRunId, guid, userTaskDefName } = lemons;
  await client.completeUserTaskRun({ wfRunId, guid, userId: dora, results: { verdict: 'Sour' } });
  await assignAll('Dora knows the fruit.', '2 of 3 can be assigned. 1 is finished.');
  await expect(report.getByRole('status')).toContainText('1 task was left as it is');
  await report.getByRole('button', { name: 'Show each task' }).click();
  const results_ = report.getByRole('region', { name: 'Task by task' }).getByRole('listitem');
  await expect(results_).toHaveCount(3);
  await expect(results_.first()).toContainText('Crate of lemons');
  await expect(results_.first()).toContainText('Left as it is.');
  await expect(results_.filter({ hasText: 'Moved' })).toHaveCount(2);
  await expect(row('Pallet of apples')).toContainText('Dora Example');
  await expect(row('Crate of lemons')).toHaveCount(0);
  await checkAccessibility(ada);

  // The address says it all: a definition links to what is open of one of its versions.
  await ada.goto(`/admin/user-task-defs/${userTaskDefName}`);
  await ada.getByRole('link', { name: /2 open tasks of version 0/ }).click();
  await expect(ada.getByText('2 tasks', { exact: true })).toBeVisible();
  await expect(ada.getByRole('combobox', { name: 'Version' })).toHaveText('v0');
  await ada.getByRole('combobox', { name: 'Order' }).click();
  await ada.getByRole('option', { name: 'Most urgent first' }).click();
  await expect(ada).toHaveURL(/userTaskDefVersion=0&sort=urgency/);
  await expect(table.getByRole('row')).toHaveCount(3);
});

test('an API key is made, does what its scopes say, and is refused once it is revoked', async ({
  signIn,
  request,
  docket,
  checkAccessibility,
}) => {
  const name = `Nightly export ${crypto.randomUUID().slice(0, 8)}`;
  const ada = await signIn('ada');
  await ada.goto('/admin/api-keys');
  await ada.getByRole('button', { name: 'New key' }).click();
  const making = ada.getByRole('dialog', { name: 'New API key' });
  await making.getByRole('textbox', { name: 'Name' }).fill(name);
  await checkAccessibility(ada);
  await making.getByRole('button', { name: 'Make key' }).click();
  const made = ada.getByRole('dialog', { name: `The key ${name}` });
  const key = (await made.getByRole('code').textContent()) ?? '';
  await ada.keyboard.press('Escape');
  await ada.mouse.click(5, 5);
  await expect(made, 'what is never shown again goes by its own button only').toBeVisible();
  await expect(made.getByRole('button', { name: 'Close' })).toHaveCount(0);
  await made.getByRole('button', { name: 'I have copied it' }).click();
  await expect(made).toBeHidden();

  const headers = { authorization: `Bearer ${key}` };
  const me = await request.get(`${docket.url}/api/v1/me`, { headers });
  expect(await me.json()).toMatchObject({ kind: 'service', name, scopes: ['read'] });
  const run = await request.post(`${docket.url}/api/v1/wf-runs`, { headers, data: { wfSpecName: 'it-request' } });
  expect(run.status(), 'it may read, and no more').toBe(403);

  await ada.reload();
  const row = ada.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('Valid');
  await expect(row, 'it was used').not.toContainText('Never');
  await row.getByRole('button', { name: `Revoke ${name}` }).click();
  const revoking = ada.getByRole('alertdialog', { name: `Revoke the key ${name}?` });
  await revoking.getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toContainText('Revoked');
  await checkAccessibility(ada);
  await expect
    .poll(async () => (await request.get(`${docket.url}/api/v1/me`, { headers })).status(), 'within two seconds')
    .toBe(401);
});

test('what is not there is 404, and a list brings what stands in its place until it is there', async ({ signIn }) => {
  const { request } = await signIn('ada');
  for (const place of ['wf-runs', 'wf-specs', 'user-task-defs', 'task-defs', 'groups']) {
    const list = await request.get(`/admin/${place}`);
    expect(await list.text(), place).toContain('Loading the page');
    const missing = await request.get(`/admin/${place}/nope`);
    expect(missing.status(), place).toBe(404);
    expect(await missing.text(), place).toContain('There is nothing here');
  }
});
