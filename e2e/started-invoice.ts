// A run whose second task has all that a task can have: notes, details, a due date, a priority, an earlier answer, and hooks.
import { DocketClient, defineUserTask, defineWorkflow, registerWorkflow } from '#sdk';
import type { Started } from './started-for-finance.ts';

const invoice = defineUserTask({
  name: 'journey-invoice',
  displayName: { en: 'Invoice received', de: 'Rechnung eingegangen' },
  fields: {
    number: { type: 'STR', displayName: { en: 'Invoice number', de: 'Rechnungsnummer' }, widget: 'text' },
    amount: { type: 'DOUBLE', displayName: { en: 'Amount', de: 'Betrag' }, min: 0 },
  },
});

const check = defineUserTask({
  name: 'journey-invoice-check',
  displayName: { en: 'Check an invoice', de: 'Rechnung prüfen' },
  description: {
    en: 'Compare the invoice with the order before it is paid.',
    de: 'Vergleichen Sie die Rechnung mit der Bestellung, bevor sie bezahlt wird.',
  },
  fields: {
    costCentre: {
      type: 'STR',
      displayName: { en: 'Cost centre', de: 'Kostenstelle' },
      widget: 'text',
      required: false,
    },
    discount: { type: 'DOUBLE', displayName: { en: 'Discount', de: 'Skonto' }, required: false },
    remarks: { type: 'STR', displayName: { en: 'Remarks', de: 'Bemerkungen' }, widget: 'multiline' },
    isApproved: { type: 'BOOL', displayName: { en: 'Pay it', de: 'Zahlen' } },
  },
});

const workflow = defineWorkflow('journey-invoice', (wf) => {
  const supplier = wf.input('supplier', 'STR', { required: true });
  const due = wf.input('due', 'TIMESTAMP', { required: true });
  const received = wf.assignUserTask(invoice, {
    userGroup: 'finance',
    title: wf.format('Enter the invoice of {0}', supplier),
  });
  wf.assignUserTask(check, {
    userGroup: 'finance',
    title: wf.format('Check the invoice of {0}', supplier),
    context: wf.format('Invoice {0} · {1}', received.jsonPath('$.number'), supplier),
    notes: wf.format('**{0}** is a new supplier.\n\n- Is the _order_ signed?\n- Does the amount fit?', supplier),
    details: [
      { label: 'Supplier', value: supplier },
      { label: 'Amount', value: received.jsonPath('$.amount') },
      { label: 'Number', value: received.jsonPath('$.number') },
    ],
    priority: 80,
    dueAt: due,
  })
    .releaseToGroupOnDeadline(3 * 3600)
    .reassignUserTask(26 * 3600, { userId: 'ivan' })
    .cancelUserTaskRunAfter(3 * 86_400, 'Nobody checked it in time');
});

/** Starts a run and enters the invoice, so that its check waits for the group finance. */
export async function startedInvoice(docket: { url: string; apiKey: string }): Promise<Started> {
  const client = new DocketClient(docket);
  await registerWorkflow(client, workflow);
  const supplier = `Nordwind ${crypto.randomUUID().slice(0, 8)}`;
  const { id: wfRunId } = await client.runWf({
    wfSpecName: 'journey-invoice',
    variables: { supplier, due: new Date(Date.now() + 7_200_000).toISOString() },
    requester: 'maria',
  });
  const results = { number: '4711', amount: 2300.5 };
  await client.completeUserTaskRun({ wfRunId, guid: '0-1', userId: 'fiona', results });
  return { wfRunId, guid: '0-2', item: supplier };
}
