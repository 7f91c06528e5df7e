// What the tour measures of a page besides looking at it.
import type { Page } from '@playwright/test';

type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };

/** Adds up, from the beginning of each page, how much of it has jumped. */
export async function watchLayout(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries() as Shift[]) {
        if (!hadRecentInput) seen.shift += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { seen: { shift: number } }).seen.shift);

/** How many pixels of the page are beyond its right edge, in the document or in what scrolls in it. */
export const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('html, main')].map((one) => one.scrollWidth - one.clientWidth)),
  );

/** Until everything has come: what was asked for, fonts, pictures; and until that has been so for some frames. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForFunction(
    () => {
      const seen = globalThis as unknown as { calmFrames?: number };
      // The page of the design system shows what loads for ever.
      const isBusy =
        document.querySelector(':is([aria-busy="true"], .animate-breathe):not([data-specimen] *)') !== null;
      const isCalm = !isBusy && [...document.images].every(({ complete }) => complete);
      seen.calmFrames = isCalm ? (seen.calmFrames ?? 0) + 1 : 0;
      return seen.calmFrames > 12;
    },
    undefined,
    { polling: 'raf' },
  );
}

/** How high the window must be for all that scrolls in the page to be seen. */
export const wholeHeight = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const scrolled = [document.documentElement, document.querySelector('main')].flatMap((one) => one ?? []);
    return window.innerHeight + Math.max(...scrolled.map((one) => one.scrollHeight - one.clientHeight));
  });
