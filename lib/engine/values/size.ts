// The bound on the size of one value.
import type { JsonValue } from '#contracts/json.ts';
import { ValueError } from './value.ts';

const MOST_BYTES_PER_UNIT = 6;
const UTF8 = new TextEncoder();

/** Throws a ValueError when `json` has more than so many bytes as JSON in UTF-8. */
export function assertSize(json: JsonValue, maxBytes: number): void {
  if (json === null || typeof json === 'number' || typeof json === 'boolean') return;
  if (typeof json === 'string' && json.length * MOST_BYTES_PER_UNIT + 2 <= maxBytes) return;
  const bytes = UTF8.encode(JSON.stringify(json)).length;
  if (bytes > maxBytes) throw new ValueError(`The value has ${bytes} bytes of JSON; at most ${maxBytes} are allowed`);
}
