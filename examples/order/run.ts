// Orders something: node examples/order/run.ts
// Or tells of something about an order: node examples/order/run.ts <run> address-changed "3 Elm Road, Otherton"
import { callDocket } from '../support/call-docket.ts';
import { order } from './workflow.ts';

const [wfRunId, event, content = null] = process.argv.slice(2);
await callDocket(async (client) => {
  if (wfRunId !== undefined && event !== undefined) {
    await client.putExternalEvent({ wfRunId, externalEventDefName: event, content });
    console.log(`${wfRunId} was told of ${event}`);
    return;
  }
  const variables = {
    item: 'lamp',
    amount: 2,
    price: 39.5,
    card: '4000 1234 5678 9010',
    address: '1 Oak Lane, Sometown',
  };
  const run = await client.runWf({ wfSpecName: order.name, variables });
  console.log(`${run.id} has begun: it is packed once the card is charged`);
});
