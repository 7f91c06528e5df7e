// The REST app: a route per row of the operation table. It knows addresses, credentials, JSON and status codes; what a call does is handed in.
import { Hono } from 'hono';
import type { Authenticate } from '#auth/authentication.ts';
import type { Operation } from '#contracts/operations/operation.ts';
import { parseCall } from '#contracts/operations/parse-call.ts';
import { type InputOf, OPERATIONS, type OperationId, type OutputOf } from '#contracts/operations/table.ts';
import type { Principal } from '#contracts/principal.ts';
import type { Refusal } from '#contracts/problem.ts';
import { API_BASE, openApiDocument } from './openapi.ts';
import { readJson } from './read-json.ts';
import { jsonResponse, methodNotAllowed, problemResponse } from './respond.ts';

/** Who calls and how, as a service gets it beside the input. */
export type Call = {
  principal: Principal;
  /** Only ever of a POST. */
  idempotencyKey?: string | undefined;
  /** Aborted when the client has gone: a long poll then stops waiting. */
  signal?: AbortSignal | undefined;
};

/** Does what an operation says. A refusal is a value; what it throws is a bug. */
export type Invoke = <Id extends OperationId>(
  id: Id,
  call: Call,
  input: InputOf<Id>,
) => Promise<{ ok: true; output: OutputOf<Id> } | { ok: false; refusal: Refusal }>;

type Log = (details: Record<string, unknown>, message: string) => void;

export type RestAppOptions = {
  invoke: Invoke;
  authenticate: Authenticate;
  /** Whether this process can serve: its database answers and it is not shutting down. */
  isReady: () => Promise<boolean>;
  logger: { error: Log; warn: Log };
  /** The largest body, in bytes. */
  maxBodyBytes?: number;
};

const DEFAULT_MAX_BODY_BYTES = 1024 * 1024;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

/** `/api/v1`, the OpenAPI document and the health probes as one fetch-style app: `app.fetch(request)` never rejects. */
export function createRestApp(options: RestAppOptions): Hono {
  const app = new Hono();
  for (const id of Object.keys(OPERATIONS) as OperationId[]) {
    app.on(OPERATIONS[id].method, routePath(OPERATIONS[id]), ({ req }) => answer(options, id, req.raw, req.param()));
  }

  let document: string | undefined;
  app.get(`${API_BASE}/openapi.json`, (c) => {
    document ??= JSON.stringify(openApiDocument());
    return c.body(document, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' });
  });
  app.get('/health/live', () => jsonResponse(crypto.randomUUID(), 200, { status: 'live' }));
  app.get('/health/ready', async () => {
    const ready = await options.isReady().catch(() => false);
    if (ready) return jsonResponse(crypto.randomUUID(), 200, { status: 'ready' });
    return problemResponse(crypto.randomUUID(), { code: 'UNAVAILABLE', detail: 'Not ready to serve.' });
  });

  for (const [path, methods] of methodsByPath()) {
    app.all(path, ({ req }) => methodNotAllowed(crypto.randomUUID(), req.method, methods));
  }
  app.notFound(({ req }) =>
    problemResponse(crypto.randomUUID(), { code: 'NOT_FOUND', detail: `There is nothing at ${req.path}.` }),
  );
  return app;
}

/** One call, from the request to the response; a bug becomes INTERNAL, which says no more than where to look. */
async function answer(
  options: RestAppOptions,
  id: OperationId,
  request: Request,
  params: Record<string, string>,
): Promise<Response> {
  const requestId = crypto.randomUUID();
  try {
    const outcome = await perform(options, id, request, params, requestId);
    return outcome.ok
      ? jsonResponse(requestId, outcome.output === undefined ? 204 : OPERATIONS[id].status, outcome.output)
      : problemResponse(requestId, outcome.refusal);
  } catch (error) {
    options.logger.error({ requestId, operation: id, err: error }, 'call failed');
    const detail = `Something went wrong. Quote ${requestId} to the administrator.`;
    return problemResponse(requestId, { code: 'INTERNAL', detail });
  }
}

async function perform(
  { invoke, authenticate, logger, maxBodyBytes = DEFAULT_MAX_BODY_BYTES }: RestAppOptions,
  id: OperationId,
  request: Request,
  params: Record<string, string>,
  requestId: string,
): Promise<{ ok: true; output: unknown } | { ok: false; refusal: Refusal }> {
  const row: Operation = OPERATIONS[id];
  const who = await authenticate(request);
  if (!who.ok) {
    logger.warn({ requestId, operation: id, code: who.refusal.code }, 'caller refused');
    return who;
  }

  const idempotencyKey = row.method === 'POST' ? request.headers.get('idempotency-key') : null;
  if (idempotencyKey !== null && !IDEMPOTENCY_KEY.test(idempotencyKey)) {
    const detail = 'Idempotency-Key must be 1 to 255 visible ASCII characters.';
    return { ok: false, refusal: { code: 'INVALID_ARGUMENT', detail } };
  }

  const body = row.body ? await readJson(request, maxBodyBytes) : undefined;
  if (body && !body.ok) return body;
  const parsed = parseCall(id, { params, query: queryOf(request.url), body: body?.value });
  if (!parsed.ok) return parsed;

  const call = { principal: who.principal, idempotencyKey: idempotencyKey ?? undefined, signal: request.signal };
  return invoke(id, call, parsed.input);
}

/** Query parameters by name; one given twice becomes a list, which most schemas refuse by name. */
function queryOf(url: string): Record<string, string | string[]> {
  const query = new URL(url).searchParams;
  return Object.fromEntries(
    [...new Set(query.keys())].map((key) => {
      const values = query.getAll(key);
      return [key, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

function routePath(row: Operation): string {
  return API_BASE + row.path.replace(/\{(\w+)\}/g, ':$1');
}

function methodsByPath(): Map<string, string[]> {
  const methods = new Map<string, string[]>([[`${API_BASE}/openapi.json`, ['GET']]]);
  for (const row of Object.values(OPERATIONS)) {
    const path = routePath(row);
    methods.set(path, [...(methods.get(path) ?? []), row.method]);
  }
  return methods;
}
