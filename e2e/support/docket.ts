// Where the Docket under test is: told by the setup to the workers that run the journeys.

export type Docket = {
  url: string;
  /** A service key of the demo tenant. */
  apiKey: string;
  mailboxUrl: string;
};

const VARIABLE = 'DOCKET_UNDER_TEST';

export function publishDocket(docket: Docket): void {
  process.env[VARIABLE] = JSON.stringify(docket);
}

export function docketUnderTest(): Docket {
  const text = process.env[VARIABLE];
  if (text === undefined) throw new Error('Docket was not started: run the journeys through Playwright.');
  return JSON.parse(text) as Docket;
}
