import { checkComplete } from '#contracts/form-rules.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '#contracts/json.ts';
import type { FieldError } from '#contracts/problem.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import type { VariableType } from '#contracts/value.ts';
import type { ThreadVariable } from '#contracts/wf-spec.ts';

/** The inputs of a process as questions of a form; JSON is asked for as text. */
export function startFields(variables: readonly ThreadVariable[]): UserTaskField[] {
  return variables.map(({ name, type, required, default: fallback }) => ({
    name,
    required: required && fallback === undefined,
    ...(isJson(type)
      ? { type: 'STR' as const, description: type === 'JSON_OBJ' ? 'A JSON object.' : 'A JSON array.' }
      : { type }),
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
    if (!type || !isJson(type) || typeof value !== 'string') return [name, value] as const;
    const parsed = parseAs(type, value);
    if (parsed === undefined) {
      errors.push({
        path: `results.${name}`,
        message: `${name} must be a JSON ${type === 'JSON_OBJ' ? 'object' : 'array'}`,
      });
    }
    return [name, parsed ?? null] as const;
  });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, variables: Object.fromEntries(entries) };
}

const isJson = (type: VariableType): type is 'JSON_OBJ' | 'JSON_ARR' => type === 'JSON_OBJ' || type === 'JSON_ARR';

function parseAs(type: 'JSON_OBJ' | 'JSON_ARR', text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return (type === 'JSON_OBJ' ? isJsonObject(value) : Array.isArray(value)) ? value : undefined;
  } catch {
    return undefined;
  }
}
