// All tasks that searches find, read page after page.
import { readApi } from '../api/read-api.ts';
import { CHUNK, type DeskTask, keyOf } from '../bulk/bulk.ts';
import type { Search } from './task-filters.ts';

/** As many as are taken at once: beyond it somebody should narrow the search, or come again for the rest. */
export const MOST = 2000;

export type Walk = { searches: readonly Search[]; onProgress?: (found: number) => void; signal?: AbortSignal };

/** The tasks, each once, up to `MOST`; `isMore` when there are others. */
export async function walkTasks({
  searches,
  onProgress,
  signal,
}: Walk): Promise<{ tasks: DeskTask[]; isMore: boolean }> {
  const found = new Map<string, DeskTask>();
  for (const { sort: _, ...search } of searches) {
    // By creation every search has an order that stays while it is read.
    let bookmark: string | null | undefined;
    do {
      const query = { ...search, sort: 'created', limit: CHUNK, bookmark };
      const page = await readApi<'searchUserTaskRuns'>('/user-task-runs', query, signal);
      for (const task of page.results) found.set(keyOf(task), task);
      onProgress?.(found.size);
      bookmark = page.bookmark;
      if (found.size >= MOST && bookmark !== null) return { tasks: [...found.values()].slice(0, MOST), isMore: true };
    } while (bookmark !== null);
  }
  return { tasks: [...found.values()], isMore: false };
}
