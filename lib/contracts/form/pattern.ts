// Patterns of RE2: what they match is found in a time that grows with the text alone, whoever wrote them.
import { RE2JS } from 're2js';

/** Compiled patterns kept; the oldest gives way. */
const MAX_CACHED = 1_000;
const compiled = new Map<string, RE2JS>();

/** True when the pattern matches the whole of a text. */
export function matchesWhole(pattern: string, text: string): boolean {
  return compile(pattern).testExact(text);
}

/** What is wrong with a pattern, or null. */
export function patternError(pattern: string): string | null {
  try {
    compile(pattern);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known) return known;
  const made = RE2JS.compile(pattern);
  const oldest = compiled.size >= MAX_CACHED ? compiled.keys().next().value : undefined;
  if (oldest !== undefined) compiled.delete(oldest);
  compiled.set(pattern, made);
  return made;
}
