// Asks for an account: node examples/kyc/run.ts "Dr. Mabel Nightshade" AT
import { callDocket } from '../support/call-docket.ts';
import { accountOpening } from './workflow.ts';

const [name = 'Tom Brightwater', country = 'IE'] = process.argv.slice(2);
await callDocket(async (client) => {
  const applicant = { name, country, bornAt: null };
  const run = await client.runWf({ wfSpecName: accountOpening.name, variables: { applicant } });
  console.log(`${run.id} has begun: ${name} is looked up first`);
});
