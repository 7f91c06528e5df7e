// The only place in which a form's rules become a check: the browser's form, the server and the SDK all ask here (decisions 4 and 11).
import type { JsonObject } from '../json.ts';
import type { FieldError } from '../problem.ts';
import { fieldLabel, type UserTaskField } from '../user-task-def.ts';
import { isSameValue } from './compare.ts';
import type { Fault } from './fault.ts';
import { faultText } from './fault-text.ts';
import { type MatchesWhole, typeFault, valueFault } from './field-rules.ts';
import { mergeDraft } from './merge-draft.ts';
import { isBlank, shownFields } from './shown-fields.ts';

export type FormCheck = { ok: true; results: JsonObject } | { ok: false; errors: FieldError[] };

/** Part of a form: names and types, and that nothing read-only is changed; nothing is required. */
export function checkSome(fields: readonly UserTaskField[], given: JsonObject): FormCheck {
  const errors = unknownFields(fields, given);
  const results: JsonObject = {};
  for (const field of fields) {
    if (!Object.hasOwn(given, field.name)) continue;
    const value = given[field.name] ?? null;
    const fault = fixedFault(field, given) ?? typeFault(field, value);
    if (fault !== null) errors.push(errorAt(field, fault));
    else if (!field.readOnly) results[field.name] = value;
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, results };
}

/** A whole form: every rule of every field that is shown. */
export function checkAll(
  fields: readonly UserTaskField[],
  given: JsonObject,
  saved: JsonObject,
  matches: MatchesWhole,
): FormCheck {
  const errors = unknownFields(fields, given);
  const results: JsonObject = {};
  for (const { field, isRequired, value } of shownFields(fields, mergeDraft(saved, given))) {
    const fault = fixedFault(field, given) ?? answerFault(field, isRequired, value, matches);
    if (fault !== null) errors.push(errorAt(field, fault));
    else if (value !== null) results[field.name] = value;
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, results };
}

function answerFault(
  field: UserTaskField,
  isRequired: boolean,
  value: JsonObject[string],
  matches: MatchesWhole,
): Fault | null {
  if (isRequired && isBlank(value)) return { rule: 'required' };
  return value === null ? null : valueFault(field, value, matches);
}

function unknownFields(fields: readonly UserTaskField[], given: JsonObject): FieldError[] {
  const names = new Set(fields.map(({ name }) => name));
  return Object.keys(given)
    .filter((name) => !names.has(name))
    .map((name) => ({ path: `results.${name}`, message: 'is not a field of this form', rule: 'unknown' }));
}

function fixedFault({ name, type, readOnly, defaultValue = null }: UserTaskField, given: JsonObject): Fault | null {
  const value = Object.hasOwn(given, name) ? (given[name] ?? null) : null;
  return readOnly && value !== null && !isSameValue(type, value, defaultValue) ? { rule: 'fixed' } : null;
}

const errorAt = (field: UserTaskField, fault: Fault): FieldError => ({
  path: `results.${field.name}`,
  message: `${fieldLabel(field)} ${faultText(field, fault)}`,
  ...fault,
});
