import { FIELD_TYPES, type FieldType } from '#contracts/form/field-types.ts';
import { checkComplete } from '#contracts/form-rules.ts';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { FieldError } from '#contracts/problem.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import { typeName, type VariableType, valueFits } from '#contracts/value.ts';
import type { ThreadVariable } from '#contracts/wf-spec.ts';

/** The inputs of a process as questions of a form; what a form has no field for is asked for as text. */
export function startFields(variables: readonly ThreadVariable[]): UserTaskField[] {
  return given(variables).map(({ name, type, required, default: fallback }) => ({
    name,
    required: required && fallback === undefined,
    ...(isFieldType(type) ? { type } : { type: 'STR' as const }),
    ...(typeof type === 'object' && { description: 'As JSON.' }),
    ...(fallback === undefined ? {} : { description: `Left empty: ${JSON.stringify(fallback)}` }),
  }));
}

/** The answers as input variables: what is left empty is left out, so that its default counts. */
export function startVariables(
  variables: readonly ThreadVariable[],
  answers: JsonObject,
): { ok: true; variables: JsonObject } | { ok: false; errors: FieldError[] } {
  const check = checkComplete(startFields(variables), answers);
  if (!check.ok) return check;
  const errors: FieldError[] = [];
  const entries = Object.entries(check.results).map(([name, value]) => {
    const type = variables.find((variable) => variable.name === name)?.type;
    if (!type || isFieldType(type) || typeof value !== 'string') return [name, value] as const;
    const read = typeof type === 'object' ? parse(value) : value;
    // Whether a struct has the right fields only the server knows.
    const isRight = read !== undefined && (isStruct(type) || valueFits(type, read));
    if (!isRight) errors.push({ path: `results.${name}`, message: `${name} must be ${typeName(type)}` });
    return [name, read ?? null] as const;
  });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, variables: Object.fromEntries(entries) };
}

/** A child run is given those of its parent by itself. */
const given = (variables: readonly ThreadVariable[]) => variables.filter(({ access }) => access !== 'INHERITED');

const isFieldType = (type: VariableType): type is FieldType => FIELD_TYPES.some((one) => one === type);

function isStruct(type: VariableType): boolean {
  return JSON.stringify(type).includes('"struct"');
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
