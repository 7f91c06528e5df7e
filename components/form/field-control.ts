import type { UserTaskField } from '#contracts/user-task-def.ts';

/** Beyond so many, options fold away into a list that can be searched. */
const MAX_IN_SIGHT = 5;

export type FieldControl =
  | 'line'
  | 'lines'
  | 'date'
  | 'number'
  | 'yes-no'
  | 'switch'
  | 'checkbox'
  | 'instant'
  | 'day'
  | 'radio'
  | 'select'
  | 'checkboxes'
  | 'multi-select'
  | 'person'
  | 'group'
  | 'json';

/**
 * How a field is asked: as its widget says, or else as its type suggests. A yes or no that must be given starts unanswered, so that nobody
 * says No by saying nothing.
 */
export function controlOf(field: UserTaskField): FieldControl {
  const { type, widget, options } = field;
  const isLong = options !== undefined && options.length > MAX_IN_SIGHT;
  if (type === 'JSON_ARR') return options ? (isLong ? 'multi-select' : 'checkboxes') : 'json';
  if (options) return widget === 'select' || (widget !== 'radio' && isLong) ? 'select' : 'radio';
  switch (type) {
    case 'STR':
      return textControl(field);
    case 'INT':
    case 'DOUBLE':
      return 'number';
    case 'BOOL':
      if (widget === 'switch' || widget === 'checkbox') return widget;
      if (widget === 'select') return 'select';
      return widget === 'radio' || field.required || field.requiredWhen ? 'yes-no' : 'switch';
    case 'TIMESTAMP':
      return widget === 'date' ? 'day' : 'instant';
    case 'JSON_OBJ':
      return 'json';
  }
}

function textControl({ widget, pattern }: UserTaskField): FieldControl {
  switch (widget) {
    case undefined:
      // A text that follows a pattern is a number or a code, not an account of something.
      return pattern === undefined ? 'lines' : 'line';
    case 'multiline':
      return 'lines';
    case 'date':
      return 'date';
    case 'user':
      return 'person';
    case 'group':
      return 'group';
    default:
      return 'line';
  }
}
