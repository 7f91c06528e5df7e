import { expect, test } from 'vitest';
import type { Family, NodeRunState, ThreadRunState, WfRunState } from '#engine/family.ts';
import { changesOf, familyOf, leftRun, readLeftRun, type StoredFamily } from './family-codec.ts';

const current = (position: number): NodeRunState => ({
  position,
  nodeName: 'wait',
  status: 'RUNNING',
  arrivedAt: 5,
  endedAt: null,
  failures: [],
  result: { output: {} },
  taskGuid: null,
  wakeAt: null,
  threads: [],
  childWfRunId: null,
  correlationKey: null,
  eventGuid: null,
});

const thread = (number: number): ThreadRunState => ({
  number,
  type: number === 0 ? 'ENTRYPOINT' : 'CHILD',
  parent: number === 0 ? null : 0,
  holder: null,
  threadSpecName: 'main',
  oldWfSpec: null,
  status: 'RUNNING',
  startedAt: 1,
  endedAt: null,
  haltReasons: [],
  interrupts: [],
  handledFailedChildren: [],
  failure: null,
  variables: { note: null, list: [], object: {} },
  outputs: { ask: {} },
  doneBy: {},
  output: number === 0 ? {} : [],
  current: current(number),
});

const run = (id: string, threads: ThreadRunState[], rest: Partial<WfRunState> = {}): WfRunState => ({
  id,
  wfSpec: { name: 'spec', majorVersion: 0, revision: 0 },
  oldWfSpecs: [],
  requester: null,
  parent: null,
  scheduleId: null,
  status: 'RUNNING',
  startedAt: 1,
  endedAt: null,
  eraseAt: null,
  nextThreadNumber: threads.length,
  threads,
  taskRuns: {},
  userTaskRuns: {},
  thrown: {},
  migration: null,
  ...rest,
});

const task = (guid: string, threadRunNumber: number): WfRunState['taskRuns'][string] => ({
  guid,
  threadRunNumber,
  position: 1,
  taskDefName: 'tell',
  inputs: [],
  outputMasked: false,
  timeoutSeconds: 10,
  scheduleTimeoutSeconds: null,
  totalAttempts: 1,
  backoff: null,
  createdAt: 3,
  attempt: 0,
  state: 'SCHEDULED',
  scheduledAt: 3,
  attempts: [],
});

const FAMILY: Family = {
  rootWfRunId: 'root',
  runs: {
    root: run('root', [thread(0), thread(2), thread(10)], {
      taskRuns: { '0-1': task('0-1', 0), '2-1': task('2-1', 2) },
    }),
    kid: run('kid', [thread(0), thread(1)], { parent: { wfRunId: 'root', threadRunNumber: 0, position: 1 } }),
  },
  events: { later: [{ guid: 'e', defName: 'paid', content: 1, createdAt: 2, threadRunNumber: null, position: null }] },
};

/** What the rows hold once these changes were written to them. */
function write(rows: StoredFamily | null, before: Family | null, after: Family): StoredFamily {
  const { state, written, gone } = changesOf(before, after);
  const parts = new Map(rows?.parts ?? []);
  for (const part of gone) parts.delete(part);
  for (const part of written) parts.set(part.part, JSON.parse(part.state));
  // As the database gives them back: by key.
  const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
  return { state: state === null ? (rows?.state ?? {}) : JSON.parse(state), parts: sorted };
}

test('a family comes back as it was, threads and runs in their order', () => {
  const back = familyOf('root', write(null, null, FAMILY));
  expect(back).toEqual(FAMILY);
  expect(Object.keys(back.runs)).toEqual(['root', 'kid']);
});

test('a family without runs comes back', () => {
  const early: Family = { rootWfRunId: 'later', runs: {}, events: FAMILY.events };
  expect(familyOf('later', write(null, null, early))).toEqual(early);
});

test('only what changed is written, and what left is deleted', () => {
  const rows = write(null, null, FAMILY);
  const { root, kid } = FAMILY.runs;
  if (!root || !kid) throw new Error('no runs');
  const touched = {
    ...root,
    threads: root.threads.map((one) => (one.number === 2 ? { ...one, variables: { x: 1 } } : one)),
  };
  const second: Family = { ...FAMILY, events: { ...FAMILY.events }, runs: { root: touched, kid } };
  const change = changesOf(FAMILY, second);
  expect(change).toMatchObject({ state: null, gone: [] });
  expect(change.written.map(({ part }) => part)).toEqual(['t root 2']);
  expect(familyOf('root', write(rows, FAMILY, second))).toEqual(second);

  const without = { ...touched, threads: touched.threads.filter(({ number }) => number !== 10) };
  const third: Family = { ...second, runs: { root: without } };
  const leaving = changesOf(second, third);
  expect(leaving.gone.sort()).toEqual(['r kid', 't kid 1', 't root 10']);
  expect(familyOf('root', write(write(rows, FAMILY, second), second, third))).toEqual(third);
});

test('a task of a thread is written with its thread', () => {
  const { root, kid } = FAMILY.runs;
  if (!root || !kid) throw new Error('no runs');
  const ended = { ...root, taskRuns: { '0-1': task('0-1', 0) } };
  expect(changesOf(FAMILY, { ...FAMILY, runs: { root: ended, kid } }).written.map(({ part }) => part)).toEqual([
    't root 2',
  ]);
  const tried = { ...root, taskRuns: { ...root.taskRuns, '0-1': { ...task('0-1', 0), attempt: 1 } } };
  const change = changesOf(FAMILY, { ...FAMILY, runs: { root: tried, kid } });
  expect(change.state).not.toBeNull();
  expect(change.written).toEqual([]);
});

test('a run that has left comes back from its row', () => {
  const { kid } = FAMILY.runs;
  if (!kid) throw new Error('no kid');
  expect(readLeftRun(JSON.parse(leftRun(kid)))).toEqual(kid);
});
