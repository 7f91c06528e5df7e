import type { OutputOf } from '#contracts/operations/table.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import type { InboxActions } from './inbox-actions.ts';

export type BulkAction = 'claim' | 'release' | 'assign' | 'cancel';
export type Outcome = OutputOf<'bulkUserTaskRuns'>['results'][number];
/** Why something cannot be done with a task, in the words of a summary. */
export type Hindrance = 'finished' | 'taken' | 'gone' | 'refused' | 'other';

export type BulkWish = {
  action: BulkAction;
  userId?: string;
  userGroup?: string;
  overrideClaim?: boolean;
  reason?: string;
  dryRun?: boolean;
};

/** As many as one call takes. */
const MOST = 200;

/** Asks for the same with each of the tasks; null when the server could not be reached or refused all of it. */
export async function askForAll(
  bulk: InboxActions['bulk'],
  tasks: readonly UserTaskRunSummary[],
  wish: BulkWish,
): Promise<Outcome[] | null> {
  const ids = tasks.map(({ wfRunId, guid }) => ({ wfRunId, guid }));
  const outcomes: Outcome[] = [];
  for (let from = 0; from < ids.length; from += MOST) {
    const answer = await bulk({ ...wish, ids: ids.slice(from, from + MOST) }).catch(() => null);
    if (!answer?.ok) return outcomes.length > 0 ? outcomes : null;
    outcomes.push(...answer.value.results);
  }
  return outcomes;
}

/** Why not, from the problem and the task's present state; null when it can be done. */
export function hindranceOf({ problem }: Outcome): Hindrance | null {
  if (problem === null) return null;
  const status = statusIn(problem.current);
  if (status === 'DONE' || status === 'CANCELLED') return 'finished';
  switch (problem.code) {
    case 'NOT_FOUND':
      return 'gone';
    case 'PERMISSION_DENIED':
      return 'refused';
    case 'FAILED_PRECONDITION':
      return status === 'ASSIGNED' ? 'taken' : 'other';
    default:
      return 'other';
  }
}

function statusIn(current: unknown): unknown {
  return typeof current === 'object' && current !== null && 'status' in current ? current.status : undefined;
}

/** How many can, and how many cannot for which reason, the most frequent first. */
export function tallyOf(outcomes: readonly Outcome[]): { can: number; cannot: [Hindrance, number][] } {
  const counts = new Map<Hindrance, number>();
  for (const outcome of outcomes) {
    const hindrance = hindranceOf(outcome);
    if (hindrance) counts.set(hindrance, (counts.get(hindrance) ?? 0) + 1);
  }
  const cannot = [...counts].sort(([, a], [, b]) => b - a);
  return { can: outcomes.length - cannot.reduce((sum, [, count]) => sum + count, 0), cannot };
}
