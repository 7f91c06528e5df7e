// A server for tests that answers as it is told, and remembers what it was asked.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROBLEMS, type ProblemCode } from '../../../lib/contracts/problem.ts';

export type Received = {
  method: string;
  /** With the query, below `/api/v1`. */
  path: string;
  headers: IncomingMessage['headers'];
  body: unknown;
};

/** `drop` cuts the connection, `hang` never answers. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'drop' | 'hang';

export type FakeServer = AsyncDisposable & {
  url: string;
  requests: Received[];
  /** The requests whose path ends so. */
  to(ending: string): Received[];
  /** Resolves once `count` requests to paths that end so have come. */
  received(ending: string, count?: number): Promise<Received>;
};

export async function startFakeServer(answer: (request: Received) => Answer): Promise<FakeServer> {
  const requests: Received[] = [];
  const arrivals = new Set<() => void>();
  const to = (ending: string) => requests.filter((request) => request.path.endsWith(ending));

  const server = createServer(async (message, response) => {
    message.setEncoding('utf8');
    let text = '';
    for await (const chunk of message) text += chunk;
    const request = {
      method: message.method ?? '',
      path: (message.url ?? '').replace('/api/v1', ''),
      headers: message.headers,
      body: text === '' ? null : JSON.parse(text),
    };
    requests.push(request);
    for (const arrived of arrivals) arrived();
    const given = answer(request);
    if (given === 'drop') message.socket.destroy();
    else if (given !== 'hang') {
      response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
      response.end(
        given.body === undefined ? '' : typeof given.body === 'string' ? given.body : JSON.stringify(given.body),
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    to,
    received: (ending, count = 1) =>
      new Promise((resolve) => {
        const check = () => {
          const request = to(ending)[count - 1];
          if (!request) return;
          arrivals.delete(check);
          resolve(request);
        };
        arrivals.add(check);
        check();
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The answer to a call that is refused. */
export function refusal(code: ProblemCode, detail: string, more: Record<string, unknown> = {}): Answer {
  const { status, title } = PROBLEMS[code];
  return { status, body: { type: 'about:blank', title, status, detail, code, ...more } };
}
