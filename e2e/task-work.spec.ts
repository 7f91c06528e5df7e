// Work on a task: drafts that save themselves and go with it, who was first, what happens next, and one task after the other by keyboard.
import type { Page } from '@playwright/test';
import { DocketClient, defineUserTask, defineWorkflow, registerWorkflow } from '#sdk';
import { expect, test } from './people.ts';
import { startedInvoice } from './started-invoice.ts';
import { makeWorkplace } from './support/workplace.ts';

const addressOf = ({ wfRunId, guid }: { wfRunId: string; guid: string }) => `/tasks/${wfRunId}/${guid}`;
const history = (page: Page) => page.getByRole('region', { name: 'Assignment history' }).getByRole('listitem');
const complete = (page: Page) => page.getByRole('button', { name: 'Complete', exact: true });

test('a draft saves itself, is handed over with its task, taken back, and continued by a colleague', async ({
  signIn,
  docket,
  checkAccessibility,
}) => {
  const { wfRunId, guid } = await startedInvoice(docket);
  const invoice = { wfRunId, guid };
  const client = new DocketClient(docket);
  const fred = await signIn('fred');
  await fred.goto(addressOf(invoice));
  await expect(fred.getByText('is a new supplier')).toBeVisible();
  await expect(fred.getByLabel('Remarks')).not.toBeEditable();
  await fred.getByText('Enter the invoice of').click();
  await expect(fred.getByText('2300.5')).toBeVisible();

  // Only a page that has come alive hears keys.
  await expect(fred.getByRole('button', { name: 'Claim and start' })).toBeEnabled();
  await fred.keyboard.press('c');
  await expect(fred.getByLabel('Cost centre')).toBeFocused();
  await fred.keyboard.type('4200');
  await fred.getByLabel('Discount').fill('1e');
  await expect(fred.getByText('One answer is not saved')).toBeVisible();
  await fred.getByLabel('Discount').fill('1.5');
  await expect(fred.getByText(/^Saved \d/)).toBeVisible();
  const draft = { costCentre: '4200', discount: 1.5 };
  expect((await client.getUserTaskRun(invoice)).draft).toMatchObject({ results: draft, savedBy: 'fred' });

  // What is typed in the very moment of a reload is there after it.
  fred.once('dialog', (dialog) => void dialog.accept());
  await fred.getByLabel('Cost centre').fill('42');
  await fred.reload();
  await expect(fred.getByLabel('Cost centre')).toHaveValue('42');
  await fred.getByLabel('Cost centre').fill('4200');
  await expect(fred.getByText(/^Saved \d/)).toBeVisible();

  // In another window of theirs it is there as it is typed.
  const other = await fred.context().newPage();
  await other.goto(addressOf(invoice));
  await expect(other.getByLabel('Cost centre')).toHaveValue('4200');
  await expect(complete(other)).toBeEnabled();
  for (const text of ['42001', '4200']) {
    await fred.getByLabel('Cost centre').fill(text);
    await expect(other.getByLabel('Cost centre')).toHaveValue(text);
  }
  await other.close();

  async function handOver() {
    await fred.getByRole('button', { name: 'Hand over' }).click();
    const dialog = fred.getByRole('alertdialog', { name: 'Hand over this task' });
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    await expect(dialog.getByText('Say why; it goes into the history.')).toBeVisible();
    await expect(dialog.getByText('Choose who gets it.'), 'all that is missing is said at once').toHaveCount(1);
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('You know this supplier.');
    await dialog.getByRole('combobox', { name: 'To whom' }).click();
    await fred.getByRole('option', { name: /Fiona Figure/ }).click();
    // What completes the task elsewhere does what the dialog is for.
    await dialog.getByRole('textbox', { name: 'Reason' }).press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(complete(fred)).toBeHidden();
  }
  await handOver();
  // Beside it, the way back from the claim may still be leaving.
  const said = fred.getByRole('listitem').filter({ hasText: 'Handed over to Fiona' });
  await said.getByRole('button', { name: 'Undo' }).click();
  await expect(complete(fred)).toBeVisible();
  await expect(history(fred).filter({ hasText: 'You took that back' })).toBeVisible();
  await handOver();

  const fiona = await signIn('fiona');
  await fiona.goto(addressOf(invoice));
  await expect(fiona.getByText('Fred Figure has begun to answer')).toBeVisible();
  await expect(fiona.getByText('Fred Figure handed it over to you').first()).toBeVisible();
  await checkAccessibility(fiona);
  await fiona.getByRole('button', { name: 'Start clean' }).click();
  await expect(fiona.getByLabel('Cost centre')).toHaveValue('');
  await fiona.getByRole('button', { name: 'Undo' }).click();
  await expect(fiona.getByLabel('Cost centre')).toHaveValue('4200');
  await fiona.getByLabel('Remarks').fill('Order 12 is signed.');
  await fiona.getByRole('radio', { name: 'Yes' }).click();
  await fiona.keyboard.press('Control+Enter');
  await expect(complete(fiona)).toBeHidden();
  expect((await client.getUserTaskRun(invoice)).results).toEqual({
    ...draft,
    remarks: 'Order 12 is signed.',
    isApproved: true,
  });
  const edits = fiona.getByRole('group', { name: 'Show only' }).getByRole('button', { name: /^Edits/ });
  await edits.click();
  await expect(history(fiona).first()).toContainText('Fred Figure filled in 2 answers');
  await expect(history(fiona).filter({ hasText: 'completed the task' })).toBeHidden();
  await edits.click();
  await expect(history(fiona).filter({ hasText: 'You completed the task' })).toContainText(/held \d/);
});

test('who loses a task while typing is told by whom, at once, and keeps what was typed', async ({ signIn, docket }) => {
  const { wfRunId, guid } = await startedInvoice(docket);
  const invoice = { wfRunId, guid };
  const fred = await signIn('fred');
  await fred.goto(addressOf(invoice));
  await fred.getByRole('button', { name: 'Claim and start' }).click();
  await fred.getByLabel('Remarks').fill('Half a sentence that nobody may lose');

  const ada = await signIn('ada');
  await ada.goto(addressOf(invoice));
  await ada.getByRole('button', { name: 'Take over' }).click();
  const dialog = ada.getByRole('alertdialog', { name: 'Take over this task' });
  await dialog.getByRole('textbox').fill('Fred is needed elsewhere.');
  await dialog.getByRole('button', { name: 'Take over' }).click();
  await expect(complete(ada)).toBeVisible();

  const notice = fred.getByRole('alert').filter({ hasText: 'Ada Admin took this over at' });
  await expect(notice).toContainText('Fred is needed elsewhere.');
  await expect(notice).toContainText('Half a sentence that nobody may lose');
  await expect(notice.getByRole('button', { name: 'Copy what you had typed' })).toBeVisible();
  await expect(complete(fred)).toBeHidden();
});

test('what changes between the reading of a page and its first event shows too', async ({ signIn, docket }) => {
  const { wfRunId, guid } = await startedInvoice(docket);
  const client = new DocketClient(docket);
  const fred = await signIn('fred');
  const asked = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  await fred.route('**/api/v1/events*', async (route) => {
    asked.resolve();
    await goOn.promise;
    await route.continue();
  });
  await fred.goto(addressOf({ wfRunId, guid }));
  await asked.promise;
  await client.claimUserTaskRun({ wfRunId, guid, userId: 'fiona' });
  goOn.resolve();
  await expect(fred.getByRole('button', { name: 'Claim and start' })).toBeHidden();
  await expect(fred.getByRole('article')).toContainText('Fiona Figure');
});

test('what could not be saved outlives another task and the page, and is sent once there is a connection', async ({
  signIn,
  docket,
}) => {
  const { people, give } = await makeWorkplace(docket, ['ana']);
  await give(['Pallet of apples', 'Pallet of pears']);
  // Pages beside the one that is watched: that saves fail here is what it is about.
  const context = (await signIn(people.ana as string)).context();
  const ana = await context.newPage();
  const verdict = (page: Page) => page.getByLabel('What is your verdict?');
  const open = (text: string) => ana.getByRole('listbox').getByRole('option', { name: text }).click();
  const isLeft = () => ana.getByText(/could not be saved. Open it again/);
  await ana.goto('/inbox?view=available');
  for (const text of ['Pallet of apples', 'Pallet of pears']) {
    await open(text);
    await ana.getByRole('button', { name: 'Claim and start' }).click();
    await expect(complete(ana)).toBeVisible();
  }

  await ana.goto('/inbox?view=mine');
  await open('Pallet of pears');
  await expect(complete(ana)).toBeEnabled();
  await open('Pallet of apples');
  await expect(ana.getByRole('article')).toContainText('Pallet of apples');
  await ana.route('**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await verdict(ana).fill('Half of them are rotten');
  await expect(ana.getByText('Not saved yet')).toBeVisible();
  await open('Pallet of pears');
  await expect(isLeft()).toBeVisible();
  await expect(verdict(ana)).toHaveValue('');
  await ana.unroute('**');
  await ana.reload();
  await open('Pallet of apples');
  await expect(verdict(ana)).toHaveValue('Half of them are rotten');
  await expect(ana.getByText(/^Saved \d/)).toBeVisible();
  const other = await context.newPage();
  await other.goto(ana.url());
  await expect(verdict(other), 'the server has it').toHaveValue('Half of them are rotten');

  await open('Pallet of pears');
  await expect(verdict(ana)).toHaveValue('');
  await open('Pallet of apples');
  await expect(verdict(ana)).toHaveValue('Half of them are rotten');
  await context.setOffline(true);
  await verdict(ana).fill('All of them are rotten');
  await open('Pallet of pears');
  await expect(isLeft()).toBeVisible();
  await context.setOffline(false);
  await expect(verdict(other), 'it is sent without being opened again').toHaveValue('All of them are rotten');
});

test('what happens next is seen, put off and disarmed, and a hook that fires shows while the task is open', async ({
  signIn,
  docket,
}) => {
  const { wfRunId, guid } = await startedInvoice(docket);
  const invoice = { wfRunId, guid };
  const client = new DocketClient(docket);
  const fred = await signIn('fred');
  await fred.goto(addressOf(invoice));
  await fred.getByRole('button', { name: 'Claim and start' }).click();
  await expect(complete(fred)).toBeVisible();
  const next = (page: Page) => page.getByRole('region', { name: 'What happens next' }).getByRole('listitem');
  await expect(next(fred)).toHaveCount(3);
  await expect(next(fred).nth(0)).toContainText(/Back to finance.*in [23] h/);
  await expect(next(fred).nth(1)).toContainText(/Goes to Ivan Example.*in 1 d [12] h/);
  await expect(next(fred).nth(2)).toContainText('Is cancelled: Nobody checked it in time');
  await expect(next(fred).getByRole('button')).toHaveCount(0);

  const ada = await signIn('ada');
  await ada.goto(addressOf(invoice));
  await next(ada).nth(2).getByRole('button').click();
  await ada.getByRole('menuitem', { name: 'Disarm' }).click();
  const disarm = ada.getByRole('alertdialog', { name: 'Disarm' });
  await disarm.getByRole('textbox').fill('It may take longer.');
  await disarm.getByRole('button', { name: 'Disarm' }).click();
  await expect(next(ada)).toHaveCount(2);
  await next(ada).nth(1).getByRole('button').click();
  await ada.getByRole('menuitem', { name: 'Postpone' }).click();
  const postpone = ada.getByRole('alertdialog', { name: 'Postpone' });
  await postpone.getByRole('textbox', { name: 'Reason' }).fill('Ivan is away.');
  await postpone.getByRole('button', { name: 'Postpone' }).click();
  await expect(next(ada).nth(1)).toContainText('in 2 d');
  await expect(next(fred), 'it is seen by who has the task').toHaveCount(2);

  await fred.getByLabel('Remarks').fill('I am on it');
  await expect(fred.getByText(/^Saved \d/)).toBeVisible();
  const hooks = await client.listUserTaskHooks(invoice);
  await client.fireUserTaskHook({ ...invoice, hookId: hooks.results[0]?.id ?? '', reason: 'Now' });
  await expect(fred.getByRole('button', { name: 'Claim and start' })).toBeVisible();
  await expect(history(fred).filter({ hasText: 'A hook assigned it to finance' })).toBeVisible();
  await expect(fred.getByRole('article')).toContainText('Escalated by a hook');
});

const chore = defineUserTask({
  name: 'journey-chore',
  displayName: 'A chore',
  fields: {
    what: { type: 'STR', displayName: 'What was done', widget: 'text' },
    isFine: { type: 'BOOL', displayName: 'All fine' },
  },
});
const chores = defineWorkflow('journey-chore', (wf) => {
  const title = wf.input('title', 'STR', { required: true });
  const priority = wf.input('priority', 'INT', { required: true });
  wf.assignUserTask(chore, { userGroup: 'chores', title, priority });
});

test('task after task is done by keyboard alone, the most urgent first', async ({ signIn, docket }) => {
  const client = new DocketClient(docket);
  await client.putGroup({ name: 'chores' });
  await client.putUser({ userId: 'nora', displayName: 'Nora Example', groups: ['chores'], password: 'docket-demo' });
  await registerWorkflow(client, chores);
  const start = async (title: string, priority: number) =>
    (await client.runWf({ wfSpecName: 'journey-chore', variables: { title, priority } })).id;
  const first = await start('Water the plants', 50);
  await start('Sweep the yard', 10);
  await start('Mend the roof', 90);

  const nora = await signIn('nora');
  await nora.goto(`/tasks/${first}/0-1`);
  await expect(nora.getByRole('button', { name: 'Claim and start' })).toBeEnabled();
  await nora.keyboard.press('c');
  for (const title of ['Water the plants', 'Mend the roof', 'Sweep the yard']) {
    await expect(nora.getByRole('article', { name: title })).toBeVisible();
    await expect(nora.getByLabel('What was done')).toBeFocused();
    await nora.keyboard.press('Control+Enter');
    await expect(nora.getByRole('link', { name: /What was done/ })).toBeVisible();
    await expect(nora.getByLabel('What was done')).toBeFocused();
    await nora.keyboard.type('Everything');
    await nora.keyboard.press('Tab');
    await nora.keyboard.press('Space');
    await expect(nora.getByRole('radio', { name: 'Yes' })).toBeChecked();
    await nora.keyboard.press('Control+Shift+Enter');
  }
  await expect(nora.getByText('Nothing else waits for you')).toBeVisible();
  const done = await client.searchUserTaskRuns({ userTaskDefName: 'journey-chore', status: 'DONE', userId: 'nora' });
  expect(done.results).toHaveLength(3);
});
