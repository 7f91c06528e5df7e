// A little more than the demo has, where a page would be bare.
import { type DocketClient, DocketError, registerWorkflow } from '#sdk';
import { contractReview } from '../../examples/contract-review/workflow.ts';
import { expenseEscalation } from '../../examples/expense-escalation/workflow.ts';
import { accountOpening } from '../../examples/kyc/workflow.ts';
import { order } from '../../examples/order/workflow.ts';
import { purchaseApproval } from '../../examples/purchase-approval/workflow.ts';

const EXAMPLES = [contractReview, expenseEscalation, accountOpening, order, purchaseApproval];

export async function addWork(client: DocketClient): Promise<void> {
  for (const workflow of EXAMPLES) await registerWorkflow(client, workflow);
  await changeAForm(client);
  await fillADesk(client);
}

/** A second version, so that there is something to compare. */
async function changeAForm(client: DocketClient): Promise<void> {
  const { version: _, createdAt: __, ...form } = await client.getUserTaskDef({ name: 'check-invoice' });
  const section = { en: 'Booking', de: 'Buchung' };
  await client.putUserTaskDef({
    ...form,
    fields: [
      ...form.fields.map((field) => (field.name === 'discount' ? { ...field, max: 10 } : field)),
      {
        name: 'payOn',
        type: 'STR',
        widget: 'date',
        displayName: { en: 'Pay on', de: 'Bezahlen am' },
        section,
        required: false,
      },
    ],
  });
}

/** Fiona takes some of what waits: chance may have left her with nothing. */
async function fillADesk(client: DocketClient): Promise<void> {
  const { results } = await client.searchUserTaskRuns({ userGroup: 'finance', status: 'UNASSIGNED', limit: 7 });
  for (const { wfRunId, guid } of results.slice(0, 4)) {
    try {
      await client.claimUserTaskRun({ wfRunId, guid, userId: 'fiona' });
    } catch (error) {
      // What she has checked herself, somebody else approves.
      if (!(error instanceof DocketError)) throw error;
    }
  }
}
