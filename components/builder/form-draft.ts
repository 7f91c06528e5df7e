// A form while it is made: sections and fields as one list that can be dragged, and the changes that the builder knows. All pure.

import type { FieldCondition } from '#contracts/form/condition.ts';
import { jsonEquals } from '#contracts/json.ts';
import { isKeptName } from '#contracts/kept-names.ts';
import type { LocalText } from '#contracts/local-text.ts';
import type { UserTaskDef, UserTaskDefBody, UserTaskField } from '#contracts/user-task-def.ts';
import { fieldsAskedAbout } from '../form/use-asked.ts';

export type DraftField = Omit<UserTaskField, 'section'>;
export type FieldItem = { kind: 'field'; key: string; field: DraftField };
/** A heading for what follows; null ends the section before it. */
export type SectionItem = { kind: 'section'; key: string; title: LocalText | null };
export type Item = FieldItem | SectionItem;
export type About = Omit<UserTaskDefBody, 'fields'>;
export type FormDraft = { about: About; items: readonly Item[] };

export const EMPTY_FORM: UserTaskDefBody = { fields: [] };

/** What of a stored form is made here. */
export function bodyOfDef({
  name: _name,
  version: _version,
  createdAt: _createdAt,
  ...body
}: UserTaskDef): UserTaskDefBody {
  return body;
}

export function draftOf({ fields, ...about }: UserTaskDefBody): FormDraft {
  const items: Item[] = [];
  let present: LocalText | null = null;
  for (const { section, ...field } of fields) {
    const title: LocalText | null = section ?? null;
    if (!jsonEquals(title, present)) items.push({ kind: 'section', key: `s${items.length}`, title });
    present = title;
    items.push({ kind: 'field', key: `f${items.length}`, field });
  }
  return { about, items };
}

export function bodyOf({ about, items }: FormDraft): UserTaskDefBody {
  const fields: UserTaskField[] = [];
  let section: LocalText | null = null;
  for (const item of items) {
    if (item.kind === 'section') section = item.title;
    else fields.push(fieldBelow(section, item.field));
  }
  return withoutGaps({ ...about, fields });
}

const made = new WeakMap<DraftField, { section: LocalText | null; field: UserTaskField }>();

/** A field as it is stored: the same object while it and its heading are, by which whoever draws a hundred knows the one that changed. */
function fieldBelow(section: LocalText | null, given: DraftField): UserTaskField {
  const known = made.get(given);
  if (known?.section === section) return known.field;
  const field = withoutGaps({ ...given, ...(section !== null && { section }) });
  made.set(given, { section, field });
  return field;
}

/** What is undefined is left out, as it is in what is stored. */
function withoutGaps<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

export const fieldItems = ({ items }: FormDraft): FieldItem[] => items.filter((item) => item.kind === 'field');

export const itemOf = (draft: FormDraft, key: string | null): Item | null =>
  draft.items.find((item) => item.key === key) ?? null;

/** Fields above one: the only ones that its conditions may ask about. */
export function fieldsAbove(draft: FormDraft, key: string): DraftField[] {
  const fields = fieldItems(draft);
  return fields
    .slice(
      0,
      fields.findIndex((item) => item.key === key),
    )
    .map(({ field }) => field);
}

const newKey = (prefix: string, items: readonly Item[]): string =>
  `${prefix}${Math.max(-1, ...items.map(({ key }) => Number(key.slice(1)))) + 1}`;

function insert(draft: FormDraft, at: number, item: Item): FormDraft {
  return { ...draft, items: draft.items.toSpliced(at, 0, item) };
}

/** A new field at a place, by a name that is free; its key comes along. */
export function addField(draft: FormDraft, at: number, field: DraftField): { draft: FormDraft; key: string } {
  const key = newKey('f', draft.items);
  const item: FieldItem = { kind: 'field', key, field: { ...field, name: freeName(draft, field.name) } };
  return { draft: insert(draft, at, item), key };
}

export function addSection(draft: FormDraft, at: number, title: LocalText | null): { draft: FormDraft; key: string } {
  const key = newKey('s', draft.items);
  return { draft: insert(draft, at, { kind: 'section', key, title }), key };
}

export function duplicate(draft: FormDraft, key: string): { draft: FormDraft; key: string } {
  const at = draft.items.findIndex((item) => item.key === key);
  const item = draft.items[at];
  if (item?.kind !== 'field') return { draft, key };
  return addField(draft, at + 1, item.field);
}

export function remove(draft: FormDraft, key: string): FormDraft {
  return { ...draft, items: draft.items.filter((item) => item.key !== key) };
}

/** An item to where another stands. */
export function moveTo(draft: FormDraft, key: string, overKey: string): FormDraft {
  const from = draft.items.findIndex((item) => item.key === key);
  const to = draft.items.findIndex((item) => item.key === overKey);
  return from < 0 || to < 0 ? draft : moveBy(draft, key, to - from);
}

export function moveBy(draft: FormDraft, key: string, distance: number): FormDraft {
  const from = draft.items.findIndex((item) => item.key === key);
  const item = draft.items[from];
  if (!item) return draft;
  const to = Math.min(Math.max(from + distance, 0), draft.items.length - 1);
  return { ...draft, items: draft.items.toSpliced(from, 1).toSpliced(to, 0, item) };
}

export function changeField(draft: FormDraft, key: string, change: (field: DraftField) => DraftField): FormDraft {
  const items = draft.items.map((item) =>
    item.kind === 'field' && item.key === key ? { ...item, field: change(item.field) } : item,
  );
  return { ...draft, items };
}

export function changeSection(draft: FormDraft, key: string, title: LocalText | null): FormDraft {
  return { ...draft, items: draft.items.map((item) => (item.key === key ? { kind: 'section', key, title } : item)) };
}

/** Another name for a field, also in the conditions that ask about it. */
export function rename(draft: FormDraft, key: string, name: string): FormDraft {
  const item = itemOf(draft, key);
  if (item?.kind !== 'field') return draft;
  const { name: old } = item.field;
  const renamed = changeField(draft, key, (field) => ({ ...field, name }));
  // While two have the name, who asks by it cannot be told apart.
  if (fieldItems(draft).filter(({ field }) => field.name === old).length > 1) return renamed;
  const items = renamed.items.map((one) => {
    if (one.kind === 'section') return one;
    if (!fieldsAskedAbout([one.field]).has(old)) return one;
    const { visibleWhen, requiredWhen } = one.field;
    const field = {
      ...one.field,
      ...(visibleWhen && { visibleWhen: askingAbout(visibleWhen, old, name) }),
      ...(requiredWhen && { requiredWhen: askingAbout(requiredWhen, old, name) }),
    };
    return { ...one, field };
  });
  return { ...renamed, items };
}

function askingAbout(condition: FieldCondition, old: string, name: string): FieldCondition {
  if ('all' in condition) return { all: condition.all.map((one) => askingAbout(one, old, name)) };
  if ('any' in condition) return { any: condition.any.map((one) => askingAbout(one, old, name)) };
  if ('not' in condition) return { not: askingAbout(condition.not, old, name) };
  return condition.field === old ? { ...condition, field: name } : condition;
}

/** A key for answers made of what people read: "Cost centre" is costCentre. */
export function nameFrom(label: string): string {
  const plain = label.normalize('NFKD').replace(/ß/g, 'ss').replace(/\p{M}/gu, '');
  const words = plain.match(/[A-Za-z0-9]+/g) ?? [];
  const name = words
    .map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join('')
    .slice(0, 60);
  if (name === '') return '';
  return /^[A-Za-z_]/.test(name) && !isKeptName(name) ? name : `_${name}`;
}

/** The name, or the first of name2, name3 … that no field has. */
export function freeName(draft: FormDraft, wanted: string, exceptKey?: string): string {
  const taken = new Set(
    fieldItems(draft)
      .filter(({ key }) => key !== exceptKey)
      .map(({ field }) => field.name),
  );
  const stem = wanted === '' ? 'field' : wanted;
  if (!taken.has(stem)) return stem;
  const base = stem.replace(/\d+$/, '');
  let number = 2;
  while (taken.has(`${base}${number}`)) number++;
  return `${base}${number}`;
}
