// GET /events as server-sent events: one text stream per caller, written no faster than it is read.
import type { Authenticate } from '#auth/authentication.ts';
import type { LiveEvent } from '#contracts/live-event.ts';
import type { Principal } from '#contracts/principal.ts';
import type { Refusal } from '#contracts/problem.ts';
import { problemResponse } from './respond.ts';

type Told = { id: string; event: LiveEvent | null };

/** Follows what changes; `rest` waits for what happens, and ends when the caller may no longer see it. */
export type Follow = (call: {
  principal: Principal;
  renew: () => Promise<Principal | null>;
  lastEventId: string | null;
  signal: AbortSignal;
}) => Promise<
  { ok: true; output: { first: Told; rest: AsyncGenerator<Told, void, undefined> } } | { ok: false; refusal: Refusal }
>;

// After which a browser that lost the stream asks again.
const RETRY_MS = 2000;

export async function streamEvents(
  follow: Follow,
  authenticate: Authenticate,
  request: Request,
  requestId: string,
): Promise<Response> {
  const who = await authenticate(request);
  if (!who.ok) return problemResponse(requestId, who.refusal);
  const gone = new AbortController();
  const followed = await follow({
    principal: who.principal,
    renew: async () => {
      const now = await authenticate(request);
      return now.ok ? now.principal : null;
    },
    lastEventId: request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('lastEventId'),
    signal: AbortSignal.any([request.signal, gone.signal]),
  });
  if (!followed.ok) return problemResponse(requestId, followed.refusal);
  const { first, rest } = followed.output;
  const utf8 = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(utf8.encode(`retry: ${RETRY_MS}\n\n${textOf(first)}`)),
    pull: async (controller) => {
      const told = await rest.next();
      if (told.done) controller.close();
      else controller.enqueue(utf8.encode(textOf(told.value)));
    },
    cancel: async () => {
      gone.abort();
      await rest.return();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
      'X-Content-Type-Options': 'nosniff',
      'X-Request-Id': requestId,
    },
  });
}

/** An event that has no data moves on the id alone: browsers tell nobody of it. */
const textOf = ({ id, event }: Told): string =>
  event === null ? `id: ${id}\n\n` : `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`;
