// The IT request with the SDK, as a program of someone else's would do it.
import { DocketClient, DocketError, registerWorkflow } from '#sdk';
import { itRequest } from '../examples/it-request/workflow.ts';
import { expect, test } from './support/test.ts';

test('an IT request with the SDK: registered, asked for, approved by finance, told by mail', async ({
  docket,
  mailbox,
}) => {
  const client = new DocketClient(docket);
  const requestedItem = `A second monitor ${crypto.randomUUID()}`;

  const registered = await registerWorkflow(client, itRequest);
  expect(await registerWorkflow(client, itRequest), 'registering again changes nothing').toEqual(registered);

  const run = await client.runWf({ wfSpecName: 'it-request', variables: { requester: 'maria' }, requester: 'maria' });
  const wfRunId = run.id;
  await client.completeUserTaskRun({
    wfRunId,
    guid: '0-1',
    userId: 'maria',
    results: { requestedItem, justification: 'Two of everything.' },
  });

  const titles: string[] = [];
  const unclaimed = { userGroup: 'finance', status: 'UNASSIGNED', limit: 1 } as const;
  for await (const tasks of client.pages('searchUserTaskRuns', unclaimed))
    titles.push(...tasks.map((task) => task.title));
  expect(titles).toContain(`Approve: ${requestedItem}`);

  const seen = await client.claimUserTaskRun({ wfRunId, guid: '0-2', userId: 'fred' });
  await client.releaseUserTaskRun({ wfRunId, guid: '0-2', userId: 'fred', reason: 'Not mine to decide.' });
  const stale = client.completeUserTaskRun({
    wfRunId,
    guid: '0-2',
    userId: 'fred',
    version: seen.version,
    results: { isApproved: true },
  });
  await expect(stale).rejects.toMatchObject({
    name: DocketError.name,
    code: 'ABORTED',
    current: { status: 'UNASSIGNED' },
  });

  const decided = await client.completeUserTaskRun({
    wfRunId,
    guid: '0-2',
    userId: 'fiona',
    results: { isApproved: true },
  });
  expect(decided).toMatchObject({ status: 'DONE', userId: 'fiona' });

  await expect.poll(async () => (await client.getWfRun({ wfRunId })).status).toBe('COMPLETED');
  const [sent] = (await client.listTaskRuns({ wfRunId })).results;
  expect(sent).toMatchObject({
    taskDefName: 'send-mail',
    status: 'SUCCESS',
    attempts: [{ number: 0, status: 'SUCCESS' }],
  });
  const [mail] = await mailbox.find(`Approved: ${requestedItem}`);
  expect(mail).toMatchObject({ to: ['maria@docket.example'] });
});
