import { queryOptions } from '@tanstack/react-query';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
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

/** A task that the page brought along. What became of it until the browser followed what happens is seen by reading it once more. */
export const givenTaskQuery = (task: UserTaskRun) =>
  queryOptions({ ...taskQuery(task), initialData: task, refetchOnMount: 'always' });
