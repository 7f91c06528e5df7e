import type { TaskId } from './task-query.ts';

let marked: string | null = null;

const keyOf = ({ wfRunId, guid }: TaskId) => `${wfRunId}/${guid}`;

/** Says that the reader goes to a task in order to begin: its first question is to have the focus once it is there. */
export function markStart(task: TaskId): void {
  marked = keyOf(task);
}

/** Whether the reader came to begin with this task; true once. */
export function takeStart(task: TaskId): boolean {
  const isMarked = marked === keyOf(task);
  if (isMarked) marked = null;
  return isMarked;
}
