// What a person needs to begin, once everything is up.

export type Demo = {
  /** The key that the demo worker and the README's first calls use. */
  apiKey: string;
  /** Who can sign in, with what, and who they are. */
  people: { userId: string; password: string; description: string }[];
};

type Started = { url: string; demo: Demo | undefined; mailboxUrl: string | undefined };

/** The block that `npm start` ends with. */
export function banner({ url, demo, mailboxUrl }: Started): string {
  const facts: [string, string][] = [
    ['Docket', url],
    ['REST', `${url}/docs/api`],
  ];
  if (mailboxUrl) facts.push(['Mailbox', mailboxUrl]);
  if (demo) facts.push(['API key', demo.apiKey]);
  const people = demo?.people.map(({ userId, password, description }) => [userId, password, description]) ?? [];
  return [
    '',
    ...table(facts),
    '',
    ...(people.length > 0 ? ['  Sign in as', ...table(people), ''] : []),
    '  Ctrl-C stops it.',
    '',
  ].join('\n');
}

function table(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map(
    (row) =>
      `    ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd()}`,
  );
}
