import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Deps, openDeps } from '#services/deps.ts';
import { DEFAULT_TENANT } from '#services/identity/tenant.ts';
import { verifyTenant } from '#services/verify-histories.ts';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { demoOn } from './demo/call.ts';
import { type Seeded, seed } from './seed.ts';

let database: TestDatabase;
let deps: Deps;
let first: Seeded;
let begun: number;

beforeAll(async () => {
  database = await createTestDatabase();
  begun = Date.now();
  first = await seed(database.url, { withWork: true });
  deps = openDeps({ databaseUrl: database.url, poolSize: 2, testClock: true });
}, 120_000);
afterAll(async () => {
  await deps.close();
  await database.drop();
});

const search = async (status: 'UNASSIGNED' | 'ASSIGNED' | 'DONE' | 'CANCELLED') =>
  (await demoOn(deps).call('ada', 'searchUserTaskRuns', { status, limit: 100 })).results;

it('has work in every state, all of it before now', async () => {
  const now = Date.now();
  const [waiting, taken, done, cancelled] = await Promise.all([
    search('UNASSIGNED'),
    search('ASSIGNED'),
    search('DONE'),
    search('CANCELLED'),
  ]);
  expect(Math.min(waiting.length, taken.length)).toBeGreaterThan(8);
  expect(done.length).toBeGreaterThan(50);
  expect(cancelled.length).toBeGreaterThan(0);
  const open = [...waiting, ...taken];
  expect(open.some(({ dueAt }) => dueAt !== null && Date.parse(dueAt) < begun)).toBe(true);
  expect(open.some(({ dueAt }) => dueAt !== null && Date.parse(dueAt) > now)).toBe(true);
  expect(open.some(({ hasDraft }) => hasDraft)).toBe(true);
  for (const { createdAt, endedAt } of [...open, ...done]) {
    expect(Date.parse(createdAt)).toBeLessThan(now);
    if (endedAt !== null) expect(Date.parse(endedAt)).toBeLessThan(now);
  }
});

it('has histories that are as they were written', async () => {
  for await (const { verification } of verifyTenant(deps, DEFAULT_TENANT)) expect(verification.isIntact).toBe(true);
});

it('is made once, and leaves the clock as it was', async () => {
  expect(await seed(database.url, { withWork: true })).toMatchObject({ seeded: false, users: first.users });
  const run = await demoOn(deps).call('maria', 'runWf', {
    wfSpecName: 'access-request',
    variables: { system: 'the shed', reason: 'I keep the tools.', priority: 50 },
  });
  expect(Math.abs(Date.parse(run.startedAt) - Date.now())).toBeLessThan(60_000);
});
