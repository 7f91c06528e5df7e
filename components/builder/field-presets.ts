// The kinds of questions that the palette offers, each as the field that it begins with.
import {
  AtSign,
  Binary,
  Braces,
  Calendar,
  CalendarClock,
  CircleDot,
  Hash,
  Heading,
  type IconNode,
  Link,
  List,
  ListChecks,
  Sigma,
  SquareCheck,
  TextCursorInput,
  ToggleRight,
  UserRound,
  UsersRound,
  WrapText,
} from 'lucide';
import type { FieldType, Widget } from '#contracts/form/field-types.ts';
import type { FieldOption } from '#contracts/user-task-def.ts';
import type { DraftField } from './form-draft.ts';

export const PRESETS = [
  'text',
  'multiline',
  'integer',
  'decimal',
  'yesNo',
  'switch',
  'radio',
  'select',
  'multiselect',
  'date',
  'moment',
  'email',
  'link',
  'person',
  'group',
  'json',
  'list',
] as const;
export type Preset = (typeof PRESETS)[number];
/** What can be put into a form: a question, or a heading. */
export type PaletteKind = Preset | 'section';

export const PALETTE_ICONS: Record<PaletteKind, IconNode> = {
  text: TextCursorInput,
  multiline: WrapText,
  integer: Hash,
  decimal: Sigma,
  yesNo: SquareCheck,
  switch: ToggleRight,
  radio: CircleDot,
  select: List,
  multiselect: ListChecks,
  date: Calendar,
  moment: CalendarClock,
  email: AtSign,
  link: Link,
  person: UserRound,
  group: UsersRound,
  json: Braces,
  list: Binary,
  section: Heading,
};

const OPTIONS: FieldOption[] = [{ value: 'a' }, { value: 'b' }];
type Shape = { type: FieldType; widget?: Widget; options?: FieldOption[]; required?: boolean };

const SHAPES: Record<Preset, Shape> = {
  text: { type: 'STR', widget: 'text' },
  multiline: { type: 'STR', widget: 'multiline' },
  integer: { type: 'INT' },
  decimal: { type: 'DOUBLE' },
  yesNo: { type: 'BOOL', widget: 'radio' },
  switch: { type: 'BOOL', widget: 'switch' },
  radio: { type: 'STR', widget: 'radio', options: OPTIONS },
  select: { type: 'STR', widget: 'select', options: OPTIONS },
  multiselect: { type: 'JSON_ARR', widget: 'multiselect', options: OPTIONS },
  date: { type: 'STR', widget: 'date' },
  moment: { type: 'TIMESTAMP', widget: 'datetime' },
  email: { type: 'STR', widget: 'email' },
  link: { type: 'STR', widget: 'uri' },
  person: { type: 'STR', widget: 'user' },
  group: { type: 'STR', widget: 'group' },
  json: { type: 'JSON_OBJ', required: false },
  list: { type: 'JSON_ARR', required: false },
};

/** A new field of a kind; its name comes of `stem`. */
export function fieldOf(preset: Preset, stem: string): DraftField {
  return { name: stem, required: true, ...SHAPES[preset] };
}

/** Which kind of the palette a field looks like, for its icon. */
export function presetOf({ type, widget, options }: DraftField): Preset {
  if (options) return type === 'JSON_ARR' ? 'multiselect' : widget === 'select' ? 'select' : 'radio';
  const exact = PRESETS.find((one) => SHAPES[one].type === type && SHAPES[one].widget === widget);
  if (exact) return exact;
  const byType: Record<FieldType, Preset> = {
    STR: 'multiline',
    INT: 'integer',
    DOUBLE: 'decimal',
    BOOL: 'yesNo',
    TIMESTAMP: 'moment',
    JSON_OBJ: 'json',
    JSON_ARR: 'list',
  };
  return byType[type];
}
