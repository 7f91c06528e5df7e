// The only place in which a form's rules become a check: the browser's form, the server and the SDK all ask here (decisions 4 and 11).
import { isSameValue } from './form/compare.ts';
import { typeFault, valueFault } from './form/field-rules.ts';
import { isBlank, shownFields } from './form/shown-fields.ts';
import type { JsonObject } from './json.ts';
import type { FieldError } from './problem.ts';
import { fieldLabel, type UserTaskField } from './user-task-def.ts';

export type FormCheck = { ok: true; results: JsonObject } | { ok: false; errors: FieldError[] };

/**
 * Checks part of a form: names and types, and that nothing read-only is changed; nothing is required. Null stays, since in a save it
 * clears a field. Errors carry the path `results.<field>`.
 */
export function checkDraft(fields: readonly UserTaskField[], given: JsonObject): FormCheck {
  const errors = unknownFields(fields, given);
  const results: JsonObject = {};
  for (const field of fields) {
    if (!Object.hasOwn(given, field.name)) continue;
    const value = given[field.name] ?? null;
    const fault = readOnlyFault(field, given) ?? typeFault(field, value);
    if (fault !== null) errors.push(errorAt(field, fault));
    else if (!field.readOnly) results[field.name] = value;
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, results };
}

/**
 * Checks a whole form: every rule of every field that is shown. `saved` is the draft that the request's values are laid over, or what a
 * fresh form starts with. The results hold a key per field that is shown and has an answer, in the form's order.
 */
export function checkComplete(fields: readonly UserTaskField[], given: JsonObject, saved: JsonObject = {}): FormCheck {
  const errors = unknownFields(fields, given);
  const results: JsonObject = {};
  for (const { field, isRequired, value } of shownFields(fields, mergeDraft(saved, given))) {
    const isMissing = isRequired && isBlank(value);
    const fault =
      readOnlyFault(field, given) ?? (isMissing ? 'is required' : value === null ? null : valueFault(field, value));
    if (fault !== null) errors.push(errorAt(field, fault));
    else if (value !== null) results[field.name] = value;
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, results };
}

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

function unknownFields(fields: readonly UserTaskField[], given: JsonObject): FieldError[] {
  const names = new Set(fields.map(({ name }) => name));
  return Object.keys(given)
    .filter((name) => !names.has(name))
    .map((name) => ({ path: `results.${name}`, message: 'is not a field of this form' }));
}

function readOnlyFault({ name, type, readOnly, defaultValue = null }: UserTaskField, given: JsonObject): string | null {
  const value = Object.hasOwn(given, name) ? (given[name] ?? null) : null;
  return readOnly && value !== null && !isSameValue(type, value, defaultValue) ? 'cannot be changed' : null;
}

const errorAt = (field: UserTaskField, fault: string): FieldError => ({
  path: `results.${field.name}`,
  message: `${fieldLabel(field)} ${fault}`,
});
