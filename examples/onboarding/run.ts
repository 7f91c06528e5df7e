// Someone begins in two minutes: node examples/onboarding/run.ts Alex maria
import { callDocket } from '../support/call-docket.ts';
import { onboarding } from './workflow.ts';

const [person = 'Alex', mentor = 'maria'] = process.argv.slice(2);
await callDocket(async (client) => {
  const firstDay = new Date(Date.now() + 120_000).toISOString();
  const run = await client.runWf({ wfSpecName: onboarding.name, variables: { person, mentor, firstDay } });
  console.log(`${run.id} has begun: it prepares a desk, and ${person} begins at ${firstDay}`);
});
