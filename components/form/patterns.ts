import type { MatchesWhole } from '#contracts/form/field-rules.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';

let loaded: Promise<MatchesWhole> | undefined;

/** RE2 weighs more than the rest of a form, so it comes only with a form that has a pattern. */
export async function matcherOf(fields: readonly UserTaskField[]): Promise<MatchesWhole> {
  if (!fields.some(({ pattern }) => pattern !== undefined)) return takeAll;
  loaded ??= load();
  try {
    return await loaded;
  } catch {
    // The server checks again, so a reader whose connection is gone need not be held up; next time it may come.
    loaded = undefined;
    return takeAll;
  }
}

const takeAll: MatchesWhole = () => true;

async function load(): Promise<MatchesWhole> {
  const { matchesWhole, patternError } = await import('#contracts/form/pattern.ts');
  // In a preview a pattern may be half written.
  return (pattern, text) => patternError(pattern) !== null || matchesWhole(pattern, text);
}
