// `npm test`: everything that CI runs. `npm run check`: of it only what neither builds, nor starts, nor needs a browser.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { generateIfStale } from '../launch/build.ts';
import { ensureChromium } from './chromium.ts';
import { runStep, type Step, type Tally } from './step.ts';

const REPORTS = 'test-results/reports';
const VITEST_REPORT = `${REPORTS}/vitest.json`;
const PLAYWRIGHT_REPORT = `${REPORTS}/playwright.json`;

const types: Step = { name: 'types', args: [bin('typescript', 'tsc'), '--noEmit'] };

const statics: Step[] = [
  { name: 'types of the engine, without a platform', args: [bin('typescript', 'tsc'), '-p', 'tsconfig.engine.json'] },
  { name: 'lint and format', args: [bin('@biomejs/biome', 'biome'), 'check', '--error-on-warnings'] },
  { name: 'layers', args: [bin('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', '.'] },
  { name: 'nothing unused', args: [bin('knip', 'knip')] },
  { name: 'schema and migrations agree', args: ['scripts/database/check-drift.ts'] },
];

const sdk: Step = { name: 'sdk package', args: [bin('tsdown', 'tsdown')], directory: 'sdk' };
const routes: Step = { name: 'types of the routes', args: [bin('next', 'next'), 'typegen'] };
const build: Step = { name: 'build of the pages', args: ['scripts/launch/build.ts'] };

const tests: Step = {
  name: 'unit and database tests',
  args: [bin('vitest', 'vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`],
  variables: { NODE_ENV: 'test', FORCE_COLOR: '0' },
  tally: () => {
    const report = readReport<{ numPassedTests: number; numFailedTests: number }>(VITEST_REPORT);
    return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
  },
};

const journeys: Step = {
  name: 'journeys in Chromium',
  args: [bin('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
  variables: { PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_REPORT, FORCE_COLOR: '0' },
  tally: () => {
    const report = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(PLAYWRIGHT_REPORT);
    return {
      passed: report?.stats.expected ?? 0,
      failed: (report?.stats.unexpected ?? 0) + (report?.stats.flaky ?? 0),
    };
  },
};

for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(signal, () => process.exit(130));

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
// The types that `npm run dev` left behind may name routes that are gone.
rmSync('.next/dev/types', { recursive: true, force: true });
await generateIfStale();
const results = process.argv.includes('--check') ? await check() : await verify();
const total = results.reduce((sum, { passed, failed }) => ({
  passed: sum.passed + passed,
  failed: sum.failed + failed,
}));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

async function check(): Promise<Tally[]> {
  return inOrder([routes, types, ...statics]);
}

/** Two lanes for two cores while nothing is timed; then the tests and the journeys, each with both cores to itself. */
async function verify(): Promise<Tally[]> {
  ensureChromium();
  const lanes = await Promise.all([inOrder([build, routes, types]), inOrder([sdk, ...statics])]);
  return [...lanes.flat(), ...(await inOrder([tests, journeys]))];
}

async function inOrder(steps: Step[]): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const step of steps) tallies.push(await runStep(step));
  return tallies;
}

/** The file of a package that its command of this name runs. */
function bin(pkg: string, command: string): string {
  const require = createRequire(import.meta.url);
  const folder = require.resolve
    .paths(pkg)
    ?.map((path) => join(path, pkg))
    .find((path) => existsSync(join(path, 'package.json')));
  const manifest = join(folder ?? pkg, 'package.json');
  const { bin: bins } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> };
  return join(dirname(manifest), typeof bins === 'string' ? bins : (bins[command] ?? ''));
}

function readReport<Report>(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
}
