// The bound on the size of one value.
import type { JsonValue } from '#contracts/json.ts';
import { ValueError } from './value.ts';

const MOST_BYTES_PER_UNIT = 6;

/** Why `json` is too large, or null: it may have so many bytes as JSON in UTF-8. */
export function sizeError(json: JsonValue, maxBytes: number): string | null {
  if (json === null || typeof json === 'number' || typeof json === 'boolean') return null;
  if (typeof json === 'string' && json.length * MOST_BYTES_PER_UNIT + 2 <= maxBytes) return null;
  const bytes = utf8Bytes(JSON.stringify(json));
  return bytes > maxBytes ? `has ${bytes} bytes of JSON; at most ${maxBytes} are allowed` : null;
}

/** Throws a ValueError when `json` is too large. */
export function assertSize(json: JsonValue, maxBytes: number): void {
  const error = sizeError(json, maxBytes);
  if (error !== null) throw new ValueError(`The value ${error}`);
}

/** How many bytes a text has in UTF-8; JSON has no lone surrogates. */
function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // A surrogate pair is two units and four bytes.
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isSurrogate ? 2 : 3;
  }
  return bytes;
}
