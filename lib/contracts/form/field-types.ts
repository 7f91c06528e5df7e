// What a field of a form may hold, and how it may be asked.
export const FIELD_TYPES = ['STR', 'INT', 'DOUBLE', 'BOOL', 'TIMESTAMP', 'JSON_OBJ', 'JSON_ARR'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export const WIDGETS = [
  'text',
  'multiline',
  'email',
  'uri',
  'date',
  'datetime',
  'switch',
  'checkbox',
  'radio',
  'select',
  'multiselect',
  'user',
  'group',
  'json',
] as const;
export type Widget = (typeof WIDGETS)[number];
