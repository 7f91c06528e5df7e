// The two kinds of answer of the REST app: JSON, and problem+json (RFC 9457), each with the headers that every answer has.
import { type Problem, type Refusal, toProblem } from '#contracts/problem.ts';

type Extra = Record<string, string>;

function headersFor(requestId: string, contentType: string, extra: Extra): Extra {
  return {
    'Content-Type': contentType,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
    ...extra,
  };
}

/** A JSON answer, serialized here and nowhere else; 204 has no body. */
export function jsonResponse(requestId: string, status: number, body: unknown): Response {
  if (status === 204)
    return new Response(null, { status, headers: { 'Cache-Control': 'no-store', 'X-Request-Id': requestId } });
  return new Response(JSON.stringify(body), { status, headers: headersFor(requestId, 'application/json', {}) });
}

/** What a client must be told beside the body, by code. */
const CODE_HEADERS: Partial<Record<Problem['code'], Extra>> = {
  UNAUTHENTICATED: { 'WWW-Authenticate': 'Bearer realm="docket"' },
  RESOURCE_EXHAUSTED: { 'Retry-After': '1' },
  UNAVAILABLE: { 'Retry-After': '1' },
};

/** The answer to a refused call. */
export function problemResponse(requestId: string, refusal: Refusal): Response {
  const problem = toProblem(refusal);
  return problemBody(requestId, problem, CODE_HEADERS[refusal.code] ?? {});
}

/** 405: the path exists, the method does not. No code of its own: nobody can react to it but by reading it. */
export function methodNotAllowed(requestId: string, method: string, allowed: string[]): Response {
  const refusal = {
    code: 'INVALID_ARGUMENT',
    detail: `${method} is not allowed here; ${allowed.join(', ')} is.`,
  } as const;
  const problem = { ...toProblem(refusal), title: 'Method not allowed', status: 405 };
  return problemBody(requestId, problem, { Allow: allowed.join(', ') });
}

function problemBody(requestId: string, problem: Problem, extra: Extra): Response {
  const headers = headersFor(requestId, 'application/problem+json', extra);
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
