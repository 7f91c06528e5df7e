// `node bench/inbox.ts [open tasks]`: the inbox in a browser, with a hundred thousand open tasks in the database. What the server takes for the
// page, what a browser loads before it works, when it has painted and how much moved, and how long a task takes to be there when the next is
// chosen: from the browser's own performance entries. Beside it, from the same minutes, the sign-in page: a page that reads nothing.

import { fork } from 'node:child_process';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
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
const WIDE = { width: 1440, height: 900 };

const GOALS = { answerMs: 50, switchMs: 100, scriptKb: 180, paintMs: 1500, shift: 0.05 };

type Visit = { scriptKb: number; paintMs: number; shift: number };

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
    await signIn(context);
    const inbox = await answers(context, '/inbox?view=mine');
    const available = await answers(context, '/inbox?view=available');
    const bare = await answers(await browser.newContext({ baseURL: origin }), '/sign-in');
    const visits: Visit[] = [];
    for (let visit = 0; visit < VISITS; visit++) visits.push(await visitInbox(context));
    const switches = await switchTasks(context);

    console.log(`\nsmallest / median / largest; ${ANSWERS} answers, ${VISITS} visits, ${SWITCHES} changes of task\n`);
    console.log(
      table([
        ['', 'measured', 'goal (median)'],
        ['the server answers the inbox, ms', spread(inbox), `< ${GOALS.answerMs}`],
        ['… what is available', spread(available), `< ${GOALS.answerMs}`],
        ['… the sign-in page, which reads nothing', spread(bare), ''],
        ['the inbox takes of it', (median(inbox) / median(bare)).toFixed(2), ''],
        ['scripts of the first load, kB gzipped', spread(visits.map((visit) => visit.scriptKb)), `< ${GOALS.scriptKb}`],
        ['largest paint, ms', spread(visits.map((visit) => visit.paintMs)), `< ${GOALS.paintMs}`],
        [
          'layout shift',
          spread(
            visits.map((visit) => visit.shift),
            3,
          ),
          `< ${GOALS.shift}`,
        ],
        ['from task to task, key to painted form, ms', spread(switches), `< ${GOALS.switchMs}`],
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
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = resources.filter(({ name }) => new URL(name).pathname.endsWith('.js'));
    return {
      scriptKb: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000,
      paintMs: paints.at(-1)?.startTime ?? 0,
      shift: shifts.reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
    };
  });
  await page.close();
  return visit;
}

/** Milliseconds from the key that chooses the next task to the frame in which its form stands. */
async function switchTasks(context: BrowserContext): Promise<number[]> {
  const page = await context.newPage();
  await page.goto('/inbox?view=mine', { waitUntil: 'networkidle' });
  await page.keyboard.press('j');
  await page.getByRole('article').locator('form').first().waitFor();
  const times: number[] = [];
  for (let n = 0; n < SWITCHES; n++) {
    const took = await page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const before = document.querySelector('article');
      const begin = performance.now();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true }));
      for (;;) {
        await frame();
        const now = document.querySelector('article');
        if (now && now !== before && now.querySelector('form')) break;
      }
      return performance.now() - begin;
    });
    times.push(took);
  }
  await page.close();
  return times;
}
