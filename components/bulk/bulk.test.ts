import { expect, it, vi } from 'vitest';
import { type BulkAction, type BulkWish, type DeskTask, partsOf, reasonsOf, runBulk, undoAll } from './bulk.ts';

const task = (wfRunId: string, userId: string | null = null, userGroup: string | null = 'finance'): DeskTask => ({
  wfRunId,
  guid: '0-1',
  version: 3,
  title: wfRunId,
  titles: null,
  context: null,
  userId,
  userGroup,
  status: userId === null ? 'UNASSIGNED' : 'ASSIGNED',
});
const assign = (target: Extract<BulkWish, { action: 'assign' }>['target']): BulkWish => ({
  action: 'assign',
  target,
  reason: 'moved',
});
const ownersIn = (wish: BulkWish, tasks: DeskTask[]) =>
  partsOf(tasks, wish).map(({ call, tasks: of }) => [call.userId, call.userGroup, of.map(({ wfRunId }) => wfRunId)]);

it('gives tasks to a person within the group of each, or out of it', () => {
  const tasks = [task('a', 'fred'), task('b', 'fred', 'it'), task('c', 'fred'), task('d', 'fred', null)];
  expect(ownersIn(assign({ kind: 'person', name: 'ana', keepsOther: true }), tasks)).toEqual([
    ['ana', 'finance', ['a', 'c']],
    ['ana', 'it', ['b']],
    ['ana', undefined, ['d']],
  ]);
  expect(ownersIn(assign({ kind: 'person', name: 'ana', keepsOther: false }), tasks)).toEqual([
    ['ana', undefined, ['a', 'b', 'c', 'd']],
  ]);
});

it('gives tasks to a group with who has them in hand, or unclaimed', () => {
  const tasks = [task('a'), task('b', 'fred'), task('c')];
  expect(ownersIn(assign({ kind: 'group', name: 'it', keepsOther: true }), tasks)).toEqual([
    [undefined, 'it', ['a', 'c']],
    ['fred', 'it', ['b']],
  ]);
  expect(ownersIn(assign({ kind: 'group', name: 'it', keepsOther: false }), tasks)).toEqual([
    [undefined, 'it', ['a', 'b', 'c']],
  ]);
});

/** Refuses those whose run begins with "no". */
const server = () =>
  vi.fn<BulkAction>(async ({ ids }) => ({
    ok: true,
    value: {
      results: ids.map(({ wfRunId, guid }) => ({
        wfRunId,
        guid,
        problem: wfRunId.startsWith('no') ? { code: 'FAILED_PRECONDITION', detail: 'It is DONE.' } : null,
      })),
    },
  }));

it('asks in calls of two hundred, tells how far it is, and says of each in the order given what came of it', async () => {
  const tasks = Array.from({ length: 450 }, (_, index) => task(index % 100 === 0 ? `no-${index}` : `t${index}`));
  const bulk = server();
  const progress: number[] = [];
  const run = { tasks, wish: { action: 'release', reason: '' } as const, onProgress: (n: number) => progress.push(n) };
  const { outcomes, refusal } = await runBulk(bulk, run);
  expect(bulk.mock.calls.map(([call]) => call.ids.length)).toEqual([200, 200, 50]);
  expect(bulk.mock.calls[0]?.[0].ids[0]).toEqual({ wfRunId: 'no-0', guid: '0-1', version: 3 });
  expect(progress).toEqual([200, 400, 450]);
  expect(refusal).toBeNull();
  expect(outcomes.map((outcome) => outcome.task)).toEqual(tasks);
  expect(reasonsOf(outcomes).map(({ problem, tasks: of }) => [problem.detail, of.length])).toEqual([
    ['It is DONE.', 5],
  ]);
});

it('stops where it is told to, and where a call is refused', async () => {
  const tasks = Array.from({ length: 450 }, (_, index) => task(`t${index}`));
  const stop = new AbortController();
  const wish = { action: 'cancel', reason: 'old' } as const;
  const stopped = await runBulk(server(), { tasks, wish, signal: stop.signal, onProgress: () => stop.abort() });
  expect(stopped.outcomes).toHaveLength(200);

  const answers = server();
  const detail = 'Sign in again.';
  answers
    .mockImplementationOnce(server())
    .mockResolvedValueOnce({ ok: false, refusal: { code: 'UNAUTHENTICATED', detail } });
  const refused = await runBulk(answers, { tasks, wish });
  expect(refused.outcomes).toHaveLength(200);
  expect(refused.refusal?.detail).toBe(detail);

  const offline = server();
  offline.mockImplementationOnce(server()).mockRejectedValueOnce(new Error('offline'));
  const broken = await runBulk(offline, { tasks, wish });
  expect(broken.outcomes, 'what was done before is not forgotten').toHaveLength(200);
  expect(broken.refusal?.code).toBe('UNAVAILABLE');
});

it('undoes whatever the version is by now', async () => {
  const bulk = server();
  expect(await undoAll(bulk, [task('a')])).toMatchObject({ action: 'undo', left: [], isAsForeseen: true });
  expect(bulk).toHaveBeenCalledWith({ action: 'undo', ids: [{ wfRunId: 'a', guid: '0-1' }], dryRun: false });
  expect(await undoAll(bulk, [task('a'), task('no')])).toMatchObject({ isAsForeseen: false });
});
