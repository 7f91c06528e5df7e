// One call from the command line, told in a line when it fails.
import { ConnectionError, DocketClient, DocketError } from '#sdk';
import { readConfig } from './config.ts';

/** Does something with a client. A refusal or a lost connection is printed and ends the process as failed. */
export async function callDocket(call: (client: DocketClient) => Promise<void>): Promise<void> {
  try {
    await call(new DocketClient(readConfig()));
  } catch (error) {
    if (!(error instanceof ConnectionError || error instanceof DocketError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
