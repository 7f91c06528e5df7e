// The journeys' `test`: knows the Docket under test, and fails on what a page complains about.
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { type Docket, docketUnderTest } from './docket.ts';
import { type JourneyMailbox, openMailbox } from './mailbox.ts';

type Support = {
  docket: Docket;
  mailbox: JourneyMailbox;
  /** Listens to a page: whatever it writes as an error or a warning, or throws, fails the test at its end. */
  watch: (page: Page) => void;
  /** Fails on what axe finds wrong with the page as it is now. */
  checkAccessibility: (page: Page) => Promise<void>;
};

export const test = base.extend<Support>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures this one needs
  docket: async ({}, use) => use(docketUnderTest()),
  baseURL: async ({ docket }, use) => use(docket.url),
  mailbox: async ({ docket }, use) => use(openMailbox(docket.mailboxUrl)),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  watch: async ({}, use) => {
    const noise: string[] = [];
    await use((page) => {
      page.on('pageerror', (error) => noise.push(`${page.url()} threw ${error.stack}`));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) noise.push(`${page.url()} wrote ${message.text()}`);
      });
    });
    expect(noise, 'what the pages complained about').toEqual([]);
  },
  page: async ({ page, watch }, use) => {
    watch(page);
    await use(page);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  checkAccessibility: async ({}, use) => {
    await use(async (page) => {
      // Without frames, axe need not gather its results in a page of its own, which doubles the time.
      const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) }))).toEqual(
        [],
      );
    });
  },
});

export { expect };
