// Starts a request for someone: node examples/it-request/run.ts maria
import { DocketClient } from '#sdk';
import { readConfig } from './config.ts';

const config = readConfig();
const [requester = 'maria'] = process.argv.slice(2);
const run = await new DocketClient(config).runWf({ wfSpecName: 'it-request', variables: { requester }, requester });
console.log(`${run.id} has begun: the form waits for ${requester} at ${config.url}`);
