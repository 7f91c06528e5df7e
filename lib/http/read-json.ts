// Reads a JSON body within bounds: size before it is buffered, depth before it is parsed.
import { MAX_DEPTH } from '#contracts/operations/parse-call.ts';
import type { Refusal } from '#contracts/problem.ts';

export type JsonBody = { ok: true; value: unknown } | { ok: false; refusal: Refusal };

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];

const refused = (code: Refusal['code'], detail: string): JsonBody => ({ ok: false, refusal: { code, detail } });

/** The body as JSON; none at all counts as `{}`, so that a verb without arguments needs no body. */
export async function readJson(request: Request, maxBytes: number): Promise<JsonBody> {
  const tooLarge = () => refused('PAYLOAD_TOO_LARGE', `The body must not be larger than ${maxBytes} bytes.`);
  const declared = request.headers.get('content-length');
  if (Number(declared) > maxBytes) return tooLarge();
  // The HTTP parser holds a body to its declared length; only one of unknown length has to be counted.
  const bytes = declared === null ? await readUpTo(request.body, maxBytes) : await request.arrayBuffer();
  if (!bytes) return tooLarge();
  if (bytes.byteLength === 0) return { ok: true, value: {} };

  if (!isJsonType(request.headers.get('content-type'))) {
    return refused('INVALID_ARGUMENT', 'The Content-Type of a body must be application/json.');
  }
  return parseText(bytes);
}

function parseText(bytes: ArrayBuffer | Uint8Array): JsonBody {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('INVALID_ARGUMENT', 'The body is not valid UTF-8.');
  }
  if (nestsTooDeep(text)) return refused('INVALID_ARGUMENT', `The body must not nest deeper than ${MAX_DEPTH}.`);
  try {
    const value: unknown = JSON.parse(text, text.includes('__proto__') ? refuseProto : undefined);
    return { ok: true, value };
  } catch (error) {
    const isProto = error instanceof RangeError;
    return refused('INVALID_ARGUMENT', isProto ? error.message : 'The body is not valid JSON.');
  }
}

/** JavaScript keeps this key for itself: it would be dropped on the way, silently. */
function refuseProto(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new RangeError('The body must not have the key __proto__.');
  return value;
}

async function readUpTo(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function isJsonType(contentType: string | null): boolean {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  return type === 'application/json';
}

/** Brackets outside of strings, counted: JSON.parse takes 400 ms for a megabyte of them, this three. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (inString) {
      if (char === BACKSLASH) at++;
      else if (char === QUOTE) inString = false;
    } else if (char === QUOTE) {
      inString = true;
    } else if (char === OPEN_BRACE || char === OPEN_BRACKET) {
      depth++;
      if (depth > MAX_DEPTH) return true;
    } else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) {
      depth--;
    }
  }
  return false;
}
