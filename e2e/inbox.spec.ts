// The inbox as people work in it: what happens elsewhere shows by itself, and nothing needs a mouse.
import type { Page } from '@playwright/test';
import { expect, test } from './people.ts';
import { makeWorkplace } from './support/workplace.ts';

const list = (page: Page) => page.getByRole('listbox');
const row = (page: Page, text: string) => list(page).getByRole('option', { name: text });
const rail = (page: Page) => page.getByRole('navigation', { name: 'Main' });
const openTask = (page: Page) => page.getByRole('article', { name: 'Check a delivery' });

/** Waits until the page is alive: only then it says how much there is. */
const isAlive = (page: Page) => expect(page.getByRole('region', { name: 'Tasks' })).toContainText(/no tasks|\d tasks?/);

test('new, taken and finished work shows by itself, and the counts follow', async ({ signIn, docket }) => {
  const { people, group, give } = await makeWorkplace(docket, ['ana', 'ben']);
  await give(['Pallet of apples', 'Pallet of pears']);
  const ana = await signIn(people.ana as string);
  await isAlive(ana);
  await rail(ana)
    .getByRole('link', { name: /^Available to my groups/ })
    .click();
  await expect(list(ana).getByRole('option')).toHaveCount(2);
  await expect(rail(ana).getByRole('link', { name: 'Available to my groups 2' })).toBeVisible();
  await expect(rail(ana).getByRole('link', { name: `${group} 2` })).toBeVisible();

  const ben = await signIn(people.ben as string);
  await ben.goto('/inbox?view=available');
  await row(ben, 'Pallet of apples').click();
  await openTask(ben).getByRole('button', { name: 'Claim and start' }).click();
  await expect(openTask(ben).getByRole('textbox', { name: /verdict/ })).toBeFocused();
  await expect(row(ana, 'Pallet of apples')).toContainText('Ben Example has it now');
  await expect(rail(ana).getByRole('link', { name: 'Available to my groups 1' })).toBeVisible();
  await expect(row(ana, 'Pallet of apples'), 'it leaves once nothing rests on the list').toHaveCount(0);

  await give(['Crate of lemons']);
  await expect(row(ana, 'Crate of lemons'), 'nothing is pushed in').toHaveCount(0);
  await ana.getByRole('button', { name: '1 new' }).click();
  await expect(row(ana, 'Crate of lemons')).toBeVisible();
  await expect(rail(ana).getByRole('link', { name: 'Available to my groups 2' })).toBeVisible();

  await rail(ana)
    .getByRole('link', { name: new RegExp(`^${group}`) })
    .click();
  await row(ana, 'Pallet of apples').click();
  await expect(openTask(ana)).toContainText('Ben Example');
  await openTask(ben)
    .getByRole('textbox', { name: /verdict/ })
    .fill('Fresh');
  await ben.keyboard.press('Control+Enter');
  await expect(openTask(ana), 'the open task follows').toContainText('Fresh');
  await expect(row(ana, 'Pallet of apples')).toContainText('Done by Ben Example');
  await expect(rail(ben).getByRole('link', { name: 'Done by me 1' })).toBeVisible();
});

test('a view is narrowed, kept, shared, renamed and deleted, and Back leads to where one was', async ({
  signIn,
  docket,
}) => {
  const { people, group, give } = await makeWorkplace(docket, ['ana', 'ben']);
  await give(['Pallet of apples'], { dueInHours: 5 });
  await give(['Pallet of pears', 'Crate of lemons']);
  const ben = await signIn(people.ben as string);
  await isAlive(ben);
  const ana = await signIn(people.ana as string);
  await ana.goto('/inbox?view=available');
  await isAlive(ana);
  await ana.getByRole('searchbox', { name: 'Search this view' }).fill('pallet');
  await expect(list(ana).getByRole('option')).toHaveCount(2);
  await expect(ana).toHaveURL(/view=available&q=pallet$/);
  await ana.getByRole('button', { name: 'Filter', exact: true }).click();
  await ana.getByRole('combobox', { name: /^Due/ }).click();
  await ana.getByRole('option', { name: 'Within a day' }).click();
  await ana.keyboard.press('Escape');
  await expect(list(ana).getByRole('option')).toHaveCount(1);

  await row(ana, 'Pallet of apples').click();
  await expect(openTask(ana)).toBeVisible();
  await ana.goBack();
  await expect(openTask(ana)).toBeHidden();
  await expect(list(ana).getByRole('option')).toHaveCount(1);
  await ana.goForward();
  await expect(openTask(ana)).toContainText('Pallet of apples');

  await ana.getByRole('button', { name: 'Save view' }).click();
  const dialog = ana.getByRole('dialog', { name: 'Save this view' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Pallets due');
  await dialog.getByRole('radio', { name: `Group ${group}` }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(rail(ana).getByRole('link', { name: 'Pallets due 1' })).toHaveAttribute('aria-current', 'page');

  // What one of a group saves, changes and deletes, the others see at once.
  await rail(ben).getByRole('link', { name: 'Pallets due 1' }).click();
  await expect(row(ben, 'Pallet of apples')).toBeVisible();
  await ben.getByRole('button', { name: /^Remove the filter Due/ }).click();
  await expect(list(ben).getByRole('option')).toHaveCount(2);
  await ben.reload();
  await expect(list(ben).getByRole('option')).toHaveCount(2);
  await ben.getByRole('button', { name: 'Save the change' }).click();
  await expect(rail(ben).getByRole('link', { name: 'Pallets due 2' })).toBeVisible();
  await expect(rail(ana).getByRole('link', { name: 'Pallets due 2' })).toBeVisible();

  await rail(ben)
    .getByRole('link', { name: /^Pallets due/ })
    .hover();
  await rail(ben).getByRole('button', { name: 'Options of the view Pallets due' }).click();
  await ben.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(rail(ben).getByRole('link', { name: /^Pallets due/ })).toHaveCount(0);
  await expect(rail(ana).getByRole('link', { name: /^Pallets due/ })).toHaveCount(0);
  await ben.getByRole('button', { name: 'Undo' }).click();
  await expect(rail(ben).getByRole('link', { name: 'Pallets due 2' })).toBeVisible();
  await expect(rail(ana).getByRole('link', { name: 'Pallets due 2' })).toBeVisible();
});

test('several are claimed at once: what can be is said before, and it can be taken back', async ({
  signIn,
  docket,
}) => {
  const { people, group, give } = await makeWorkplace(docket, ['ana', 'ben']);
  await give(['Pallet of apples', 'Pallet of pears', 'Crate of lemons']);
  const ben = await signIn(people.ben as string);
  await ben.goto('/inbox?view=available');
  await row(ben, 'Crate of lemons').click();
  await openTask(ben).getByRole('button', { name: 'Claim and start' }).click();
  await expect(openTask(ben).getByRole('textbox', { name: /verdict/ })).toBeFocused();

  const ana = await signIn(people.ana as string);
  await ana.goto(`/inbox?view=group&group=${group}`);
  await isAlive(ana);
  await list(ana).focus();
  await ana.keyboard.press('Home');
  await ana.keyboard.press('x');
  await ana.keyboard.press('End');
  await ana.keyboard.press('Shift+X');
  await expect(list(ana).getByRole('option', { selected: true })).toHaveCount(3);
  await ana.keyboard.press('c');
  const dialog = ana.getByRole('alertdialog', { name: 'Claim 3 tasks' });
  await expect(dialog).toContainText('2 of 3 can be claimed. 1 is with somebody else.');
  await dialog.getByRole('button', { name: 'Claim 2 tasks' }).click();
  await expect(ana.getByText('2 tasks were claimed')).toBeVisible();
  await expect(rail(ana).getByRole('link', { name: 'Mine 2' })).toBeVisible();
  await expect(ana.getByRole('button', { name: 'Undo' })).toBeVisible();
  await ana.keyboard.press('z');
  await expect(ana.getByText('2 tasks are as they were')).toBeVisible();
  await expect(rail(ana).getByRole('link', { name: 'Available to my groups 2' })).toBeVisible();
});

test('by keyboard alone from the list to the completion, to the next task and to any place', async ({
  signIn,
  docket,
  checkAccessibility,
}) => {
  const { people, give } = await makeWorkplace(docket, ['ana']);
  await give(['Pallet of apples'], { dueInHours: 3 });
  await give(['Pallet of pears', 'Crate of lemons']);
  const ana = await signIn(people.ana as string);
  await isAlive(ana);
  await ana.keyboard.press('Control+k');
  await ana.getByRole('combobox', { name: 'Commands' }).fill('available');
  await ana.keyboard.press('Enter');
  await expect(ana).toHaveURL(/view=available/);
  await expect(list(ana).getByRole('option')).toHaveCount(3);

  await ana.keyboard.press('j');
  await expect(openTask(ana)).toContainText('Pallet of apples');
  await checkAccessibility(ana);
  await ana.keyboard.press('c');
  await expect(openTask(ana).getByRole('textbox', { name: /verdict/ })).toBeFocused();
  await ana.keyboard.type('Fresh');
  await ana.keyboard.press('Control+Enter');
  await expect(rail(ana).getByRole('link', { name: 'Done by me 1' })).toBeVisible();

  await list(ana).focus();
  await ana.keyboard.press('n');
  await expect(openTask(ana)).toContainText('Pallet of pears');
  await expect(openTask(ana).getByRole('textbox', { name: /verdict/ })).toBeFocused();
  await expect(rail(ana).getByRole('link', { name: 'Mine 1' })).toBeVisible();

  // From the search on to what it found, and back.
  await list(ana).focus();
  await ana.keyboard.press('/');
  await ana.keyboard.type('lemons');
  await expect(ana).toHaveURL(/q=lemons/);
  await expect(ana.getByRole('search').locator('form')).toHaveAttribute('aria-busy', 'false');
  await expect(list(ana).getByRole('option')).toHaveCount(1);
  await ana.keyboard.press('ArrowDown');
  await expect(list(ana)).toBeFocused();
  await expect(openTask(ana)).toContainText('Crate of lemons');

  await ana.keyboard.press('Control+k');
  await ana.getByRole('combobox', { name: 'Commands' }).fill('lemons');
  await expect(ana.getByRole('option', { name: /Crate of lemons/, selected: true }), 'found later').toBeVisible();
  await ana.keyboard.press('Enter');
  await expect(openTask(ana)).toContainText('Crate of lemons');
  await list(ana).focus();
  await ana.keyboard.press('?');
  await expect(ana.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
});
