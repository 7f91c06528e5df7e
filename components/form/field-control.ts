import type { UserTaskField } from '#contracts/user-task-def.ts';

/** Beyond so many, options fold away into a select. */
const MAX_RADIOS = 5;

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
  | 'list'
  | 'json';

/**
 * How a field is asked: as its widget says, or else as its type suggests. A yes or no that must be given starts unanswered, so that nobody
 * says No by saying nothing.
 */
export function controlOf(field: UserTaskField): FieldControl {
  const { type, widget, options } = field;
  if (type === 'JSON_ARR') return options ? 'list' : 'json';
  if (options) return widget === 'select' || (widget !== 'radio' && options.length > MAX_RADIOS) ? 'select' : 'radio';
  switch (type) {
    case 'STR':
      if (widget === 'date') return 'date';
      return widget === undefined || widget === 'multiline' ? 'lines' : 'line';
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
