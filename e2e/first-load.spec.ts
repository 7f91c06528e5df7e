// What the inbox costs a browser before somebody does anything, and that what comes later works when they do.
import { expect, test } from './people.ts';
import { makeWorkplace } from './support/workplace.ts';

// React and Next take 141 of them.
const LIMIT_KB = 180;

test('the inbox works with less than 180 kB of scripts, and fetches more only when somebody is there', async ({
  signIn,
  docket,
}) => {
  const { people, give } = await makeWorkplace(docket, ['ana', 'ben']);
  await give(['Pallet of apples', 'Pallet of pears']);
  const ana = await signIn(people.ana as string);
  await ana.goto('/inbox?view=available');
  // Only a page that has come alive says how much there is.
  await expect(ana.getByRole('region', { name: 'Tasks' })).toContainText('2 tasks');
  const scripts = () =>
    ana.evaluate(() => {
      const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      return all.filter(({ name }) => new URL(name).pathname.endsWith('.js')).map((one) => one.encodedBodySize);
    });
  const first = await scripts();
  expect(first.length, 'the browser tells what it fetched').toBeGreaterThan(5);
  expect(first.reduce((sum, size) => sum + size, 0) / 1000).toBeLessThan(LIMIT_KB);

  await ana.keyboard.press('j');
  await expect(ana.getByRole('article').getByRole('form', { name: 'Answers' })).toBeVisible();
  expect((await scripts()).length, 'what draws a task came with the task').toBeGreaterThan(first.length);
});

test('a menu and a tooltip, fetched when they are wanted, are used by pointer and by keyboard alike', async ({
  signIn,
  docket,
}) => {
  const { people, give } = await makeWorkplace(docket, ['ana', 'ben']);
  await give(['Pallet of apples', 'Pallet of pears']);
  const ana = await signIn(people.ana as string);
  await ana.goto('/inbox?view=available');
  await expect(ana.getByRole('region', { name: 'Tasks' })).toContainText('2 tasks');
  const sort = ana.getByRole('button', { name: /^Sorted by/ });
  await expect(sort).toHaveAttribute('aria-haspopup', 'menu');
  await expect(sort).toHaveAttribute('aria-expanded', 'false');

  await sort.hover();
  const tooltip = ana.getByRole('tooltip');
  await expect(tooltip).toHaveText(/^Sorted by/);
  await expect(sort).toHaveAccessibleDescription(/^Sorted by/);
  await ana.keyboard.press('Escape');
  await expect(tooltip, 'Escape takes it away').toHaveCount(0);

  const menu = ana.getByRole('menu', { name: /^Sorted by/ });
  await sort.click();
  await expect(menu).toBeVisible();
  await expect(sort).toHaveAttribute('aria-expanded', 'true');
  await sort.click();
  await expect(menu, 'a second press closes it').toHaveCount(0);

  await sort.focus();
  await ana.keyboard.press('Enter');
  const orders = menu.getByRole('menuitemradio');
  await expect(orders.first()).toBeFocused();
  await ana.keyboard.press('ArrowDown');
  await expect(orders.nth(1)).toBeFocused();
  await ana.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(sort, 'the focus returns').toBeFocused();

  await ana.keyboard.press('ArrowDown');
  await menu.getByRole('menuitemradio', { name: 'Newest first' }).press('Enter');
  await expect(ana).toHaveURL(/sort=-created/);
});

test('without a connection the page stays, and what could not be fetched comes when it is back', async ({
  signIn,
  browser,
}) => {
  const storageState = await (await signIn('fiona')).context().storageState();
  // That nothing can be fetched is what this browser complains about.
  const context = await browser.newContext({ storageState });
  const fiona = await context.newPage();
  await fiona.goto('/inbox?view=mine');
  const tasks = fiona.getByRole('region', { name: 'Tasks' });
  await expect(tasks).toContainText(/\d tasks?|no tasks/);
  await context.setOffline(true);
  await fiona.keyboard.press('?');
  await fiona.getByRole('button', { name: /^Account/ }).click();
  await fiona.getByRole('link', { name: 'Mine' }).click();
  await expect(tasks).toBeVisible();
  await context.setOffline(false);
  await fiona.keyboard.press('Escape');
  await expect(async () => {
    await fiona.keyboard.press('?');
    await expect(fiona.getByRole('dialog', { name: 'Keyboard' })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await context.close();
});
