// What of the demo's work the tour shows: found by asking, since chance made it.
import type { DocketClient, UserTaskRunSummary } from '#sdk';

export type Places = {
  /** On fiona's desk, with a form that is to be filled in. */
  held: string;
  /** The finished task with the longest history. */
  storied: string;
  /** A run that people work on, and one that is in trouble. */
  run: string;
  brokenRun: string;
};

export async function findPlaces(client: DocketClient): Promise<Places> {
  const [held, finished, running, broken] = await Promise.all([
    client.searchUserTaskRuns({ userId: 'fiona', status: ['ASSIGNED'], limit: 20 }),
    client.searchUserTaskRuns({ userTaskDefName: 'approve-payment', status: ['DONE'], limit: 40 }),
    client.searchWfRuns({ wfSpecName: 'invoice-approval', status: 'RUNNING', limit: 40 }),
    client.searchWfRuns({ status: 'ERROR', limit: 1 }),
  ]);
  const histories = await Promise.all(
    finished.results.map(async (task) => {
      const { events } = await client.getUserTaskRun({ wfRunId: task.wfRunId, guid: task.guid });
      return { task, length: events.length };
    }),
  );
  const approvals = held.results.filter(({ userTaskDefName }) => userTaskDefName === 'check-invoice');
  const { results: late } = await client.searchUserTaskRuns({
    userTaskDefName: 'approve-payment',
    status: ['UNASSIGNED', 'ASSIGNED'],
    limit: 1,
  });
  return {
    held: addressOf(approvals[0] ?? held.results[0]),
    storied: addressOf(histories.sort((a, b) => b.length - a.length)[0]?.task),
    run: present(late[0]?.wfRunId ?? running.results[0]?.id),
    brokenRun: present(broken.results[0]?.id ?? running.results[0]?.id),
  };
}

const addressOf = (task: UserTaskRunSummary | undefined) => `${present(task?.wfRunId)}/${present(task?.guid)}`;

function present(text: string | undefined): string {
  if (text === undefined) throw new Error('The demo has no work that the tour could show.');
  return text;
}
