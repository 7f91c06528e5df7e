// What the tour measures of a page besides looking at it.
import { expect, type Page, type Request } from '@playwright/test';

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

const underWay = new WeakMap<Page, Set<Request>>();

/** Follows what a page asks for, but for the stream of live events, which has no end. */
export function watchRequests(page: Page): void {
  const open = new Set<Request>();
  underWay.set(page, open);
  page.on('request', (request) => request.resourceType() !== 'eventsource' && open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** Until everything has come: what was asked for, fonts, pictures; and until that has been so for some frames. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const open = underWay.get(page) ?? new Set();
  do {
    await expect.poll(() => open.size, 'requests under way').toBe(0);
    await calmFrames(page);
  } while (open.size > 0);
}

async function calmFrames(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const seen = globalThis as unknown as { calmFrames?: number };
      // The page of the design system shows what loads for ever.
      const isBusy =
        document.querySelector(':is([aria-busy="true"], .animate-breathe, .animate-spin):not([data-specimen] *)') !==
        null;
      const isCalm = !isBusy && [...document.images].every(({ complete }) => complete);
      seen.calmFrames = isCalm ? (seen.calmFrames ?? 0) + 1 : 0;
      return seen.calmFrames > 12;
    },
    undefined,
    { polling: 'raf' },
  );
  await page.evaluate(() => Object.assign(globalThis, { calmFrames: 0 }));
}

/** How high the window must be for all that scrolls in the page to be seen. */
export const wholeHeight = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const scrolled = [document.documentElement, document.querySelector('main')].flatMap((one) => one ?? []);
    return window.innerHeight + Math.max(...scrolled.map((one) => one.scrollHeight - one.clientHeight));
  });
