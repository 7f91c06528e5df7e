// How a family is laid down in rows: its root run with its entrypoint thread in the family's own row, every child run and every further
// thread in a row of its own, so that a step writes what it changed and not what the run has grown to.

import { DEFAULT_PRIORITY } from '#contracts/urgency.ts';
import { isFinished } from '#contracts/user-task-status.ts';
import type {
  ExternalEventState,
  Family,
  NodeRunState,
  TaskRunState,
  ThreadRunState,
  UserTaskRunState,
  WfRunState,
} from '#engine/family.ts';
import { invariant } from '#platform/invariant.ts';

/** A family as its rows have it. */
export type StoredFamily = { state: RootPart; parts: [part: string, state: RunPart | ThreadPart][] };

/** What of a family has to be written; `state` is null when the family's own row stays as it is. */
export type FamilyChange = {
  state: string | null;
  written: { part: string; state: string }[];
  gone: string[];
  /** Whether the family has rows beside its own. */
  hasParts: boolean;
};

type Slim<T> = Partial<T>;
type ThreadPart = {
  thread: Slim<Omit<ThreadRunState, 'current'>> & { current: Slim<NodeRunState> };
  taskRuns?: Slim<TaskRunState>[];
  userTaskRuns?: Slim<UserTaskRunState>[];
};
type Header = Omit<WfRunState, 'threads' | 'taskRuns' | 'userTaskRuns'>;
type RunPart = ThreadPart & { run: Slim<Header> };
/** `runs` is the order of the runs, where there is more than the root. */
type RootPart = Partial<RunPart> & { runs?: string[]; events?: Record<string, ExternalEventState[]> };

// What is nothing is not written, and comes back as this.
const NO_LIST: never[] = [];
const NO_RECORD = {};
const EMPTY_RUN = {
  oldWfSpecs: NO_LIST,
  requester: null,
  parent: null,
  scheduleId: null,
  endedAt: null,
  eraseAt: null,
  thrown: NO_RECORD,
  migration: null,
};
const EMPTY_THREAD = {
  parent: null,
  holder: null,
  oldWfSpec: null,
  endedAt: null,
  haltReasons: NO_LIST,
  interrupts: NO_LIST,
  handledFailedChildren: NO_LIST,
  failure: null,
  variables: NO_RECORD,
  outputs: NO_RECORD,
  doneBy: NO_RECORD,
  output: null,
};
const EMPTY_NODE_RUN = {
  endedAt: null,
  failures: NO_LIST,
  result: null,
  taskGuid: null,
  wakeAt: null,
  threads: NO_LIST,
  childWfRunId: null,
  correlationKey: null,
  eventGuid: null,
};
const EMPTY_TASK = {
  inputs: NO_LIST,
  scheduleTimeoutSeconds: null,
  backoff: null,
  attempts: NO_LIST,
  userTask: null,
};
const EMPTY_USER_TASK = {
  lastHash: null,
  context: null,
  notes: null,
  requester: null,
  priority: DEFAULT_PRIORITY,
  dueAt: null,
  followUpAt: null,
  excludeUsers: NO_LIST,
  userId: null,
  userGroup: null,
  suspendedAt: null,
  endedAt: null,
  results: null,
  endedBy: null,
  draft: null,
  saving: null,
  comments: NO_RECORD,
  details: NO_LIST,
  hooks: NO_LIST,
  firings: NO_RECORD,
};

const ENTRYPOINT = 0;
export const runKey = (id: string): string => `r ${id}`;
const threadKey = (id: string, number: number): string => `t ${id} ${number}`;
/** What the keys of a run's further threads begin with. */
export const threadsKey = (id: string): string => `t ${id} `;

/** What differs from `before`, the family as it was loaded: by reference, since a step shares what it did not change. */
export function changesOf(before: Family | null, after: Family): FamilyChange {
  const written: FamilyChange['written'] = [];
  const { rootWfRunId } = after;
  const root = after.runs[rootWfRunId];
  const runIds = Object.keys(after.runs);
  let hasParts = false;
  for (const id of runIds) {
    const run = after.runs[id];
    invariant(run, `no run ${id} among those of its family`);
    const old = before?.runs[id];
    if (id !== rootWfRunId) {
      hasParts = true;
      if (isRunChanged(old, run)) written.push({ part: runKey(id), state: JSON.stringify(runPart(run)) });
    }
    for (const thread of run.threads) {
      if (thread.number === ENTRYPOINT) continue;
      hasParts = true;
      if (old !== run && isThreadChanged(old, run, thread)) {
        written.push({ part: threadKey(id, thread.number), state: JSON.stringify(threadPart(run, thread)) });
      }
    }
  }
  const isRootChanged =
    before === null ||
    !hasSame(before.events, after.events) ||
    runIds.length !== Object.keys(before.runs).length ||
    runIds.some((id) => !before.runs[id]) ||
    (root !== undefined && isRunChanged(before.runs[rootWfRunId], root));
  return {
    state: isRootChanged ? JSON.stringify(rootPart(after, root, runIds)) : null,
    written,
    gone: before ? partsGone(before, after) : [],
    hasParts,
  };
}

/** By reference, entry by entry: a step hands back a record of its own. */
function hasSame(old: Record<string, unknown>, now: Record<string, unknown>): boolean {
  if (old === now) return true;
  const keys = Object.keys(now);
  return keys.length === Object.keys(old).length && keys.every((key) => old[key] === now[key]);
}

function partsGone(before: Family, after: Family): string[] {
  const gone: string[] = [];
  for (const [id, old] of Object.entries(before.runs)) {
    const run = after.runs[id];
    if (run === old) continue;
    if (!run && id !== before.rootWfRunId) gone.push(runKey(id));
    const kept = new Set(run?.threads.map(({ number }) => number));
    for (const { number } of old.threads) {
      if (number !== ENTRYPOINT && !kept.has(number)) gone.push(threadKey(id, number));
    }
  }
  return gone;
}

function isRunChanged(old: WfRunState | undefined, run: WfRunState): boolean {
  if (old === run) return false;
  if (!old) return true;
  for (const key of Object.keys(run) as (keyof WfRunState)[]) {
    if (key !== 'threads' && key !== 'taskRuns' && key !== 'userTaskRuns' && old[key] !== run[key]) return true;
  }
  const entrypoint = threadOf(run, ENTRYPOINT);
  return entrypoint === undefined ? threadOf(old, ENTRYPOINT) !== undefined : isThreadChanged(old, run, entrypoint);
}

function isThreadChanged(old: WfRunState | undefined, run: WfRunState, thread: ThreadRunState): boolean {
  if (!old || threadOf(old, thread.number) !== thread) return true;
  return (
    differs(old.taskRuns, run.taskRuns, thread.number) || differs(old.userTaskRuns, run.userTaskRuns, thread.number)
  );
}

function differs<T extends { threadRunNumber: number }>(
  old: Record<string, T>,
  now: Record<string, T>,
  thread: number,
): boolean {
  if (old === now) return false;
  for (const guid in now) if (now[guid]?.threadRunNumber === thread && old[guid] !== now[guid]) return true;
  for (const guid in old) if (old[guid]?.threadRunNumber === thread && !now[guid]) return true;
  return false;
}

const threadOf = (run: WfRunState, number: number): ThreadRunState | undefined =>
  run.threads.find((thread) => thread.number === number);

function rootPart(family: Family, root: WfRunState | undefined, runIds: string[]): RootPart {
  const part: RootPart = root ? runPart(root) : {};
  if (runIds.length > 1) part.runs = runIds;
  for (const _ in family.events) {
    part.events = family.events;
    break;
  }
  return part;
}

function runPart(run: WfRunState): RunPart {
  const { threads: _, taskRuns: __, userTaskRuns: ___, ...header } = run;
  const entrypoint = threadOf(run, ENTRYPOINT);
  invariant(entrypoint, `WfRun ${run.id} has no entrypoint thread`);
  return { run: slim(header, EMPTY_RUN), ...threadPart(run, entrypoint) };
}

function threadPart(run: WfRunState, thread: ThreadRunState): ThreadPart {
  const part: ThreadPart = { thread: slimThread(thread) };
  const taskRuns: Slim<TaskRunState>[] = [];
  for (const guid in run.taskRuns) {
    const task = run.taskRuns[guid];
    if (task?.threadRunNumber === thread.number) taskRuns.push(slim(task, EMPTY_TASK));
  }
  const userTaskRuns: Slim<UserTaskRunState>[] = [];
  for (const guid in run.userTaskRuns) {
    const task = run.userTaskRuns[guid];
    // The rows of the task have its draft, its comments, its details, and all of it once it is finished.
    if (task?.threadRunNumber !== thread.number || isFinished(task.status)) continue;
    const own = { ...task, draft: null, saving: null, comments: NO_RECORD, details: NO_LIST };
    userTaskRuns.push(slim(own, EMPTY_USER_TASK));
  }
  if (taskRuns.length > 0) part.taskRuns = taskRuns;
  if (userTaskRuns.length > 0) part.userTaskRuns = userTaskRuns;
  return part;
}

const slimThread = (thread: ThreadRunState): ThreadPart['thread'] => ({
  ...slim(thread, EMPTY_THREAD),
  current: slim(thread.current, EMPTY_NODE_RUN),
});

/** Without what is as in `empty`. */
function slim<T extends object>(whole: T, empty: Record<string, unknown>): Slim<T> {
  const slimmed: Slim<T> = {};
  for (const key in whole) {
    const value = whole[key];
    if (key in empty && isAs(value, empty[key])) continue;
    slimmed[key] = value;
  }
  return slimmed;
}

function isAs(value: unknown, empty: unknown): boolean {
  if (empty === NO_LIST) return Array.isArray(value) && value.length === 0;
  if (empty === NO_RECORD) return isEmptyRecord(value);
  return value === empty;
}

function isEmptyRecord(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  for (const _ in value) return false;
  return true;
}

/** The family that was laid down so. */
export function familyOf(rootWfRunId: string, { state, parts }: StoredFamily): Family {
  const runs: Record<string, WfRunState> = {};
  const byKey = new Map(parts);
  const rest = threadsByRun(parts);
  for (const id of state.runs ?? (state.run ? [rootWfRunId] : [])) {
    const part = id === rootWfRunId ? state : byKey.get(runKey(id));
    invariant(part && 'run' in part, `WfRun ${id} of family ${rootWfRunId} is not stored`);
    runs[id] = runFrom(part as RunPart, rest.get(id));
  }
  return { rootWfRunId, runs, events: state.events ?? {} };
}

/** One run, of its own rows alone: `state` is the family's own row where it is the root. Undefined when the family has it no more. */
export function runOf(wfRunId: string, { state, parts }: { state: unknown; parts: unknown }): WfRunState | undefined {
  const rows = (parts ?? []) as StoredFamily['parts'];
  const own = (state ?? new Map(rows).get(runKey(wfRunId)) ?? {}) as Partial<RunPart>;
  return own.run && runFrom(own as RunPart, threadsByRun(rows).get(wfRunId));
}

function runFrom(part: RunPart, rest: ThreadPart[] = []): WfRunState {
  const run = { ...EMPTY_RUN, ...part.run, threads: [], taskRuns: {}, userTaskRuns: {} } as unknown as WfRunState;
  for (const thread of [part, ...rest]) addThread(run, thread);
  return run;
}

/** The threads beside the entrypoints, by run, in order of creation. */
function threadsByRun(parts: StoredFamily['parts']): Map<string, ThreadPart[]> {
  const threads = new Map<string, ThreadPart[]>();
  for (const [key, part] of parts) {
    if (!key.startsWith('t ')) continue;
    const id = key.slice(2, key.lastIndexOf(' '));
    threads.set(id, [...(threads.get(id) ?? []), part]);
  }
  for (const each of threads.values()) each.sort((a, b) => (a.thread.number ?? 0) - (b.thread.number ?? 0));
  return threads;
}

function addThread(run: WfRunState, { thread, taskRuns = [], userTaskRuns = [] }: ThreadPart): void {
  run.threads.push(threadRunOf(thread));
  for (const task of taskRuns) if (task.guid) run.taskRuns[task.guid] = { ...EMPTY_TASK, ...task } as TaskRunState;
  for (const task of userTaskRuns) {
    if (task.guid) run.userTaskRuns[task.guid] = { ...EMPTY_USER_TASK, ...task } as UserTaskRunState;
  }
}

const threadRunOf = (thread: ThreadPart['thread']): ThreadRunState =>
  ({ ...EMPTY_THREAD, ...thread, current: { ...EMPTY_NODE_RUN, ...thread.current } }) as unknown as ThreadRunState;

/** A run, a thread or a task that has left the family, for the row that it gets. */
export const leftRun = (run: WfRunState): string => {
  const threads = run.threads.map((thread) => threadPart(run, thread));
  const { threads: _, taskRuns: __, userTaskRuns: ___, ...header } = run;
  return JSON.stringify({ run: slim(header, EMPTY_RUN), threads });
};
export const leftThread = (thread: ThreadRunState): string => JSON.stringify(slimThread(thread));
export const leftTask = (task: TaskRunState): string => JSON.stringify(slim(task, EMPTY_TASK));

/** What `leftRun`, `leftThread` and `leftTask` wrote. */
export function readLeftRun(stored: unknown): WfRunState {
  const { run: header, threads } = stored as { run: Slim<Header>; threads: ThreadPart[] };
  const run = { ...EMPTY_RUN, ...header, threads: [], taskRuns: {}, userTaskRuns: {} } as unknown as WfRunState;
  for (const thread of threads) addThread(run, thread);
  return run;
}
export const readLeftThread = (stored: unknown): ThreadRunState => threadRunOf(stored as ThreadPart['thread']);
export const readLeftTask = (stored: unknown): TaskRunState =>
  ({ ...EMPTY_TASK, ...(stored as Slim<TaskRunState>) }) as TaskRunState;
