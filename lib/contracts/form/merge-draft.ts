// What a form starts with, and what is laid over it.
import type { JsonObject } from '../json.ts';
import type { UserTaskField } from '../user-task-def.ts';

/** What a fresh form starts with. */
export function defaultAnswers(fields: readonly UserTaskField[]): JsonObject {
  const given = fields.flatMap(({ name, defaultValue }) =>
    defaultValue === undefined ? [] : [[name, defaultValue] as const],
  );
  return Object.fromEntries(given);
}

/** A draft with newer values laid over it; a null clears its field. */
export function mergeDraft(saved: JsonObject, given: JsonObject): JsonObject {
  const merged = Object.entries({ ...saved, ...given }).filter(([, value]) => value !== null);
  return Object.fromEntries(merged);
}
