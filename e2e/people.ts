// People of the demo in browsers of their own.
import type { Page } from '@playwright/test';
import { test as base, expect } from './support/test.ts';

/** The seed's password, for every demo account. */
const PASSWORD = 'docket-demo';

type People = {
  /** A new browser context in which this person is signed in, on their inbox. */
  signIn: (userId: string) => Promise<Page>;
};

export const test = base.extend<People>({
  signIn: async ({ browser, watch }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (userId) => {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      watch(page);
      await page.goto('/inbox');
      await page.getByLabel('User name').fill(userId);
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      // The address of a view is the last that the sign-in leads to: another before it would be cut off.
      await expect(page).toHaveURL((url) => url.pathname === '/inbox' && url.searchParams.has('view'));
      await expect(page.getByRole('region', { name: 'Tasks' })).toBeVisible();
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
