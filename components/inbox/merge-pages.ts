import type { Page } from '#contracts/pagination.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';

export type MergedPage = Page<UserTaskRunSummary> & {
  /** There is more, which only a search of its own can reach. */
  cut: boolean;
};

/**
 * One page out of the first pages of several searches, in the order of creation. It ends where the first of them ends, so that nothing
 * is missing in between. Only a single search can be continued.
 */
export function mergePages(pages: readonly Page<UserTaskRunSummary>[], oldestFirst: boolean): MergedPage {
  const [only, ...others] = pages;
  if (only && others.length === 0) return { ...only, cut: false };
  const sign = oldestFirst ? 1 : -1;
  const rank = (task: UserTaskRunSummary) => sign * Date.parse(task.createdAt);
  const ends = pages.flatMap((page) => {
    const last = page.results.at(-1);
    return page.bookmark !== null && last ? [rank(last)] : [];
  });
  const end = Math.min(...ends);
  const results = pages
    .flatMap((page) => page.results)
    .filter((task) => rank(task) <= end)
    .sort((a, b) => rank(a) - rank(b));
  return { results, bookmark: null, cut: ends.length > 0 };
}
