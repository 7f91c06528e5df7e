// Starts a request, after a look at what would become of it: node examples/expense-escalation/run.ts maria 120
import { callDocket } from '../support/call-docket.ts';
import { expenseEscalation } from './workflow.ts';

const FOUR_DAYS = 4 * 86_400;
const [requester = 'maria', euros = '120'] = process.argv.slice(2);
const variables = { requester, euros: Number(euros), boss: 'ada' };

await callDocket(async (client) => {
  const spec = { name: expenseEscalation.name };
  const { entries } = await client.simulateWfSpec({ spec, inputs: variables, elapse: FOUR_DAYS });
  console.log('If nobody does anything:');
  for (const entry of entries)
    console.log(`  ${entry.at}  ${entry.type === 'USER_TASK' ? entry.event.type : entry.type}`);
  const run = await client.runWf({ wfSpecName: expenseEscalation.name, variables, requester });
  console.log(`${run.id} has begun: the approval waits in the inbox of finance`);
});
