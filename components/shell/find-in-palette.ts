'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { isDocketName } from '#contracts/docket-name.ts';
import type { WfRun } from '#contracts/wf-run.ts';
import { ApiError, apiPath, readApi } from '../api/read-api.ts';

const LEAST = 2;
const MOST_TASKS = 8;
const MOST_OWNERS = 4;

/** Whether it may be the id of a run, which has a digit or a hyphen somewhere, as words seldom have. */
const isRunId = (text: string): boolean => text.length >= 8 && /[-\d]/.test(text) && isDocketName(text);

/** The one run with this id, if there is one. */
async function findRun(wfRunId: string, signal: AbortSignal): Promise<WfRun[]> {
  try {
    return [await readApi<'getWfRun'>(apiPath`/wf-runs/${wfRunId}`, {}, signal)];
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return [];
    throw error;
  }
}

/**
 * What the words that were typed find: tasks by title and context, of all that the reader may see, and for an admin people and groups,
 * whose pages tell what they have, and the run whose id they are.
 */
export function useFound(text: string, isAdmin: boolean) {
  const wanted = text.trim().slice(0, 200);
  const q = useDeferredValue(wanted);
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
  const isOwner = owners.data === undefined || owners.data.people.length + owners.data.groups.length > 0;
  const runs = useQuery({
    queryKey: ['wfRun', 'palette', q],
    queryFn: ({ signal }) => findRun(q, signal),
    // Ids of people look the same; what is one of them need not be asked for in vain.
    enabled: isAdmin && isRunId(q) && !owners.isPlaceholderData && !isOwner,
  });
  return {
    tasks: isAsked ? (tasks.data ?? []) : [],
    people: isAsked ? (owners.data?.people ?? []) : [],
    groups: isAsked ? (owners.data?.groups ?? []) : [],
    runs: runs.data ?? [],
    /** Whether what is here was found by what was typed before. */
    isOld: q !== wanted || tasks.isPlaceholderData || owners.isPlaceholderData,
    isSearching: tasks.isFetching || owners.isFetching || runs.isFetching,
  };
}
