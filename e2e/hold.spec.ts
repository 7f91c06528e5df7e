// Who wants to can take a completion or a cancellation back for five seconds, wherever they have gone on to by then; and nothing of it is
// lost when the page goes away in between.
import type { Locator, Page } from '@playwright/test';
import { DocketClient } from '#sdk';
import { expect, test } from './people.ts';
import { makeWorkplace } from './support/workplace.ts';

const openTask = (page: Page) => page.getByRole('article', { name: 'Check a delivery' });
const verdict = (page: Page) => openTask(page).getByRole('textbox', { name: /verdict/ });
/** Stops the page's clock, so that what is held back stays so for as long as the journey looks at it. */
async function stopClock(page: Page) {
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000));
}
const undo = (page: Page) => page.getByRole('article').getByRole('button', { name: 'Undo', exact: true });

async function choose(page: Page, isOn: boolean) {
  await page.getByRole('button', { name: /^Account/ }).click();
  const wait = page.getByRole('menuitemcheckbox', { name: 'Wait 5 s, so I can undo it' });
  await expect(wait).toBeChecked({ checked: !isOn });
  await wait.click();
}

test('a completion is held back, taken back, sent at once, goes on to the next task and survives leaving', async ({
  signIn,
  docket,
}) => {
  const client = new DocketClient(docket);
  const { people, give } = await makeWorkplace(docket, ['ana']);
  await give(['Pallet of apples'], { dueInHours: 2 });
  await give(['Pallet of pears'], { dueInHours: 4 });
  await give(['Crate of lemons'], { dueInHours: 6 });
  const me = people.ana as string;
  const done = async () =>
    (await client.searchUserTaskRuns({ userId: me, status: 'DONE' })).results.map(({ context }) => context);
  const ana = await signIn(me);
  await ana.clock.install();
  await choose(ana, true);
  await ana.goto('/inbox?view=available');
  await ana.getByRole('option', { name: 'Pallet of apples' }).click();
  await openTask(ana).getByRole('button', { name: 'Claim and start' }).click();
  await expect(verdict(ana)).toBeFocused();
  await ana.keyboard.type('Fresh');

  await test.step('it is taken back by a key, and what was typed is there', async () => {
    await stopClock(ana);
    await ana.keyboard.press('Control+Enter');
    await expect(undo(ana)).toBeFocused();
    await expect(undo(ana)).toHaveAccessibleDescription('Completes in 5 s');
    await expect(verdict(ana)).not.toBeEditable();
    await ana.keyboard.press('z');
    await ana.clock.resume();
    await expect(verdict(ana)).toBeEditable();
    await expect(verdict(ana)).toHaveValue('Fresh');
    expect(await done()).toEqual([]);
  });

  await test.step('it is sent at once', async () => {
    await verdict(ana).fill('Quite fresh');
    await stopClock(ana);
    await ana.keyboard.press('Control+Enter');
    await openTask(ana).getByRole('button', { name: 'Complete now' }).click();
    await ana.clock.resume();
    await expect(openTask(ana)).toContainText('You completed the task');
    expect(await done()).toEqual(['Pallet of apples']);
  });

  await test.step('with the next task open it is taken back from there', async () => {
    await ana.getByRole('listbox').focus();
    await ana.keyboard.press('n');
    await expect(openTask(ana)).toContainText('Pallet of pears');
    await expect(verdict(ana)).toBeFocused();
    await ana.keyboard.type('Ripe');
    await stopClock(ana);
    await ana.keyboard.press('Control+Shift+Enter');
    await expect(openTask(ana)).toContainText('Crate of lemons');
    // Messages come by a timer.
    await ana.clock.runFor(1_000);
    const notice = ana.getByRole('listitem').filter({ hasText: '“Check a delivery” completes in' });
    await notice.getByRole('button', { name: 'Undo' }).click();
    await ana.clock.resume();
    await ana.getByRole('listitem').filter({ hasText: 'Taken back' }).getByRole('button', { name: 'Open' }).click();
    await expect(openTask(ana)).toContainText('Pallet of pears');
    await expect(verdict(ana)).toHaveValue('Ripe');
    expect(await done()).toEqual(['Pallet of apples']);
  });

  await test.step('whoever leaves has it done', async () => {
    await verdict(ana).focus();
    await stopClock(ana);
    await ana.keyboard.press('Control+Enter');
    await expect(undo(ana)).toBeFocused();
    expect(await done()).toHaveLength(1);
    await ana.goto('/docs/api');
    await expect.poll(done).toHaveLength(2);
    await ana.clock.resume();
  });

  await test.step('without the choice nothing waits', async () => {
    await ana.goto('/inbox?view=mine');
    await choose(ana, false);
    await ana.getByRole('option', { name: 'Crate of lemons' }).click();
    await verdict(ana).fill('Sour');
    await ana.keyboard.press('Control+Enter');
    await expect(openTask(ana)).toContainText('You completed the task');
    await expect(openTask(ana).getByText(/^Completes in/)).toHaveCount(0);
  });
});

test('a cancellation is held back, taken back, and then comes by itself', async ({ signIn, docket }) => {
  const client = new DocketClient(docket);
  const { group, give } = await makeWorkplace(docket, ['ana']);
  await give(['Pallet of apples']);
  const [task] = (await client.searchUserTaskRuns({ userGroup: group })).results;
  if (!task) throw new Error('The task is not there.');
  const ada = await signIn('ada');
  await ada.clock.install();
  await choose(ada, true);
  await ada.goto(`/tasks/${task.wfRunId}/${task.guid}`);

  async function cancel() {
    await openTask(ada).getByRole('button', { name: 'More actions' }).click();
    await ada.getByRole('menuitem', { name: 'Cancel task…' }).click();
    const dialog = ada.getByRole('alertdialog', { name: 'Cancel this task' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('It was sent back.');
    await stopClock(ada);
    await dialog.getByRole('button', { name: 'Cancel task' }).click();
    await expect(undo(ada)).toHaveAccessibleDescription('Is cancelled in 5 s');
  }
  await cancel();
  await undo(ada).click();
  await ada.clock.resume();
  await expect(openTask(ada).getByRole('button', { name: 'Take over' })).toBeVisible();
  expect(await client.getUserTaskRun(task)).toMatchObject({ status: 'UNASSIGNED' });

  await cancel();
  await ada.clock.fastForward(6_000);
  await ada.clock.resume();
  await expect(openTask(ada)).toContainText('This task was cancelled');
  await expect(openTask(ada)).toContainText('It was sent back.');
});

test('cancelling many is held back too: in the inbox it is taken back, on the desk it comes by itself', async ({
  signIn,
  docket,
}) => {
  const client = new DocketClient(docket);
  const { group, give } = await makeWorkplace(docket, []);
  await give(['Pallet of apples', 'Pallet of pears']);
  const { results: tasks } = await client.searchUserTaskRuns({ userGroup: group });
  for (const { wfRunId, guid } of tasks)
    await client.assignUserTaskRun({ wfRunId, guid, userId: 'ada', userGroup: group });
  const open = async () =>
    (await client.searchUserTaskRuns({ userGroup: group, status: 'ASSIGNED' })).results.map(({ context }) => context);
  const ada = await signIn('ada');
  await ada.clock.install();
  await choose(ada, true);

  async function cancel(dialog: Locator) {
    await expect(dialog).toContainText('2 of 2 can be cancelled.');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('They were sent back.');
    await stopClock(ada);
    await dialog.getByRole('button', { name: 'Cancel 2 tasks' }).click();
    const back = dialog.getByRole('button', { name: 'Undo' });
    await expect(back).toBeFocused();
    await expect(back).toHaveAccessibleDescription('2 tasks are cancelled in 5 s');
  }

  await ada.goto(`/inbox?view=mine&group=${group}`);
  // Only a page that has come alive says so, and hears keys.
  await expect(ada.getByRole('region', { name: 'Tasks' })).toContainText('2 tasks');
  await ada.getByRole('listbox').focus();
  await ada.keyboard.press('j');
  await ada.keyboard.press('x');
  await ada.keyboard.press('j');
  await ada.keyboard.press('x');
  await ada
    .getByRole('region', { name: 'Selected tasks' })
    .getByRole('button', { name: 'Cancel', exact: true })
    .click();
  const inInbox = ada.getByRole('alertdialog', { name: 'Cancel 2 tasks' });
  await cancel(inInbox);
  await ada.keyboard.press('Enter');
  await ada.clock.resume();
  await expect(inInbox).toBeHidden();
  await expect(ada.getByText('Taken back: nothing was cancelled')).toBeVisible();
  expect(await open()).toHaveLength(2);

  await ada.goto(`/admin/user-tasks?userGroup=${group}`);
  await ada.getByRole('checkbox', { name: 'Select all tasks of this page' }).click();
  await ada.getByRole('region', { name: 'Selected tasks' }).getByRole('button', { name: 'Cancel tasks…' }).click();
  await cancel(ada.getByRole('alertdialog', { name: 'Cancel 2 tasks' }));
  expect(await open()).toHaveLength(2);
  await ada.clock.fastForward(6_000);
  await ada.clock.resume();
  await expect.poll(open).toEqual([]);
});
