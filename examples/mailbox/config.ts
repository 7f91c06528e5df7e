// The environment of the mailbox; the only file in it that reads it.

/** The two ports to listen on. Ends the process with one line when one is not a port. */
export function readConfig(): { smtpPort: number; webPort: number } {
  return {
    smtpPort: readPort('MAILBOX_SMTP_PORT', 3026),
    webPort: readPort('MAILBOX_PORT', 3025),
  };
}

function readPort(name: string, fallback: number): number {
  const text = process.env[name] || String(fallback);
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  console.error(`${name} must be a port between 0 and 65535: "${text}"`);
  process.exit(1);
}
