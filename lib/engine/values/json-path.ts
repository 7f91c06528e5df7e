// JSONPath (RFC 9535) into a JSON value: parsed once, and bounded so that no path can run away with the engine.
import { JSONPathEnvironment, JSONPathError, type JSONPathQuery } from 'json-p3';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import { readJson } from './read.ts';
import { type Value, ValueError } from './value.ts';

/** Parsed paths kept; the oldest gives way. */
const MAX_CACHED = 2_000;
/** Commas in lists of selectors: each may double what is visited. */
const MAX_COMMAS = 5;

const environment = new JSONPathEnvironment();
// Their regular expressions backtrack: a short pattern could hold the engine for hours.
environment.functionRegister.delete('match');
environment.functionRegister.delete('search');

const parsed = new Map<string, JSONPathQuery>();

/** What `path` finds: nothing is null, one is its value, several are a JSON_ARR. */
export function queryJson(path: string, json: JsonObject | JsonValue[]): Value {
  const query = parse(path);
  const found = guarded(path, () => query.query(json).values()) as JsonValue[];
  return readJson(found.length > 1 ? found : (found[0] ?? null));
}

/** What is wrong with a path, or null. */
export function jsonPathError(path: string): string | null {
  try {
    parse(path);
    return null;
  } catch (error) {
    if (error instanceof ValueError) return error.message;
    throw error;
  }
}

function parse(path: string): JSONPathQuery {
  const known = parsed.get(path);
  if (known) return known;
  const query = guarded(path, () => environment.compile(rooted(path)));
  assertBounded(path, query);
  const oldest = parsed.size >= MAX_CACHED ? parsed.keys().next().value : undefined;
  if (oldest !== undefined) parsed.delete(oldest);
  parsed.set(path, query);
  return query;
}

/** A path may be written without its `$`. */
function rooted(path: string): string {
  if (path.startsWith('$')) return path;
  return path.startsWith('[') ? `$${path}` : `$.${path}`;
}

/** Keeps the cost of a path near the size of the value times its own length; without this rule it may grow as a power of it. */
function assertBounded(path: string, query: JSONPathQuery): void {
  const skeleton = query.toString().replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '');
  const count = (part: string) => skeleton.split(part).length - 1;
  const reason =
    (count('..') > 1 && 'it uses .. more than once') ||
    (count('$') > 1 && 'a filter starts from $ again') ||
    (count(',') > MAX_COMMAS && 'it lists too many selectors');
  if (reason) throw new ValueError(`JSONPath ${path} is too costly: ${reason}`);
}

function guarded<T>(path: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof JSONPathError) throw new ValueError(`JSONPath ${path}: ${error.message}`);
    throw error;
  }
}
