// Puts the workflow and starts it; it has no task for a worker: node examples/stocktake/run.ts maria
import { registerWorkflow } from '#sdk';
import { callDocket } from '../support/call-docket.ts';
import { stocktake } from './workflow.ts';

const [clerk = 'maria'] = process.argv.slice(2);
await callDocket(async (client) => {
  await registerWorkflow(client, stocktake);
  const variables = { clerk, shelves: ['A1', 'A2', 'B1'], expected: 42 };
  const run = await client.runWf({ wfSpecName: stocktake.name, variables, requester: clerk });
  console.log(`${run.id} has begun: the first shelf waits for ${clerk}`);
});
