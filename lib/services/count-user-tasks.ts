// How much searches for user tasks find, in whatever order they would be listed.
import { MOST_COUNTED, type TaskCount } from '#contracts/saved-view.ts';
import type { UserTaskSearch } from '#contracts/user-task-search.ts';
import { countUserTasks } from '#persistence/search-user-tasks.ts';
import type { CallContext } from './context.ts';
import { questionOf } from './user-task-question.ts';

type Search = Omit<UserTaskSearch, 'sort'>;

/** One count for each, in their order. */
export async function countsOf({ deps, principal }: CallContext, searches: readonly Search[]): Promise<TaskCount[]> {
  const questions = searches.map((search) => questionOf(principal, { ...search, sort: '-created' }));
  const counts = await countUserTasks(deps.store, questions, MOST_COUNTED + 1);
  return counts.map((count) => ({ count: Math.min(count, MOST_COUNTED), isCapped: count > MOST_COUNTED }));
}

export async function countOf(context: CallContext, search: Search): Promise<TaskCount> {
  const [count] = await countsOf(context, [search]);
  return count ?? Promise.reject(new Error('a count gave no row'));
}
