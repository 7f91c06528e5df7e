import { queryOptions } from '@tanstack/react-query';
import { apiPath, readApi } from '../api/read-api.ts';
import { triedAgain } from '../api/unread.ts';

export type TaskId = { wfRunId: string; guid: string };

/** Under which a task is kept in the browser; whoever hears of a change makes it be read again by this. */
export const taskKey = ({ wfRunId, guid }: TaskId) => ['userTaskRun', wfRunId, guid] as const;

/** A task as the reader may see it. */
export const taskQuery = ({ wfRunId, guid }: TaskId) =>
  queryOptions({
    queryKey: taskKey({ wfRunId, guid }),
    queryFn: ({ signal }) => readApi<'getUserTaskRun'>(apiPath`/wf-runs/${wfRunId}/user-task-runs/${guid}`, {}, signal),
    refetchInterval: triedAgain.refetchInterval,
  });

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
