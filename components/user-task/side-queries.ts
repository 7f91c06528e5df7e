// What is read of a task besides itself.
import { queryOptions } from '@tanstack/react-query';
import { apiPath, readApi } from '../api/read-api.ts';
import type { TaskId } from './task-query.ts';

/** The armed hooks of a task; `state` tells one state of the task from another, so that they are read anew with each. */
export const hooksQuery = ({ wfRunId, guid }: TaskId, state: string) =>
  queryOptions({
    queryKey: ['userTaskHooks', wfRunId, guid, state],
    queryFn: async ({ signal }) => {
      const path = apiPath`/wf-runs/${wfRunId}/user-task-runs/${guid}/hooks`;
      return (await readApi<'listUserTaskHooks'>(path, {}, signal)).results;
    },
    placeholderData: (before) => before,
  });

/** What was done before in the same run, as far as the reader may see it. */
export const earlierQuery = (wfRunId: string) =>
  queryOptions({
    queryKey: ['userTaskRuns', 'earlier', wfRunId],
    queryFn: async ({ signal }) => {
      const query = { wfRunId, status: 'DONE', sort: 'created', limit: 20 };
      return (await readApi<'searchUserTaskRuns'>('/user-task-runs', query, signal)).results;
    },
  });

/** Where a task stands in its workflow. */
export const diagramQuery = ({ wfRunId, guid }: TaskId) =>
  queryOptions({
    queryKey: ['userTaskDiagram', wfRunId, guid],
    queryFn: ({ signal }) =>
      readApi<'getUserTaskDiagram'>(apiPath`/wf-runs/${wfRunId}/user-task-runs/${guid}/diagram`, {}, signal),
  });
