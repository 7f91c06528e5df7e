// What a person needs to begin, once everything is up.

import type { Demo } from './demo.ts';

type Started = { url: string; demo: Demo | undefined; mailboxUrl: string | undefined };

/** The block that `npm start` ends with. */
export function banner({ url, demo, mailboxUrl }: Started): string {
  const facts = [
    ['Docket', url],
    ['REST reference', `${url}/docs/api`],
    ...(mailboxUrl ? [['Mailbox', mailboxUrl]] : []),
    ...(demo ? [['API key', demo.apiKey ?? 'shown where the demo was founded']] : []),
    ...(demo ? [['Password', `${demo.password}, for each of these people:`]] : []),
  ];
  const people = demo?.people.map(({ userId, about }) => [userId, about]) ?? [];
  return ['', ...table('  ', facts), ...table('    ', people), '', '  Ctrl-C stops it all.', ''].join('\n');
}

function table(indent: string, rows: string[][]): string[] {
  const width = Math.max(...rows.map(([head = '']) => head.length));
  return rows.map(([head = '', text]) => `${indent}${head.padEnd(width)}   ${text}`);
}
