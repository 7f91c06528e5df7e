// Has a contract reviewed: node examples/contract-review/run.ts lease-2031 fred fiona
import { callDocket } from '../support/call-docket.ts';
import { contractReview } from './workflow.ts';

const [contract = 'lease-2031', ...named] = process.argv.slice(2);
const lawyers = named.length > 0 ? named : ['fred', 'fiona'];
await callDocket(async (client) => {
  const run = await client.runWf({ wfSpecName: contractReview.name, variables: { contract, lawyers } });
  console.log(`${run.id} has begun: ${lawyers.join(' and ')} are asked`);
});
