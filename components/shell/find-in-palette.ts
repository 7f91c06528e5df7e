'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { readApi } from '../api/read-api.ts';

const LEAST = 2;
const MOST_TASKS = 8;
const MOST_OWNERS = 4;

/**
 * What the words that were typed find: tasks by title and context, of all that the reader may see, and for an admin people and groups,
 * whose pages tell what they have.
 */
export function useFound(text: string, isAdmin: boolean) {
  const q = useDeferredValue(text.trim()).slice(0, 200);
  const isAsked = q.length >= LEAST;
  const tasks = useQuery({
    queryKey: ['userTaskRuns', 'palette', q],
    queryFn: async ({ signal }) =>
      (await readApi<'searchUserTaskRuns'>('/user-task-runs', { q, limit: MOST_TASKS }, signal)).results,
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const owners = useQuery({
    queryKey: ['owners', 'palette', q],
    queryFn: async ({ signal }) => {
      const [people, groups] = await Promise.all([
        readApi<'searchPeople'>('/people', { q, limit: MOST_OWNERS }, signal),
        readApi<'searchGroups'>('/groups', { prefix: q, limit: MOST_OWNERS }, signal),
      ]);
      return { people: people.results, groups: groups.results };
    },
    enabled: isAsked && isAdmin,
    placeholderData: keepPreviousData,
  });
  return {
    tasks: isAsked ? (tasks.data ?? []) : [],
    people: isAsked ? (owners.data?.people ?? []) : [],
    groups: isAsked ? (owners.data?.groups ?? []) : [],
    isSearching: tasks.isFetching || owners.isFetching,
  };
}
