import { beforeEach, expect, test, vi } from 'vitest';
import type { UserPrincipal } from '#contracts/principal.ts';
import type { Refusal } from '#contracts/problem.ts';
import { type ActionDoors, createActions } from './create-action.ts';

vi.stubEnv('APP_URL', 'https://docket.test');
vi.stubEnv('LOG_LEVEL', 'silent');

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({ headers: async () => request.headers }));

const maria: UserPrincipal = {
  kind: 'user',
  tenantId: 't',
  userId: 'maria',
  displayName: 'M',
  groups: [],
  isAdmin: false,
};
const task = { wfRunId: 'run-1', guid: '0-2' };
const stale: Refusal = { code: 'ABORTED', detail: 'Fred has it.', current: { version: 4 } };

/** The claim action over doors that all give the same. */
function setUp({
  person = maria as UserPrincipal | null,
  refusal = undefined as Refusal | undefined,
  bug = false,
} = {}) {
  const invoke = vi.fn(async () => {
    if (bug) throw new Error('password of the database is hunter2');
    return refusal ? { ok: false, refusal } : { ok: true, output: { title: 'Approve' } };
  });
  const doors = { principal: async () => person, invoke } as unknown as ActionDoors;
  return { claim: createActions(doors)('claimUserTaskRun'), invoke };
}

beforeEach(() => {
  request.headers = new Headers({ origin: 'https://docket.test', 'sec-fetch-site': 'same-origin' });
});

test('an action is its operation, done by the person signed in', async () => {
  const { claim, invoke } = setUp();
  expect(await claim({ ...task, version: 1 })).toEqual({ ok: true, value: { title: 'Approve' } });
  expect(invoke).toHaveBeenCalledWith('claimUserTaskRun', { principal: maria }, { ...task, version: 1 });
});

test('a refusal comes back as it is', async () => {
  expect(await setUp({ refusal: stale }).claim(task)).toEqual({ ok: false, refusal: stale });
});

test('nobody is told to sign in, and nothing is done', async () => {
  const { claim, invoke } = setUp({ person: null });
  expect(await claim(task)).toMatchObject({ ok: false, refusal: { code: 'UNAUTHENTICATED' } });
  expect(invoke).not.toHaveBeenCalled();
});

test('what is not of the shape of the operation is refused, all of it named', async () => {
  const { claim, invoke } = setUp();
  const forged = { wfRunId: '-', guid: '0-2', tenantId: 'other' } as unknown as typeof task;
  const result = await claim(forged);
  expect(result).toMatchObject({ ok: false, refusal: { code: 'INVALID_ARGUMENT' } });
  expect(JSON.stringify(result)).toMatch(/wfRunId.*tenantId/);
  expect(invoke).not.toHaveBeenCalled();
});

test.each([
  ['without an origin', {}],
  ['from a sandbox', { origin: 'null' }],
  ['from another site', { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }],
])('a call %s is refused', async (_name, headers) => {
  request.headers = new Headers(headers);
  const { claim, invoke } = setUp();
  expect(await claim(task)).toMatchObject({ ok: false, refusal: { code: 'PERMISSION_DENIED' } });
  expect(invoke).not.toHaveBeenCalled();
});

test('a bug says nothing of its cause', async () => {
  const result = await setUp({ bug: true }).claim(task);
  expect(result).toMatchObject({ ok: false, refusal: { code: 'INTERNAL' } });
  expect(JSON.stringify(result)).not.toContain('hunter2');
});
