// GET /events, read as it comes: one connection's worth of server-sent events.
import { type LiveEvent, liveEvent } from '../../../lib/contracts/live-event.ts';
import { ConnectionError } from './docket-error.ts';
import { refusalOf } from './http-call.ts';

/** What was told; `event` is null where only the id moved on. */
export type Told = { id: string; event: LiveEvent | null };

// The server gives a sign of life every 15 seconds.
const SILENCE_MS = 45_000;

/** Ends by ConnectionError when the connection is lost or silent, by DocketError for a refusal; by itself when the server ends it. */
export async function* readEvents(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Told, void, undefined> {
  const silent = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silent.abort(), SILENCE_MS);
  };
  try {
    heard();
    const response = await fetch(url, {
      headers: { accept: 'text/event-stream', ...headers },
      signal: signal ? AbortSignal.any([signal, silent.signal]) : silent.signal,
    });
    if (!response.ok || !response.body) throw refusalOf(response, await response.text());
    let rest = '';
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      heard();
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const told = read(block);
        if (told) yield told;
      }
    }
  } catch (error) {
    signal?.throwIfAborted();
    // What fetch and its body throw when the connection goes; a refusal has a class of its own.
    if (!(error instanceof TypeError) && !silent.signal.aborted) throw error;
    throw new ConnectionError(`GET ${url}: the connection was lost`, { cause: error });
  } finally {
    clearTimeout(timer);
    silent.abort();
  }
}

/** Null for a block without an id, such as how long to wait before asking again, and for a kind of event that is newer than this client. */
function read(block: string): Told | null {
  let id: string | undefined;
  let data: string | undefined;
  for (const line of block.split('\n')) {
    if (line.startsWith('id: ')) id = line.slice(4);
    else if (line.startsWith('data: ')) data = line.slice(6);
  }
  if (id === undefined) return null;
  if (data === undefined) return { id, event: null };
  const parsed = liveEvent.safeParse(JSON.parse(data));
  return { id, event: parsed.success ? parsed.data : null };
}
