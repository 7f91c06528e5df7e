// Moves money: node examples/payment/run.ts household savings 2500
import { callDocket } from '../support/call-docket.ts';
import { payment } from './workflow.ts';

const [from = 'household', to = 'savings', cents = '2500'] = process.argv.slice(2);
await callDocket(async (client) => {
  const run = await client.runWf({ wfSpecName: payment.name, variables: { from, to, cents: Number(cents) } });
  console.log(`${run.id} has begun: ${cents} cents go from ${from} to ${to}`);
});
