import { beforeAll, describe, expect, test } from 'vitest';
import { buildSkeleton, type Skeleton } from './skeleton.ts';

type Diagnostic = { category: string; message: string; location: { path: string } };

const LONG_ROUTE = Array.from({ length: 30 }, (_, line) => `export const line${line} = ${line};`).join('\n');
const RAW = 'export const run = (db: { $queryRawUnsafe(sql: string): unknown }) => db.$queryRawUnsafe("x");';

// A violation of each house rule: what finds it (a rule of Biome's, or the message of a plugin of ours), where, and the sin.
const PLANTS: [rule: string, path: string, source: string][] = [
  ['noProcessEnv', 'lib/services/environment.ts', 'export const home = process.env.HOME;'],
  ['noBarrelFile', 'lib/services/barrel.ts', "export * from './environment.ts';"],
  ['noDefaultExport', 'lib/services/default.ts', 'export default 1;'],
  ['noConsole', 'lib/services/talkative.ts', "console.log('hello');"],
  [
    'noFloatingPromises',
    'lib/services/floating.ts',
    'async function work() {}\nexport function start() {\n  work();\n}',
  ],
  [
    'noMisusedPromises',
    'lib/services/misused.ts',
    'async function ask() { return true; }\nexport const sure = () => { if (ask()) return 1; return 2; };',
  ],
  [
    'useExhaustiveSwitchCases',
    'lib/services/switch.ts',
    "export function f(kind: 'a' | 'b') {\n  switch (kind) {\n    case 'a':\n      return 1;\n  }\n}",
  ],
  ['useImportExtensions', 'lib/services/no-extension.ts', "export { home } from './environment';"],
  ['useFilenamingConvention', 'lib/services/CamelCase.ts', 'export const x = 1;'],
  ['useConsistentTypeDefinitions', 'lib/services/interface.ts', 'export interface Shape { x: number }'],
  ['noExplicitAny', 'lib/services/any.ts', 'export const x: any = 1;'],
  ['noTsIgnore', 'lib/services/ignore.ts', "// @ts-ignore\nexport const x: number = 'text';"],
  ['noSkippedTests', 'lib/services/skipped.test.ts', "import { test } from 'vitest';\ntest.skip('later', () => {});"],
  ['noFocusedTests', 'lib/services/focused.test.ts', "import { test } from 'vitest';\ntest.only('mine', () => {});"],
  ['noRestrictedGlobals', 'lib/engine/clock.ts', 'export const now = () => Date.now();'],
  ['noRestrictedGlobals', 'lib/contracts/locale.ts', "export const format = new Intl.NumberFormat('en');"],
  ['noExcessiveLinesPerFile', 'app/long/route.ts', LONG_ROUTE],
  ['Randomness is an input', 'lib/engine/dice.ts', 'export const dice = () => Math.random();'],
  [
    'Client code lives in components',
    'app/client/page.tsx',
    "'use client';\nexport default function Page() { return null; }",
  ],
  ['SQL is never glued', 'lib/persistence/raw.ts', RAW],
];

describe('a planted violation is found', () => {
  let found: Diagnostic[];
  let house: Skeleton;

  beforeAll(() => {
    house = buildSkeleton(Object.fromEntries(PLANTS.map(([, path, source]) => [path, `${source}\n`])));
    const output = house.run('@biomejs/biome/bin/biome', ['lint', '--reporter=json', '--max-diagnostics=1000', '.']);
    found = (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics;
    return house.remove;
  });

  for (const [rule, path] of PLANTS) {
    test(`${rule} in ${path}`, () => {
      const here = found.filter(({ location }) => location.path === path);
      expect(here.map(({ category, message }) => `${category}: ${message}`)).toContainEqual(
        expect.stringContaining(rule),
      );
    });
  }
});

describe('the engine has no platform', () => {
  const ABSENT = ['fetch', 'process', 'setTimeout', 'console', 'crypto'];
  let complaints: string;

  beforeAll(() => {
    const uses = ABSENT.map((name) => [`lib/engine/${name.toLowerCase()}.ts`, `export const it = ${name};\n`]);
    const house = buildSkeleton(Object.fromEntries(uses));
    complaints = house.run('typescript/bin/tsc', ['-p', 'tsconfig.engine.json']);
    house.remove();
  });

  for (const name of ABSENT) {
    test(name, () => {
      expect(complaints).toContain(`Cannot find name '${name}'`);
    });
  }
});
