// Starts a request for someone: node examples/it-request/run.ts maria
import { ConnectionError, DocketClient, DocketError } from '#sdk';
import { readConfig } from './config.ts';

const config = readConfig();
const [requester = 'maria'] = process.argv.slice(2);
try {
  const run = await new DocketClient(config).runWf({ wfSpecName: 'it-request', variables: { requester }, requester });
  console.log(`${run.id} has begun: the form waits for ${requester} at ${config.url}`);
} catch (error) {
  if (!(error instanceof ConnectionError || error instanceof DocketError)) throw error;
  console.error(`The request could not be started. ${error.message}`);
  process.exitCode = 1;
}
