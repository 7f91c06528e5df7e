'use client';

import { useQuery } from '@tanstack/react-query';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { hooksQuery } from './side-queries.ts';

/** Of an instant the part up to its minute. */
const MINUTE = '2026-11-24T10:02'.length;

/**
 * The armed hooks of a task, soonest first; read anew with each change of the task, and while somebody types, which puts off those
 * that count from it, once a minute.
 */
export function useArmedHooks(task: UserTaskRun) {
  const typed = task.draft?.savedAt.slice(0, MINUTE) ?? '';
  return useQuery(hooksQuery(task, `${task.version} ${task.events.length} ${typed}`));
}
