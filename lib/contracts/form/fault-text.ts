// Faults in the words of the API, which are English and follow the field's label.
import { textIn } from '../local-text.ts';
import type { FieldOption, UserTaskField } from '../user-task-def.ts';
import type { Fault } from './fault.ts';
import type { FieldType } from './field-types.ts';

const EXPECTED: Record<FieldType, string> = {
  STR: 'must be text',
  INT: 'must be a whole number',
  DOUBLE: 'must be a number',
  BOOL: 'must be yes or no',
  TIMESTAMP: 'must be a date and time with its zone, like 2026-05-01T09:30:00Z',
  JSON_OBJ: 'must be a JSON object',
  JSON_ARR: 'must be a JSON array',
};

export function faultText(field: UserTaskField, { rule }: Fault): string {
  const { type, options = [], min, max, minLength = 0, maxLength = 0, pattern, patternHint } = field;
  switch (rule) {
    case 'unknown':
      return 'is not a field of this form';
    case 'fixed':
      return 'cannot be changed';
    case 'required':
      return 'is required';
    case 'type':
      return EXPECTED[type];
    case 'options':
      return type === 'JSON_ARR'
        ? `must list each at most once, and nothing but ${listed(options)}`
        : `must be one of ${listed(options)}`;
    case 'min':
      return type === 'TIMESTAMP' ? `must not be before ${min}` : `must be at least ${min}`;
    case 'max':
      return type === 'TIMESTAMP' ? `must not be after ${max}` : `must be at most ${max}`;
    case 'minLength':
      return `must have at least ${counted(type, minLength)}`;
    case 'maxLength':
      return `must have at most ${counted(type, maxLength)}`;
    case 'email':
      return 'must be an e-mail address, like name@example.org';
    case 'uri':
      return 'must be an address, like https://example.org';
    case 'date':
      return 'must be a date, like 2026-05-01';
    case 'pattern':
      return patternHint === undefined ? `must match ${pattern}` : `does not fit: ${textIn(patternHint)}`;
  }
}

const MAX_LISTED = 5;

function listed(options: readonly FieldOption[]): string {
  if (options.length > MAX_LISTED) return 'the options';
  return options.map(({ value, label }) => (label === undefined ? String(value) : textIn(label))).join(', ');
}

function counted(type: FieldType, count: number): string {
  const [one, many] = type === 'STR' ? ['character', 'characters'] : ['entry', 'entries'];
  return `${count} ${count === 1 ? one : many}`;
}
