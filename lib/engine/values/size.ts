// The bound on the size of one value.
import type { JsonValue } from '#contracts/json.ts';
import { ValueError } from './value.ts';

const MOST_BYTES_PER_UNIT = 6;
const UTF8 = new TextEncoder();

/** Why `json` is too large, or null: it may have so many bytes as JSON in UTF-8. */
export function sizeError(json: JsonValue, maxBytes: number): string | null {
  if (json === null || typeof json === 'number' || typeof json === 'boolean') return null;
  if (typeof json === 'string' && json.length * MOST_BYTES_PER_UNIT + 2 <= maxBytes) return null;
  const bytes = UTF8.encode(JSON.stringify(json)).length;
  return bytes > maxBytes ? `has ${bytes} bytes of JSON; at most ${maxBytes} are allowed` : null;
}

/** Throws a ValueError when `json` is too large. */
export function assertSize(json: JsonValue, maxBytes: number): void {
  const error = sizeError(json, maxBytes);
  if (error !== null) throw new ValueError(`The value ${error}`);
}
