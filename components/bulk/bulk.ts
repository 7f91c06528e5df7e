// Bulk work on tasks, in calls of as many as one takes, one after the other.
import type { Action } from '#contracts/operations/action.ts';
import type { CallOf, OutputOf } from '#contracts/operations/table.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { unreachable } from '../user-task/refusals.ts';

/** What bulk work needs to know of a task. */
export type DeskTask = Pick<
  UserTaskRunSummary,
  'wfRunId' | 'guid' | 'version' | 'title' | 'titles' | 'context' | 'userId' | 'userGroup' | 'status'
>;

export type BulkAction = Action<'bulkUserTaskRuns'>;
type Outcome = OutputOf<'bulkUserTaskRuns'>['results'][number];
export type TaskOutcome = { task: DeskTask; problem: Outcome['problem'] };

/** What somebody may want with many tasks; to move them is to assign or to release them. */
export type BulkKind = 'claim' | 'assign' | 'release' | 'cancel' | 'move';

/** As many as one call takes. */
export const CHUNK = 200;

export const keyOf = ({ wfRunId, guid }: { wfRunId: string; guid: string }): string => `${wfRunId}/${guid}`;

/** To whom tasks go. `keepsOther`: a person gets them within the group of each, a group with who has each in hand. */
export type Target = { kind: 'person' | 'group'; name: string; keepsOther: boolean };

/** What is to be done: the same for all, but for whom each goes to. */
export type BulkWish =
  | { action: 'assign'; target: Target; reason: string }
  | { action: 'claim' | 'release' | 'cancel'; reason: string }
  | { action: 'undo' };

type Part = { call: Omit<CallOf<'bulkUserTaskRuns'>, 'ids' | 'dryRun'>; tasks: DeskTask[] };

/** The calls that a wish comes down to: tasks that end with the same owners go together. */
export function partsOf(tasks: readonly DeskTask[], wish: BulkWish): Part[] {
  const parts = new Map<string, Part>();
  for (const task of tasks) {
    const call = callFor(task, wish);
    const key = JSON.stringify(call);
    const part = parts.get(key) ?? { call, tasks: [] };
    part.tasks.push(task);
    parts.set(key, part);
  }
  return [...parts.values()].flatMap(({ call, tasks: all }) =>
    Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, index) => ({
      call,
      tasks: all.slice(index * CHUNK, (index + 1) * CHUNK),
    })),
  );
}

function callFor(task: DeskTask, wish: BulkWish): Part['call'] {
  switch (wish.action) {
    case 'undo':
      return { action: 'undo' };
    case 'claim':
    case 'release':
    case 'cancel':
      return { action: wish.action, ...(wish.reason !== '' && { reason: wish.reason }) };
    case 'assign': {
      const { kind, name, keepsOther } = wish.target;
      const userId = kind === 'person' ? name : keepsOther ? task.userId : null;
      const userGroup = kind === 'group' ? name : keepsOther ? task.userGroup : null;
      return {
        action: 'assign',
        overrideClaim: true,
        ...(userId !== null && { userId }),
        ...(userGroup !== null && { userGroup }),
        ...(wish.reason !== '' && { reason: wish.reason }),
      };
    }
  }
}

export type BulkRun = {
  tasks: readonly DeskTask[];
  wish: BulkWish;
  /** Only says what could be done. */
  dryRun?: boolean;
  onProgress?: (done: number) => void;
  /** Stops before the next call; what was done stays done. */
  signal?: AbortSignal;
};

/** The outcome of each task that was asked about, in the order given; `refusal` when a call was refused as a whole and the rest left. */
export async function runBulk(
  bulk: BulkAction,
  { tasks, wish, dryRun = false, onProgress, signal }: BulkRun,
): Promise<{ outcomes: TaskOutcome[]; refusal: Refusal | null }> {
  const found = new Map<string, Outcome['problem']>();
  const outcomes = () =>
    tasks.flatMap((task) => {
      const problem = found.get(keyOf(task));
      return problem === undefined ? [] : [{ task, problem }];
    });
  for (const part of partsOf(tasks, wish)) {
    if (signal?.aborted) break;
    // Whoever undoes has changed the version by what is undone.
    const ids = part.tasks.map(({ wfRunId, guid, version }) =>
      wish.action === 'undo' ? { wfRunId, guid } : { wfRunId, guid, version },
    );
    const result = await bulk({ ...part.call, ids, dryRun }).catch(unreachable);
    if (!result.ok) return { outcomes: outcomes(), refusal: result.refusal };
    for (const outcome of result.value.results) found.set(keyOf(outcome), outcome.problem);
    onProgress?.(found.size);
  }
  return { outcomes: outcomes(), refusal: null };
}

export type Reasons = { problem: NonNullable<TaskOutcome['problem']>; tasks: DeskTask[] }[];

/** Those that were not done, by why, the most first. */
export function reasonsOf(outcomes: readonly TaskOutcome[]): Reasons {
  const reasons = new Map<string, Reasons[number]>();
  for (const { task, problem } of outcomes) {
    if (!problem) continue;
    const known = reasons.get(problem.detail);
    if (known) known.tasks.push(task);
    else reasons.set(problem.detail, { problem, tasks: [task] });
  }
  return [...reasons.values()].sort((a, b) => b.tasks.length - a.tasks.length);
}

/** What came of bulk work. */
export type BulkReport = {
  action: BulkWish['action'];
  outcomes: TaskOutcome[];
  /** Those that were not come to, because it was stopped or refused. */
  left: readonly DeskTask[];
  refusal: Refusal | null;
  /** Whether nothing came otherwise than the preview said. */
  isAsForeseen: boolean;
  /** When it was done, by the browser's clock. */
  at: number;
};

/** Takes back what was just done to these. */
export async function undoAll(bulk: BulkAction, tasks: readonly DeskTask[]): Promise<BulkReport> {
  const { outcomes, refusal } = await runBulk(bulk, { tasks, wish: { action: 'undo' } });
  const isAsForeseen = refusal === null && outcomes.every(({ problem }) => !problem);
  return { action: 'undo', outcomes, refusal, left: leftOf(tasks, outcomes), isAsForeseen, at: Date.now() };
}

/** What of the tasks has no outcome. */
export function leftOf(tasks: readonly DeskTask[], outcomes: readonly TaskOutcome[]): DeskTask[] {
  const known = new Set(outcomes.map(({ task }) => keyOf(task)));
  return tasks.filter((task) => !known.has(keyOf(task)));
}
