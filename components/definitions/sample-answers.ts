// Answers that a form would take, for a simulation: what it starts with, else the simplest that its rules let through.
import { shownFields } from '#contracts/form/shown-fields.ts';
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';

/** Only what must be answered is; conditions are asked on the way, since an answer may bring up the next question. */
export function sampleAnswers(fields: readonly UserTaskField[]): JsonObject {
  const answers: JsonObject = {};
  for (const { name, defaultValue } of fields) if (defaultValue !== undefined) answers[name] = defaultValue;
  for (const field of fields) {
    const asked = shownFields(fields, answers).find((one) => one.field.name === field.name);
    if (asked?.isRequired && asked.value === null) answers[field.name] = sampleOf(field);
  }
  return answers;
}

const AT = '2026-06-01T09:00:00Z';
const SOME_TEXT = 'Sample ';

function sampleOf({ type, widget, options, min, max, minLength = 0, maxLength }: UserTaskField): JsonValue {
  const [option] = options ?? [];
  if (option) return type === 'JSON_ARR' ? [option.value] : option.value;
  switch (type) {
    case 'INT':
    case 'DOUBLE':
      return min ?? (typeof max === 'number' && max < 1 ? max : 1);
    case 'BOOL':
      return true;
    case 'TIMESTAMP':
      return min ?? max ?? AT;
    case 'JSON_OBJ':
      return { sample: true };
    case 'JSON_ARR':
      return Array.from({ length: Math.max(minLength, 1) }, (_, index) => `${index + 1}`);
    case 'STR':
      if (widget === 'email') return 'sample@example.org';
      if (widget === 'uri') return 'https://example.org';
      if (widget === 'date') return AT.slice(0, 10);
      return SOME_TEXT.repeat(Math.ceil(minLength / SOME_TEXT.length) || 1)
        .slice(0, maxLength ?? Math.max(minLength, SOME_TEXT.length))
        .trimEnd()
        .padEnd(minLength, '.');
  }
}
