import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSkeleton, type Skeleton } from './skeleton.ts';

type Condition = { path?: string | string[] };
type Rule = { name: string; from: Condition; to: Condition };

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: Rule[] };

// What stands in every room, so that there is something to import; none of it breaks a rule.
const ROOMS = {
  'lib/contracts/a.ts': "import { z } from 'zod';\nexport const a = z.string();",
  'lib/engine/a.ts': "import { a } from '#contracts/a.ts';\nexport const engine = a;",
  'lib/platform/a.ts': 'export const platform = 1;',
  'lib/persistence/generated/client.ts': 'export const client = 1;',
  'lib/persistence/a.ts':
    "import { PrismaPg } from '@prisma/adapter-pg';\nimport { client } from './generated/client.ts';\nexport const persistence = [PrismaPg, client];",
  'lib/services/a.ts': "import { persistence } from '#persistence/a.ts';\nexport const service = persistence;",
  'lib/services/queries/a.ts': "import { persistence } from '#persistence/a.ts';\nexport const query = persistence;",
  'lib/services/identity/a.ts': 'export const identity = 1;',
  'lib/auth/a.ts': "import { identity } from '#services/identity/a.ts';\nexport const auth = identity;",
  'lib/http/a.ts': "import { auth } from '#auth/a.ts';\nexport const http = auth;",
  'lib/actions/a.ts': "import { auth } from '#auth/a.ts';\nexport const action = auth;",
  'lib/runtime/a.ts': "import { service } from '#services/a.ts';\nexport const runtime = service;",
  'components/ui/a.tsx': 'export const ui = 1;',
  'components/feature/a.tsx': "import { ui } from '#components/ui/a.tsx';\nexport const feature = ui;",
  'app/page.tsx': "import { query } from '#services/queries/a.ts';\nexport default query;",
  'sdk/src/a.ts': "import { a } from '../../lib/contracts/a.ts';\nexport const sdk = a;",
  'examples/a.ts': "import { sdk } from '../sdk/src/a.ts';\nexport const example = sdk;",
  'prisma/seed.ts': "import { service } from '#services/a.ts';\nexport const seed = service;",
  'scripts/a.ts': 'export const script = 1;',
  'server/main.ts': "import { runtime } from '#runtime/a.ts';\nexport const server = runtime;",
};

// A violation of each rule: the file that commits it, and its sin. Types count, and so do aliases.
const PLANTS: Record<string, [path: string, source: string]> = {
  'no-cycles': ['lib/platform/cycle-a.ts', "import { other } from './cycle-b.ts';\nexport const cycle = other;"],
  'no-unresolved': [
    'lib/platform/lost.ts',
    "import { nothing } from '#platform/nowhere.ts';\nexport const lost = nothing;",
  ],
  'contracts-know-nothing': ['lib/contracts/bad.ts', "export type { platform } from '#platform/a.ts';"],
  'engine-knows-only-contracts': ['lib/engine/bad.ts', "export type Bad = typeof import('#platform/a.ts').platform;"],
  'persistence-knows-engine': [
    'lib/persistence/bad.ts',
    "import type { service } from '#services/a.ts';\nexport type Bad = typeof service;",
  ],
  'services-know-persistence': [
    'lib/services/bad.ts',
    "import { runtime } from '#runtime/a.ts';\nexport const bad = runtime;",
  ],
  'http-knows-no-database': [
    'lib/http/bad.ts',
    "import { persistence } from '#persistence/a.ts';\nexport const bad = persistence;",
  ],
  'actions-know-no-services': [
    'lib/actions/bad.ts',
    "import { service } from '#services/a.ts';\nexport const bad = service;",
  ],
  'runtime-knows-services': [
    'lib/runtime/bad.ts',
    "import { engine } from '#engine/a.ts';\nexport const bad = engine;",
  ],
  'auth-knows-identity': [
    'lib/auth/bad.ts',
    "import { query } from '#services/queries/a.ts';\nexport const bad = query;",
  ],
  'platform-knows-nobody': ['lib/platform/bad.ts', "import { a } from '#contracts/a.ts';\nexport const bad = a;"],
  'app-knows-services-only': ['app/bad.ts', "import { engine } from '#engine/a.ts';\nexport const bad = engine;"],
  'components-know-contracts-only': [
    'components/feature/bad.tsx',
    "import { http } from '#http/a.ts';\nexport const bad = http;",
  ],
  'ui-primitives-know-nobody': ['components/ui/bad.tsx', "import { a } from '#contracts/a.ts';\nexport const bad = a;"],
  'sdk-knows-contracts-only': [
    'sdk/src/bad.ts',
    "import { platform } from '../../lib/platform/a.ts';\nexport const bad = platform;",
  ],
  'outside-speaks-the-sdk': [
    'examples/bad.ts',
    "import { service } from '#services/a.ts';\nexport const bad = service;",
  ],
  'seed-speaks-services': [
    'prisma/bad.ts',
    "import { persistence } from '#persistence/a.ts';\nexport const bad = persistence;",
  ],
  'pages-read-only': ['app/bad/page.tsx', "import { service } from '#services/a.ts';\nexport default service;"],
  'scripts-are-no-library': [
    'lib/services/bad-script.ts',
    "import { script } from '../../scripts/a.ts';\nexport const bad = script;",
  ],
  'engine-no-node-builtins': [
    'lib/engine/bad-builtin.ts',
    "import { readFileSync } from 'node:fs';\nexport const bad = readFileSync;",
  ],
  'engine-no-packages': ['lib/engine/bad-package.ts', "import { z } from 'zod';\nexport const bad = z;"],
  'contracts-only-zod-and-re2js': [
    'lib/contracts/bad-package.ts',
    "import { Hono } from 'hono';\nexport const bad = Hono;",
  ],
  'next-and-react-only-at-the-edge': [
    'lib/services/bad-next.ts',
    "import { headers } from 'next/headers';\nexport const bad = headers;",
  ],
  'prisma-client-only-in-persistence': [
    'lib/services/bad-prisma.ts',
    "import { client } from '#persistence/generated/client.ts';\nexport const bad = client;",
  ],
  'components-never-reach-database': [
    'components/feature/bad-reach.tsx',
    "import { service } from '#services/a.ts';\nexport const bad = service;",
  ],
};

type Violation = { rule: { name: string }; from: string };

function cruise(house: Skeleton): Violation[] {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', '.'];
  const output = house.run('dependency-cruiser/bin/dependency-cruise.mjs', args);
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

test('a house in order breaks no rule', () => {
  const house = buildSkeleton(ROOMS);
  expect(cruise(house)).toEqual([]);
  house.remove();
});

describe('a planted violation is found', () => {
  let violations: Violation[];

  beforeAll(() => {
    const closing = {
      'lib/platform/cycle-b.ts': "import { cycle } from './cycle-a.ts';\nexport const other = cycle;",
    };
    const house = buildSkeleton({ ...ROOMS, ...closing, ...Object.fromEntries(Object.values(PLANTS)) });
    violations = cruise(house);
    house.remove();
  });

  for (const [rule, [path]] of Object.entries(PLANTS)) {
    test(rule, () => {
      expect(violations.filter(({ rule: { name } }) => name === rule).map(({ from }) => from)).toContain(path);
    });
  }
});

test('every rule has its planted violation', () => {
  expect(Object.keys(PLANTS).sort()).toEqual(forbidden.map(({ name }) => name).sort());
});

// A room that was renamed silently loses its rules.
test('every rule speaks of files that there are', () => {
  const files = globSync('{app,components,e2e,examples,lib,prisma,sdk,server}/**/*.{ts,tsx}').filter(
    (path) => !/node_modules|^sdk\/dist/.test(path),
  );
  const idle = forbidden.filter(({ from }) => {
    const patterns = [from.path ?? ''].flat();
    return !files.some((file) => patterns.some((pattern) => new RegExp(pattern).test(file)));
  });
  expect(idle.map(({ name }) => name)).toEqual([]);
});
