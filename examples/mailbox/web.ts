// The web side: the mailbox as a page for people and as JSON for programs.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Mailbox } from './mailbox.ts';
import { renderPage } from './page.ts';

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

type Reply = { status: number; type: 'text/html' | 'text/plain' | 'application/json'; body: string };

/** An HTTP server for the mailbox, not yet listening. */
export function createWebServer(mailbox: Mailbox): Server {
  return createServer((request, response) => {
    const { status, type, body } = replyTo(request, mailbox);
    response.writeHead(status, { ...HEADERS, 'content-type': `${type}; charset=utf-8` }).end(body);
  });
}

function replyTo(request: IncomingMessage, mailbox: Mailbox): Reply {
  // A page elsewhere that lets its own name lead to this machine must not read the mails.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) {
    return { status: 403, type: 'text/plain', body: 'Only as localhost\n' };
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, type: 'text/plain', body: 'Only GET\n' };
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  switch (url.pathname) {
    case '/': {
      const messages = mailbox.list();
      const selected = mailbox.find(Number(url.searchParams.get('id'))) ?? messages[0];
      return { status: 200, type: 'text/html', body: renderPage(messages, selected) };
    }
    case '/messages': {
      const messages = mailbox.list(url.searchParams.get('to') ?? undefined);
      return { status: 200, type: 'application/json', body: JSON.stringify({ messages }) };
    }
    default:
      return { status: 404, type: 'text/plain', body: 'Nothing here\n' };
  }
}
