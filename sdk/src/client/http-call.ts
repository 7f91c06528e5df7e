// One operation over HTTP: a flat input becomes path, query and body; an answer becomes a value or an error.
import type { Operation } from '../../../lib/contracts/operations/operation.ts';
import { splitCall } from '../../../lib/contracts/operations/parse-call.ts';
import { PROBLEMS, type ProblemCode, problem } from '../../../lib/contracts/problem.ts';
import { ConnectionError, DocketError } from './docket-error.ts';

export type HttpCall = { method: Operation['method']; url: string; body: string | null };

/** Puts each key of the input where the operation has it. One that it does not know goes along, so that the server names it. */
export function writeCall(operation: Operation, baseUrl: string, input: Record<string, unknown>): HttpCall {
  const { query, body } = splitCall(operation, input);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  // A list is a key that comes several times.
  const given = Object.entries(query ?? {})
    .flatMap(([key, value]) => [value].flat().map((item): [string, unknown] => [key, item]))
    .filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return {
    method: operation.method,
    url: `${baseUrl}${path}${given.length > 0 ? `?${search}` : ''}`,
    body: operation.body ? JSON.stringify(body) : null,
  };
}

/**
 * Sends a call once and gives what the answer's body says (undefined when there is none). Throws DocketError for a refusal,
 * ConnectionError when no whole answer came in time, and the signal's reason when the caller gave up.
 */
export async function send(
  call: HttpCall,
  headers: Record<string, string>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutMs);
  try {
    const response = await fetch(call.url, {
      method: call.method,
      headers: {
        accept: 'application/json',
        ...(call.body !== null && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: call.body,
      signal: signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal,
    });
    const text = await response.text();
    if (!response.ok) throw refusalOf(response, text);
    return text === '' ? undefined : JSON.parse(text);
  } catch (error) {
    if (error instanceof DocketError) throw error;
    signal?.throwIfAborted();
    const what = timeout.signal.aborted ? `no answer within ${timeoutMs} ms` : 'the connection was lost';
    throw new ConnectionError(`${call.method} ${call.url}: ${what}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** The error that a refusal's answer is. */
export function refusalOf(response: Response, text: string): DocketError {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : undefined;
  const parsed = problem.safeParse(parseJson(text));
  if (parsed.success) return new DocketError(parsed.data, retryAfterMs);
  // Not from Docket, but from something in between, such as a proxy.
  const code = codeOf(response.status);
  const detail = `HTTP ${response.status} ${response.statusText}`.trim();
  return new DocketError(
    { type: 'about:blank', title: PROBLEMS[code].title, status: response.status, detail, code },
    retryAfterMs,
  );
}

function codeOf(status: number): ProblemCode {
  if (status === 502 || status === 504) return 'UNAVAILABLE';
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  return codes.find((code) => PROBLEMS[code].status === status) ?? (status >= 500 ? 'INTERNAL' : 'INVALID_ARGUMENT');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
