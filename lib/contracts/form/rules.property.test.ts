// Whatever the form and whatever is sent: the check answers, what it accepts it accepts again, and what is hidden never comes through.
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { checkComplete, checkDraft } from '../form-rules.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { UserTaskField } from '../user-task-def.ts';
import { userTaskField } from '../user-task-def-shape.ts';
import { checkUserTaskDef } from './check-user-task-def.ts';
import type { FieldCondition } from './condition.ts';
import { FIELD_TYPES, type FieldType } from './field-types.ts';
import { isBlank } from './shown-fields.ts';

const NAMES = ['a', 'b', 'c', 'd', 'valueOf', 'toString'];

const VALUES: Record<FieldType, fc.Arbitrary<JsonValue>> = {
  STR: fc.constantFrom('', ' ', 'x', 'xy', 'a@b', '2026-01-01', '9223372036854775807'),
  INT: fc.constantFrom(-1, 0, 1, 2, '9223372036854775807'),
  DOUBLE: fc.constantFrom(-0.5, 0, 1, 1.5, '9223372036854775807'),
  BOOL: fc.boolean(),
  TIMESTAMP: fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00', '2026-06-01T00:00:00Z'),
  JSON_OBJ: fc.constantFrom({}, { a: 1 }),
  JSON_ARR: fc.constantFrom<JsonValue[]>([], [1], [1, 'x'], ['x', 'x']),
};
const anyValue = fc.oneof(
  fc.constant(null),
  fc.jsonValue({ maxDepth: 2 }),
  ...Object.values(VALUES),
) as fc.Arbitrary<JsonValue>;
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const question = (names: string[]) =>
  fc.record({
    field: fc.constantFrom(...names),
    op: fc.constantFrom('equals', 'notEquals', 'in', 'lessThan', 'greaterThan', 'isSet'),
    value: maybe(fc.oneof(...Object.values(VALUES))),
  }) as fc.Arbitrary<FieldCondition>;
const condition = (names: string[]): fc.Arbitrary<FieldCondition> =>
  fc.oneof(
    question(names),
    question(names).map((not) => ({ not })),
    fc.array(question(names), { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
    fc.array(question(names), { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
  );

const fieldAt = (index: number): fc.Arbitrary<UserTaskField> => {
  const above = NAMES.slice(0, index);
  const conditional = above.length > 0 ? maybe(condition(above)) : fc.constant(undefined);
  return fc.constantFrom(...FIELD_TYPES).chain((type) =>
    fc
      .record({
        required: fc.boolean(),
        min: maybe(VALUES[type]),
        maxLength: maybe(fc.integer({ min: 0, max: 3 })),
        pattern: maybe(fc.constantFrom('x+', '.*')),
        widget: maybe(fc.constantFrom('email', 'date', 'radio', 'switch')),
        options: maybe(
          fc
            .uniqueArray(fc.constantFrom('x', 'xy', 1, 2, true), { minLength: 1 })
            .map((all) => all.map((value) => ({ value }))),
        ),
        defaultValue: maybe(VALUES[type]),
        readOnly: maybe(fc.boolean()),
        visibleWhen: conditional,
        requiredWhen: conditional,
      })
      .map((rules) => sound({ name: NAMES[index] ?? '', type, ...rules }, above)),
  );
};

/** The field without those of its rules that no form could be put with. */
function sound(given: object, above: string[]): UserTaskField {
  const known = above.map((name): UserTaskField => ({ name, type: 'INT', required: false }));
  let rules: Record<string, unknown> = { ...given };
  for (;;) {
    const parsed = userTaskField.safeParse(rules);
    const paths = parsed.success
      ? checkUserTaskDef({ fields: [...known, parsed.data] }).map(({ path }) => path.split('.')[2])
      : parsed.error.issues.map(({ path }) => String(path[0]));
    if (parsed.success && paths.length === 0) return parsed.data;
    rules = Object.fromEntries(Object.entries(rules).filter(([name]) => !paths.includes(name) && name !== 'readOnly'));
  }
}

const form = fc
  .integer({ min: 1, max: NAMES.length })
  .chain((size) => fc.tuple(...NAMES.slice(0, size).map((_, index) => fieldAt(index))));
const answersTo = (fields: readonly UserTaskField[]) =>
  fc.record(
    Object.fromEntries(
      fields.map(({ name, type }) => [name, fc.oneof({ weight: 4, arbitrary: VALUES[type] }, anyValue)]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<JsonObject>;
const filledIn = form.chain((fields) =>
  fc.record({ fields: fc.constant(fields), given: answersTo(fields), saved: answersTo(fields) }),
);

// Hundreds of forms take a while on a machine that is busy with other things.
vi.setConfig({ testTimeout: 60_000 });

it('what is accepted is accepted again, as it is', () => {
  let accepted = 0;
  fc.assert(
    fc.property(filledIn, ({ fields, given, saved }) => {
      const check = checkComplete(fields, given, saved);
      if (!check.ok) return;
      accepted++;
      expect(checkComplete(fields, check.results)).toEqual(check);
      expect(checkComplete(fields, {}, check.results)).toEqual(check);
      expect(checkDraft(fields, check.results)).toMatchObject({ ok: true });
      for (const { name } of fields) expect(check.results[name] ?? '').not.toBeNull();
    }),
    { numRuns: 300 },
  );
  expect(accepted).toBeGreaterThan(20);
});

it('what is hidden never comes through, nor counts for what is below', () => {
  const chain = fc
    .array(fc.record({ type: fc.constantFrom(...FIELD_TYPES), isOpposite: fc.boolean() }), {
      minLength: 2,
      maxLength: NAMES.length,
    })
    .map((all) =>
      all.map(({ type, isOpposite }, index): UserTaskField => {
        const isSet: FieldCondition = { field: NAMES[index - 1] ?? '', op: 'isSet' };
        const visibleWhen = isOpposite ? { not: isSet } : isSet;
        return { name: NAMES[index] ?? '', type, required: false, ...(index > 0 && { visibleWhen }) };
      }),
    );
  fc.assert(
    fc.property(
      chain.chain((fields) => fc.record({ fields: fc.constant(fields), given: answersTo(fields) })),
      ({ fields, given }) => {
        const check = checkComplete(fields, given);
        if (!check.ok) return;
        const answered = (name: string) => Object.hasOwn(check.results, name) && !isBlank(check.results[name] ?? null);
        fields.slice(1).forEach(({ name, visibleWhen }, index) => {
          const wantsAnswer = !(visibleWhen && 'not' in visibleWhen);
          const isShown = answered(NAMES[index] ?? '') === wantsAnswer;
          if (!isShown) expect(Object.hasOwn(check.results, name)).toBe(false);
        });
      },
    ),
    { numRuns: 500 },
  );
});

it('no input makes it throw, and each error is about one field', () => {
  const anything = fc.dictionary(
    fc.oneof(fc.constantFrom(...NAMES, '__proto__'), fc.string()),
    anyValue,
  ) as fc.Arbitrary<JsonObject>;
  fc.assert(
    fc.property(form, anything, anything, (fields, given, saved) => {
      for (const check of [checkComplete(fields, given, saved), checkDraft(fields, given)]) {
        if (check.ok) continue;
        const paths = check.errors.map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
        expect(paths.every((path) => path.startsWith('results.'))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
