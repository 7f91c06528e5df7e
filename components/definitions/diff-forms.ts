// What differs between two versions of a form: fields that came, went, changed or moved, and what is said about the form as a whole.
import { type JsonValue, jsonEquals } from '#contracts/json.ts';
import type { UserTaskDefBody, UserTaskField } from '#contracts/user-task-def.ts';

export type FieldProperty = Exclude<keyof UserTaskField, 'name'>;
export type FormProperty = Exclude<keyof UserTaskDefBody, 'fields'>;
export type Change<Property extends string> = { property: Property; before: JsonValue; after: JsonValue };

export type FieldDiff = {
  name: string;
  kind: 'added' | 'removed' | 'changed' | 'same';
  /** It stands elsewhere among the fields that both have. */
  moved: boolean;
  before: UserTaskField | null;
  after: UserTaskField | null;
  changes: Change<FieldProperty>[];
};

export type FormDiff = {
  form: Change<FormProperty>[];
  /** In the order of the later version; what is gone stands below what it stood below. */
  fields: FieldDiff[];
};

const FORM_PROPERTIES = ['displayName', 'description', 'ownerMayCancel', 'agentMay'] as const;
const FIELD_PROPERTIES: readonly FieldProperty[] = [
  'displayName',
  'type',
  'widget',
  'section',
  'required',
  'requiredWhen',
  'visibleWhen',
  'readOnly',
  'defaultValue',
  'options',
  'min',
  'max',
  'minLength',
  'maxLength',
  'pattern',
  'patternHint',
  'placeholder',
  'description',
];

export function diffForms(before: UserTaskDefBody, after: UserTaskDefBody): FormDiff {
  const older = new Map(before.fields.map((field) => [field.name, field]));
  const newer = new Set(after.fields.map(({ name }) => name));
  const stayed = inOrder(
    before.fields.filter(({ name }) => newer.has(name)).map(({ name }) => name),
    after.fields.filter(({ name }) => older.has(name)).map(({ name }) => name),
  );
  const fields = after.fields.map((field): FieldDiff => {
    const old = older.get(field.name) ?? null;
    const changes = old ? changesOf(FIELD_PROPERTIES, old, field) : [];
    const kind = !old ? 'added' : changes.length > 0 ? 'changed' : 'same';
    return {
      name: field.name,
      kind,
      moved: old !== null && !stayed.has(field.name),
      before: old,
      after: field,
      changes,
    };
  });
  before.fields.forEach((field, index) => {
    if (newer.has(field.name)) return;
    const above = before.fields[index - 1]?.name;
    const place = above === undefined ? 0 : fields.findIndex(({ name }) => name === above) + 1;
    const gone = { kind: 'removed', moved: false, before: field, after: null, changes: [] } as const;
    fields.splice(place, 0, { name: field.name, ...gone, changes: [] });
  });
  return { form: changesOf(FORM_PROPERTIES, before, after), fields };
}

/** Whether nothing differs that anybody could see. */
export const isSameForm = ({ form, fields }: FormDiff): boolean =>
  form.length === 0 && fields.every(({ kind, moved }) => kind === 'same' && !moved);

export type DiffCounts = Record<'added' | 'removed' | 'changed' | 'moved', number>;

export function countDiff({ form, fields }: FormDiff): DiffCounts {
  const of = (kind: FieldDiff['kind']) => fields.filter((field) => field.kind === kind).length;
  return {
    added: of('added'),
    removed: of('removed'),
    changed: of('changed') + (form.length > 0 ? 1 : 0),
    moved: fields.filter(({ moved }) => moved).length,
  };
}

function changesOf<Property extends string>(
  properties: readonly Property[],
  before: Partial<Record<Property, unknown>>,
  after: Partial<Record<Property, unknown>>,
): Change<Property>[] {
  return properties.flatMap((property) => {
    const change = { property, before: asJson(before[property]), after: asJson(after[property]) };
    return jsonEquals(change.before, change.after) ? [] : [change];
  });
}

/** What is said, without what is said by saying nothing. */
function asJson(value: unknown): JsonValue {
  if (value === undefined || value === false) return null;
  return value as JsonValue;
}

/** The names that keep their order, as many as can: all others moved. */
function inOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((name, place) => [name, place]));
  const sequence = after.map((name) => ({ name, place: places.get(name) ?? 0 }));
  const best: { length: number; previous: number }[] = [];
  sequence.forEach(({ place }, index) => {
    let found = { length: 1, previous: -1 };
    for (let earlier = 0; earlier < index; earlier++) {
      const length = (best[earlier]?.length ?? 0) + 1;
      if ((sequence[earlier]?.place ?? 0) < place && length > found.length) found = { length, previous: earlier };
    }
    best.push(found);
  });
  const longest = Math.max(0, ...best.map(({ length }) => length));
  const kept = new Set<string>();
  for (let at = best.findIndex(({ length }) => length === longest); at >= 0; at = best[at]?.previous ?? -1) {
    const name = sequence[at]?.name;
    if (name !== undefined) kept.add(name);
  }
  return kept;
}
