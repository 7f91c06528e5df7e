// The environment of the examples; the only file that reads it for them.

/** Where Docket is, and the key to call it with. Ends the process with one line when the key is missing. */
export function readConfig(): { url: string; apiKey: string } {
  const { DOCKET_URL = 'http://127.0.0.1:3000', DOCKET_API_KEY } = process.env;
  if (!DOCKET_API_KEY) {
    console.error('DOCKET_API_KEY is not set. `npm start` prints a key for the demo.');
    process.exit(1);
  }
  return { url: DOCKET_URL, apiKey: DOCKET_API_KEY };
}
