// How urgent a task is, as one instant: work lists are ordered by it, the earliest first (decision 28).

const DAY_MS = 86_400_000;

export const DEFAULT_PRIORITY = 50;
/** When a task without a due date counts as due, after it began. */
const DAYS_WITHOUT_DUE_DATE = 7;
const DAYS_PER_PRIORITY = 0.1;

/** The instants that PostgreSQL and RFC 3339 both write with four digits. */
const FIRST = -62_135_596_800_000;
const LAST = 253_402_300_799_999;

/**
 * `(dueAt, or createdAt + 7 days) − (priority − 50) × 2.4 hours`: closeness to its due date makes a task urgent, or its age where it has none,
 * and ten points of priority weigh a day. All three are fixed when the task arrives, and so is this.
 */
export function urgencyAt(task: { priority: number; dueAt: number | null; createdAt: number }): number {
  const due = task.dueAt ?? task.createdAt + DAYS_WITHOUT_DUE_DATE * DAY_MS;
  const lead = Math.round((task.priority - DEFAULT_PRIORITY) * DAYS_PER_PRIORITY * DAY_MS);
  return Math.min(Math.max(due - lead, FIRST), LAST);
}
