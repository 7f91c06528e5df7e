// The orders of a search for user tasks: what comes first, then creation, and where the next page goes on.
import { DEFAULT_PRIORITY, urgencyAt } from '#contracts/urgency.ts';
import type { UserTaskSort } from '#contracts/user-task-search.ts';
import type { Branch, Param } from './user-task-branches.ts';

type Rank = 'due' | 'urgency' | 'priority';

/** What a rank is of a task `t`; the earliest or the least comes first. The indexes of ranked tasks have these very expressions. */
const RANKS: Record<Rank, { sql: string; type: string }> = {
  due: { sql: `coalesce(t.due_at, 'infinity')`, type: 'timestamptz' },
  urgency: { sql: 't.urgency_at', type: 'timestamptz' },
  priority: { sql: '(- t.priority)', type: 'int' },
};

const SORTS: Record<UserTaskSort, { rank: Rank | null; isReversed: boolean }> = {
  created: { rank: null, isReversed: false },
  '-created': { rank: null, isReversed: true },
  due: { rank: 'due', isReversed: false },
  '-due': { rank: 'due', isReversed: true },
  urgency: { rank: 'urgency', isReversed: false },
  '-priority': { rank: 'priority', isReversed: false },
  priority: { rank: 'priority', isReversed: true },
};

export const isByCreation = (sort: UserTaskSort): boolean => SORTS[sort].rank === null;

/** What the rank of a place in this order is. */
export function rankKindOf(sort: UserTaskSort): 'instant' | 'number' | 'none' {
  const { rank } = SORTS[sort];
  if (rank === null) return 'none';
  return RANKS[rank].type === 'int' ? 'number' : 'instant';
}

/** Where a task stands: its rank, as a number or an instant, and null by creation; then what tells apart those of one rank. */
export type TaskPlace = [rank: string | number | null, createdAt: string, wfRunId: string, guid: string];

/** How a branch is read on from a place: its key columns in order, and the condition. Null when nothing of it comes after. */
export type Reading = { rank: string | null; order: string; beyond: string[] };

export function readingOf(param: Param, sort: UserTaskSort, after: TaskPlace | null, branch: Branch): Reading | null {
  const { rank, isReversed } = SORTS[sort];
  const [direction, beyondSign] = isReversed ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
  const row = branch.through === undefined ? 't' : 'p';
  const columns = [`${row}.created_at`, `${row}.wf_run_id`, `${row}.guid`];
  const orderBy = (keys: string[]) => keys.map((key) => `${key} ${direction}`).join(', ');
  const tuple = (keys: string[], given: string[]) => `(${keys.join(', ')}) ${beyondSign} (${given.join(', ')})`;
  const givenColumns = () => {
    const [, createdAt, wfRunId, guid] = after ?? [null, '', '', ''];
    return [`${param(createdAt)}::timestamptz`, param(wfRunId), param(guid)];
  };
  if (rank === null) {
    return { rank: null, order: orderBy(columns), beyond: after ? [tuple(columns, givenColumns())] : [] };
  }
  const { sql, type } = RANKS[rank];
  if (branch.part === 'ranked') {
    const keys = [sql, ...columns];
    const beyond = after ? [tuple(keys, [`${param(after[0])}::${type}`, ...givenColumns()])] : [];
    return { rank: sql, order: orderBy(keys), beyond };
  }
  const reading = { rank: sql, order: orderBy(columns) };
  if (!after) return { ...reading, beyond: [] };
  const place = placeAmongPlain(rank, after);
  if (place === 'same') return { ...reading, beyond: [tuple(columns, givenColumns())] };
  if (place === 'before' || place === 'after') {
    return (place === 'before') === isReversed ? null : { ...reading, beyond: [] };
  }
  // No plain task was the last: those created at this very instant have its rank, and their creation decides.
  const sign = place.isEarlier === isReversed ? beyondSign : `${beyondSign}=`;
  return { ...reading, beyond: [`t.created_at ${sign} ${param(place.createdAt)}::timestamptz`] };
}

const PLAIN_RANK = { due: Number.POSITIVE_INFINITY, priority: -DEFAULT_PRIORITY } as const;
/** How long after its creation a plain task's urgency is: so its order by urgency is that by creation. */
const PLAIN_LEAD = urgencyAt({ priority: DEFAULT_PRIORITY, dueAt: null, createdAt: 0 });

type AmongPlain = 'before' | 'same' | 'after' | { createdAt: string; isEarlier: boolean };

/**
 * Where the last task stands among plain ones, whose ranks are all one but by urgency: before them, after them, where its own creation puts
 * it, or where another creation would have; `isEarlier` then says whether its own is before that.
 */
function placeAmongPlain(rank: Rank, [given, created]: TaskPlace): AmongPlain {
  if (rank === 'urgency') {
    const standsAt = Date.parse(String(given)) - PLAIN_LEAD;
    if (standsAt === Date.parse(created)) return 'same';
    return { createdAt: new Date(standsAt).toISOString(), isEarlier: Date.parse(created) < standsAt };
  }
  const all = PLAIN_RANK[rank];
  const last = rank === 'priority' ? Number(given) : given === INFINITY ? all : Date.parse(String(given));
  if (last === all) return 'same';
  return last < all ? 'before' : 'after';
}

/** How PostgreSQL writes the due date of what has none. */
export const INFINITY = 'infinity';
