// Starts a request for someone: node examples/purchase-approval/run.ts maria
import { callDocket } from '../support/call-docket.ts';
import { purchaseApproval } from './workflow.ts';

const [requester = 'maria'] = process.argv.slice(2);
await callDocket(async (client) => {
  const run = await client.runWf({ wfSpecName: purchaseApproval.name, variables: { requester }, requester });
  console.log(`${run.id} has begun: the form waits for ${requester}`);
});
