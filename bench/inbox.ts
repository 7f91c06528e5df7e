// `node bench/inbox.ts [open tasks]`: the inbox in a browser, with a hundred thousand open tasks in the database. What the server takes for the
// page, what a browser loads before it works, when it has painted and how much moved, how long a task takes to be painted when the next is
// chosen, and what a form of a hundred fields costs: from the browser's own clock and performance entries. Beside it, from the same minutes,
// the sign-in page: a page that reads nothing.
//
// Scripts of the first load are all that the browser fetches while nobody does anything, whatever asked for them; what comes with the first
// move of a pointer is told besides. A key's time ends after the paint that shows what it brought.

import { fork } from 'node:child_process';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import next from 'next/package.json' with { type: 'json' };
import react from 'react/package.json' with { type: 'json' };
import { applyMigrations } from '../scripts/database/migrations.ts';
import { buildIfStale } from '../scripts/launch/build.ts';
import { systemChromium } from '../scripts/verify/chromium.ts';
import { withDurableServer } from './support/durable-database.ts';
import { machine } from './support/machine.ts';
import { fillWithOpenWork, READER } from './support/open-work.ts';
import { median, spread, table } from './support/summary.ts';

const TASKS = Number(process.argv[2] ?? 100_000);
const ANSWERS = 60;
const SWITCHES = 30;
const VISITS = 5;
const LONG_FORMS = 5;
const TYPED = 'Quickly typed, letter by letter';
const WIDE = { width: 1440, height: 900 };

const GOALS = { answerMs: 50, switchMs: 100, scriptKb: 180, paintMs: 1500, shift: 0.05, longFormMs: 500, letterMs: 50 };

type Visit = { scriptKb: number; touchedKb: number; paintMs: number; shift: number };

declare global {
  /** In the page: resolves after the paint that shows what is waited for, with the time. */
  var painted: (isThere: () => boolean) => Promise<number>;
}

await buildIfStale(() => console.log('Building the pages …'));
await withDurableServer(async (database) => {
  const databaseUrl = await database('docket');
  await applyMigrations(databaseUrl);
  console.log(await machine(databaseUrl));
  console.log(`Making ${TASKS} open tasks …`);
  await fillWithOpenWork(databaseUrl, TASKS);
  const server = fork(join(import.meta.dirname, 'support/pages-server.ts'), {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: 'a secret of the benchmark, long enough',
    },
  });
  const origin = await new Promise<string>((resolve) => server.once('message', (url) => resolve(String(url))));
  const executablePath = systemChromium();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const context = await browser.newContext({ baseURL: origin, viewport: WIDE });
    await context.addInitScript(() => {
      globalThis.painted = async (isThere) => {
        do await new Promise(requestAnimationFrame);
        while (!isThere());
        // A message that is sent in a frame's callbacks arrives after its paint.
        const { port1, port2 } = new MessageChannel();
        await new Promise((resolve) => {
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
        return performance.now();
      };
    });
    await signIn(context);
    const inbox = await answers(context, '/inbox?view=mine');
    const available = await answers(context, '/inbox?view=available');
    const bare = await answers(await browser.newContext({ baseURL: origin }), '/sign-in');
    const visits: Visit[] = [];
    for (let visit = 0; visit < VISITS; visit++) visits.push(await visitInbox(context));
    const ofVisits = (figure: keyof Visit) => visits.map((visit) => visit[figure]);
    const switches = await switchTasks(context);
    const { first, whole, letters } = await longForm(context);

    const row = (what: string, figures: number[], goal: number, digits = 0) => [
      what,
      spread(figures, digits),
      `< ${goal}`,
      (median(figures) / goal).toFixed(2),
    ];
    console.log(`Chromium ${browser.version()}, Next ${next.version}, React ${react.version}`);
    console.log(
      `\nsmallest / median / largest; ${ANSWERS} answers, ${VISITS} visits, ${SWITCHES} changes of task, ${letters.length} letters\n`,
    );
    console.log(
      table([
        ['', 'measured', 'goal (median)', 'of it'],
        row('the server answers the inbox, ms', inbox, GOALS.answerMs),
        row('… what is available', available, GOALS.answerMs),
        ['… the sign-in page, which reads nothing', spread(bare)],
        ['the inbox takes of it', (median(inbox) / median(bare)).toFixed(2)],
        row('scripts of the first load, kB gzipped', ofVisits('scriptKb'), GOALS.scriptKb),
        ['… with those of the first move', spread(ofVisits('touchedKb'))],
        row('largest paint, ms', ofVisits('paintMs'), GOALS.paintMs),
        row('layout shift', ofVisits('shift'), GOALS.shift, 3),
        row('from task to task, key to painted form, ms', switches, GOALS.switchMs),
        ['a hundred fields, key to the first screen, ms', spread(first)],
        row('… to all of them, ms', whole, GOALS.longFormMs),
        row('… a letter typed in it, key to paint, ms', letters, GOALS.letterMs),
      ]),
    );
  } finally {
    await browser.close();
    server.disconnect();
  }
});

async function signIn(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'User name' }).fill(READER.id);
  await page.getByRole('textbox', { name: 'Password' }).fill(READER.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/inbox*');
  await page.close();
}

/** Milliseconds to the first byte of whole answers, one after another, after a few that warm up. */
async function answers(context: BrowserContext, path: string): Promise<number[]> {
  const page = await context.newPage();
  await page.goto('/health/live');
  const took = await page.evaluate(
    async ([url, count]) => {
      const times: number[] = [];
      for (let n = -5; n < count; n++) {
        const begin = performance.now();
        const response = await fetch(url, { cache: 'no-store' });
        if (n >= 0) times.push(performance.now() - begin);
        if (!response.ok) throw new Error(`${url} answered ${response.status}`);
        await response.text();
      }
      return times;
    },
    [path, ANSWERS] as const,
  );
  await page.close();
  return took;
}

/** One visit by a browser that has nothing of Docket in its cache. */
async function visitInbox(context: BrowserContext): Promise<Visit> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await page.goto('/inbox?view=mine', { waitUntil: 'networkidle' });
  const visit = await page.evaluate(async () => {
    const entriesOf = (type: string) =>
      new Promise<PerformanceEntryList>((resolve) => {
        const entries: PerformanceEntryList = [];
        new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type, buffered: true });
        setTimeout(() => resolve(entries), 200);
      });
    const [paints, shifts] = await Promise.all([entriesOf('largest-contentful-paint'), entriesOf('layout-shift')]);
    return {
      paintMs: paints.at(-1)?.startTime ?? 0,
      shift: shifts.reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
    };
  });
  const scriptKb = await scriptsOf(page);
  await page.mouse.move(WIDE.width / 2, WIDE.height / 2);
  await page.waitForLoadState('networkidle');
  const touchedKb = await scriptsOf(page);
  await page.close();
  return { ...visit, scriptKb, touchedKb };
}

/** The scripts that a page has fetched so far, in kB as they came. */
function scriptsOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = resources.filter(({ name }) => new URL(name).pathname.endsWith('.js'));
    return scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000;
  });
}

/** Milliseconds from the key that chooses the next task until its form is painted. */
async function switchTasks(context: BrowserContext): Promise<number[]> {
  const page = await context.newPage();
  await page.goto('/inbox?view=mine', { waitUntil: 'networkidle' });
  await page.keyboard.press('j');
  await page.getByRole('article').locator('form').first().waitFor();
  const times: number[] = [];
  for (let n = 0; n < SWITCHES; n++) {
    const took = await page.evaluate(async () => {
      const before = document.querySelector('article');
      const begin = performance.now();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true }));
      const end = await painted(() => {
        const now = document.querySelector('article');
        return now !== null && now !== before && now.querySelector('form') !== null;
      });
      return end - begin;
    });
    times.push(took);
  }
  await page.close();
  return times;
}

/** Milliseconds until the first screen of a form of a hundred fields is painted, and all of it; and from each letter typed in it to its paint. */
async function longForm(context: BrowserContext): Promise<{ first: number[]; whole: number[]; letters: number[] }> {
  const first: number[] = [];
  const whole: number[] = [];
  const letters: number[] = [];
  for (let n = 0; n < LONG_FORMS; n++) {
    const page = await context.newPage();
    await page.goto('/inbox?view=mine&q=hundred', { waitUntil: 'networkidle' });
    await page.mouse.move(WIDE.width / 2, WIDE.height / 2);
    await page.waitForLoadState('networkidle');
    const [firstAt, wholeAt] = await page.evaluate(async () => {
      const begin = performance.now();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true }));
      const fields = () => document.querySelectorAll('article form [id$="-label"]');
      const isBelow = () => (fields().item(19)?.getBoundingClientRect().top ?? 0) > window.innerHeight;
      return [(await painted(isBelow)) - begin, (await painted(() => fields().length >= 99)) - begin] as const;
    });
    first.push(firstAt);
    whole.push(wholeAt);
    const field = page.getByRole('article').getByRole('textbox', { name: 'Field 0', exact: true });
    await field.focus();
    await page.evaluate(() => {
      const typed: Promise<number>[] = [];
      Object.assign(globalThis, { typed });
      document.addEventListener(
        'keydown',
        ({ timeStamp }) => typed.push(painted(() => true).then((end) => end - timeStamp)),
        {
          capture: true,
        },
      );
    });
    await page.keyboard.type(TYPED, { delay: 40 });
    letters.push(...(await page.evaluate(() => Promise.all((globalThis as unknown as { typed: number[] }).typed))));
    await page.close();
  }
  return { first, whole, letters };
}
