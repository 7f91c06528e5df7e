// Walks every page in light and dark and at three widths, takes its picture, and complains about what no picture shows.
import { mkdirSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { DocketClient } from '#sdk';
import { docketUnderTest } from '../support/docket.ts';
import { test as base, expect } from '../support/test.ts';
import { putTheme, THEMES } from '../support/theme.ts';
import { layoutShift, settle, sidewaysOverflow, watchLayout, watchRequests, wholeHeight } from './measure.ts';
import { findPlaces, type Places } from './places.ts';
import { type Person, STOPS, type Stop } from './stops.ts';

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;
const NARROWEST = 320;
const LONGEST = 3000;
const MOST_SHIFT = 0.05;

/** Those that the README shows; and all, which are too many to be kept. */
const SHOWN = 'docs/screenshots';
const ALL = `${SHOWN}/all`;

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;
type Tour = { places: Places; sessionOf: (person: Person) => Promise<SignedIn> };

const test = base.extend<object, Tour>({
  places: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures this one needs
    async ({}, use) => use(await findPlaces(new DocketClient(docketUnderTest()))),
    { scope: 'worker' },
  ],
  sessionOf: [
    async ({ browser }, use) => {
      const sessions = new Map<Person, SignedIn>();
      await use(async (person) => {
        const known = sessions.get(person);
        if (known) return known;
        const context = await browser.newContext({ baseURL: docketUnderTest().url });
        await signIn(await context.newPage(), person);
        const session = await context.storageState();
        await context.close();
        sessions.set(person, session);
        return session;
      });
    },
    { scope: 'worker' },
  ],
});

mkdirSync(ALL, { recursive: true });

for (const stop of STOPS) {
  test(stop.name, async ({ browser, places, sessionOf, watch }) => {
    const context = await browser.newContext(stop.as && { storageState: await sessionOf(stop.as) });
    const page = await context.newPage();
    if (!isMissing(stop)) watch(page);
    watchRequests(page);
    await watchLayout(page);
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(stop.path(places));
      await stop.before?.(page);
      await settle(page);
      expect.soft(await layoutShift(page), `layout shift at ${size.width} px`).toBeLessThan(MOST_SHIFT);
      await photograph(page, stop, size);
      if (size.width === 390) {
        expect.soft(await sidewaysOverflow(page), 'sideways scroll at 390 px').toBe(0);
        await page.setViewportSize({ ...size, width: NARROWEST });
        await settle(page);
        expect.soft(await sidewaysOverflow(page), `sideways scroll at ${NARROWEST} px`).toBe(0);
      }
    }
    await context.close();
  });
}

/** The browser itself complains about an answer that says so. */
const isMissing = ({ name }: Stop) => ['nothing-here', 'not-found', 'forbidden'].includes(name);

/** In both themes: what is on the screen where the README shows it, and the whole page. */
async function photograph(page: Page, stop: Stop, size: (typeof WIDTHS)[number]): Promise<void> {
  for (const theme of THEMES) {
    await putTheme(page, theme);
    for (const { file } of (stop.shown ?? []).filter((one) => one.width === size.width && one.theme === theme)) {
      await page.screenshot({ path: `${SHOWN}/${file}.png` });
    }
    const height = Math.min(await wholeHeight(page), LONGEST);
    await page.setViewportSize({ ...size, height });
    await settle(page);
    await page.screenshot({ path: `${ALL}/${stop.name}-${size.width}-${theme}.png` });
    await page.setViewportSize(size);
  }
}

async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('User name').fill(person);
  await page.getByLabel('Password').fill('docket-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL((url) => url.pathname === '/inbox' && url.searchParams.has('view'));
}
