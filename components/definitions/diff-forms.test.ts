import { describe, expect, it } from 'vitest';
import type { UserTaskDefBody, UserTaskField } from '#contracts/user-task-def.ts';
import { countDiff, diffForms, isSameForm } from './diff-forms.ts';

const field = (name: string, more: Partial<UserTaskField> = {}): UserTaskField => ({
  name,
  type: 'STR',
  required: true,
  ...more,
});
const form = (fields: UserTaskField[], more: Partial<UserTaskDefBody> = {}): UserTaskDefBody => ({ ...more, fields });
const marks = (before: UserTaskField[], after: UserTaskField[]) =>
  diffForms(form(before), form(after)).fields.map(({ name, kind, moved }) => `${name} ${kind}${moved ? ' moved' : ''}`);

describe('the difference of two forms', () => {
  it('is nothing where they say the same, whatever is left out', () => {
    const diff = diffForms(form([field('a', { readOnly: false })], { ownerMayCancel: false }), form([field('a')]));
    expect(isSameForm(diff)).toBe(true);
    expect(countDiff(diff)).toEqual({ added: 0, removed: 0, changed: 0, moved: 0 });
  });

  it('names what came, and what went at its old place', () => {
    expect(marks([field('a'), field('b'), field('c')], [field('x'), field('a'), field('c')])).toEqual([
      'x added',
      'a same',
      'b removed',
      'c same',
    ]);
    expect(marks([field('a'), field('b')], [field('b')])).toEqual(['a removed', 'b same']);
  });

  it('says of few fields that they moved', () => {
    expect(
      marks([field('a'), field('b'), field('c'), field('d')], [field('d'), field('a'), field('b'), field('c')]),
    ).toEqual(['d same moved', 'a same', 'b same', 'c same']);
  });

  it('tells each property that changed, from what to what', () => {
    const { fields, form: about } = diffForms(
      form([field('a', { maxLength: 3 })], { displayName: 'Old' }),
      form([field('a', { required: false, displayName: { en: 'A', de: 'Ah' } })], { displayName: 'New' }),
    );
    expect(about).toEqual([{ property: 'displayName', before: 'Old', after: 'New' }]);
    expect(fields[0]?.changes).toEqual([
      { property: 'displayName', before: null, after: { en: 'A', de: 'Ah' } },
      { property: 'required', before: true, after: null },
      { property: 'maxLength', before: 3, after: null },
    ]);
  });

  it('takes another name for another field', () => {
    expect(marks([field('a')], [field('b')])).toEqual(['a removed', 'b added']);
  });
});
