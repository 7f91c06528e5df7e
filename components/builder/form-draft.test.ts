import { describe, expect, it } from 'vitest';
import type { UserTaskDefBody } from '#contracts/user-task-def.ts';
import {
  addField,
  addSection,
  bodyOf,
  draftOf,
  duplicate,
  fieldItems,
  fieldsAbove,
  freeName,
  moveBy,
  moveTo,
  nameFrom,
  remove,
  rename,
} from './form-draft.ts';

const text = { type: 'STR', required: true } as const;
const BODY: UserTaskDefBody = {
  displayName: 'Trip',
  fields: [
    { name: 'why', ...text },
    { name: 'from', ...text, section: { en: 'Way', de: 'Weg' } },
    { name: 'to', ...text, section: { de: 'Weg', en: 'Way' } },
    { name: 'note', ...text, requiredWhen: { not: { any: [{ field: 'to', op: 'isSet' }] } } },
  ],
};
const draft = draftOf(BODY);
const shape = (of = draft) => of.items.map((item) => (item.kind === 'field' ? item.field.name : '#'));
const sections = (of: typeof draft) => bodyOf(of).fields.map(({ name, section }) => [name, section ?? null]);

describe('a form while it is made', () => {
  it('has headings among its fields, and is the same form again', () => {
    expect(shape()).toEqual(['why', '#', 'from', 'to', '#', 'note']);
    expect(bodyOf(draft)).toEqual(BODY);
  });

  it('what did not change is the same object, by which nothing of it is drawn anew', () => {
    const [why, , from] = fieldItems(draft);
    const before = bodyOf(draft).fields;
    const after = bodyOf(rename(draft, why?.key ?? '', 'reason')).fields;
    expect(after.map((field, index) => field === before[index])).toEqual([false, true, true, true]);
    expect(bodyOf(moveTo(draft, from?.key ?? '', why?.key ?? '')).fields[0]).not.toHaveProperty('section');
  });

  it('a field that is moved below a heading belongs to it', () => {
    const [why] = draft.items;
    const moved = moveTo(draft, why?.key ?? '', draft.items[2]?.key ?? '');
    expect(shape(moved)).toEqual(['#', 'from', 'why', 'to', '#', 'note']);
    expect(sections(moved)).toContainEqual(['why', { en: 'Way', de: 'Weg' }]);
    expect(shape(moveBy(draft, why?.key ?? '', 99)).at(-1)).toBe('why');
  });

  it('a heading that is taken away leaves its fields to the section above', () => {
    expect(sections(remove(draft, draft.items[1]?.key ?? ''))).toContainEqual(['from', null]);
  });

  it('what is added or doubled has a key and a name of its own', () => {
    const added = addField(draft, 1, { name: 'why', ...text });
    expect(shape(added.draft).slice(0, 2)).toEqual(['why', 'why2']);
    const again = duplicate(added.draft, added.key);
    expect(shape(again.draft).slice(0, 3)).toEqual(['why', 'why2', 'why3']);
    const titled = addSection(again.draft, 0, 'Top');
    expect(new Set(titled.draft.items.map(({ key }) => key)).size).toBe(titled.draft.items.length);
    expect(freeName(draft, '')).toBe('field');
  });

  it('a name that changes changes in the conditions that ask about it', () => {
    const to = fieldItems(draft)[2];
    const body = bodyOf(rename(draft, to?.key ?? '', 'goal'));
    expect(body.fields[3]?.requiredWhen).toEqual({ not: { any: [{ field: 'goal', op: 'isSet' }] } });
  });

  it('conditions may ask about what stands above', () => {
    expect(fieldsAbove(draft, fieldItems(draft)[2]?.key ?? '').map(({ name }) => name)).toEqual(['why', 'from']);
  });
});

it.each([
  ['Cost centre', 'costCentre'],
  ['Größe (m²)', 'grosseM2'],
  ['2nd approver', '_2ndApprover'],
  ['Prototype', '_prototype'],
  ['???', ''],
])('the name made from “%s” is %s', (label, name) => expect(nameFrom(label)).toBe(name));
