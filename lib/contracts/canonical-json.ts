// One text for one JSON value (RFC 8785): keys sorted by their UTF-16 units, no spaces, numbers as JavaScript writes them.
import type { JsonValue } from './json.ts';

/** The same text for equal values, whatever the order of their keys. A key whose value is undefined counts as absent. */
export function canonicalJson(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text && ','}${canonicalJson(item)}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}
