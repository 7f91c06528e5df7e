// Expects goods and an invoice: node examples/invoice-matching/run.ts PO-7 250
// Or tells of them: node examples/invoice-matching/run.ts PO-7 goods, node examples/invoice-matching/run.ts PO-7 invoice 250
import { callDocket } from '../support/call-docket.ts';
import { goodsReceived, invoiceReceived } from './definitions.ts';
import { invoiceMatching } from './workflow.ts';

const [key = 'PO-7', what = '250', euros = '250'] = process.argv.slice(2);
await callDocket(async (client) => {
  if (what === 'goods') {
    await client.putCorrelatedEvent({ externalEventDefName: goodsReceived.name, key });
  } else if (what === 'invoice') {
    const content = { number: `INV-${key}`, euros: Number(euros), lines: ['as ordered'] };
    await client.putCorrelatedEvent({ externalEventDefName: invoiceReceived.name, key, content });
  } else {
    const variables = { purchaseOrder: key, ordered: Number(what) };
    const run = await client.runWf({ wfSpecName: invoiceMatching.name, variables });
    console.log(`${run.id} waits for the goods and the invoice of ${key}`);
  }
});
