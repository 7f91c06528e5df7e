// The environment of this example; the only file in it that reads it.

/** Where Docket and the mail server are, and the key to call Docket with. Ends the process with one line when the key is missing. */
export function readConfig(): { url: string; apiKey: string; smtpUrl: string } {
  const { DOCKET_URL = 'http://127.0.0.1:3000', DOCKET_API_KEY, SMTP_URL = 'smtp://127.0.0.1:3026' } = process.env;
  if (!DOCKET_API_KEY) {
    console.error('DOCKET_API_KEY is not set. `npm start` prints a key for the demo.');
    process.exit(1);
  }
  return { url: DOCKET_URL, apiKey: DOCKET_API_KEY, smtpUrl: SMTP_URL };
}
