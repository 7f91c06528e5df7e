// A run of the IT request that waits for finance, made through the SDK.
import { DocketClient } from '#sdk';

export type Started = { wfRunId: string; guid: string; item: string };

/** Starts a run, answers the requester's form, and gives the approval that now waits for the group finance. */
export async function startedForFinance(docket: { url: string; apiKey: string }): Promise<Started> {
  const client = new DocketClient(docket);
  const item = `A quiet keyboard ${crypto.randomUUID().slice(0, 8)}`;
  const { id: wfRunId } = await client.runWf({
    wfSpecName: 'it-request',
    variables: { requester: 'maria' },
    requester: 'maria',
  });
  await client.completeUserTaskRun({
    wfRunId,
    guid: '0-1',
    userId: 'maria',
    results: { requestedItem: item, justification: 'The old one wakes the house.' },
  });
  return { wfRunId, guid: '0-2', item };
}
