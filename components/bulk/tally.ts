import type { TaskOutcome } from './bulk.ts';

/** Why something cannot be done with a task, in the words of a summary. */
export type Hindrance = 'finished' | 'taken' | 'gone' | 'refused' | 'other';

/** How many can, and how many cannot for which reason, the most frequent first. */
export function tallyOf(outcomes: readonly TaskOutcome[]): { can: number; cannot: [Hindrance, number][] } {
  const counts = new Map<Hindrance, number>();
  for (const { problem } of outcomes) {
    if (!problem) continue;
    const hindrance = hindranceOf(problem);
    counts.set(hindrance, (counts.get(hindrance) ?? 0) + 1);
  }
  const cannot = [...counts].sort(([, a], [, b]) => b - a);
  return { can: outcomes.length - cannot.reduce((sum, [, count]) => sum + count, 0), cannot };
}

/** Why not, from the problem and the task's present state. */
function hindranceOf({ code, current }: NonNullable<TaskOutcome['problem']>): Hindrance {
  const status = statusIn(current);
  if (status === 'DONE' || status === 'CANCELLED') return 'finished';
  switch (code) {
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
