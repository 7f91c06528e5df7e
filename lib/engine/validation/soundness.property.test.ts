// The static check and the engine agree: what the check lets pass is of the type that it said, and fails only for a reason that depends on values.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { CALCULATIONS, COMPARATORS, type VariableAssignment } from '#contracts/assignment.ts';
import { type VariableType, valueFits } from '#contracts/value.ts';
import { asWfSpec, declare, road } from '../testing/build-spec.ts';
import { mutating, PERSON, STRUCTS, type Typed } from '../testing/compute.ts';
import { definitionsOf } from '../testing/definitions.ts';
import { validateWfSpec } from '../validate-wf-spec.ts';
import { ValueError } from '../values/value.ts';

const DEFINITIONS = definitionsOf({
  structDefs: {
    home: { fields: { street: { type: 'STR' }, zip: { type: 'INT', nullable: true } } },
    person: {
      fields: {
        name: { type: 'STR' },
        age: { type: 'INT', default: 0 },
        home: { type: { struct: 'home' }, nullable: true },
      },
    },
  },
});
const VARIABLES: Typed = {
  int: ['INT', 7],
  double: ['DOUBLE', 2.5],
  text: ['STR', 'x'],
  bool: ['BOOL', true],
  instant: ['TIMESTAMP', '2026-01-01T00:00:00Z'],
  bytes: ['BYTES', 'aGk='],
  object: ['JSON_OBJ', { a: 1 }],
  list: ['JSON_ARR', [1, 'x']],
  ints: [{ array: 'INT' }, [1, 2]],
  counts: [{ map: { key: 'STR', value: 'INT' } }, { a: 1 }],
  person: [PERSON, { name: 'Ann', home: { street: 'Main St' } }],
};
const TYPES: VariableType[] = [...Object.values(VARIABLES).map(([type]) => type), 'WF_RUN_ID', { array: 'STR' }];
const DECLARED = declare(Object.fromEntries(Object.entries(VARIABLES).map(([name, [type]]) => [name, type])));

const name = fc.constantFrom(...Object.keys(VARIABLES));
/** Inside these every type is known. */
const typed = fc.constantFrom('ints', 'counts', 'person');
const step = fc.constantFrom<string | number>(0, 1, 'a', 'name', 'home', 'street');
const { assignment } = fc.letrec<{ assignment: VariableAssignment }>((tie) => ({
  assignment: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    name.map((variable): VariableAssignment => ({ variable })),
    fc.constantFrom<VariableAssignment>(
      { literal: 1 },
      { literal: 'x' },
      { literal: [3] },
      { literal: { a: 2 } },
      { literal: false },
    ),
    fc
      .tuple(typed, fc.array(step, { minLength: 1, maxLength: 2 }))
      .map(([variable, path]): VariableAssignment => ({ variable, path })),
    tie('assignment').map((not): VariableAssignment => ({ not })),
    tie('assignment').map((sizeOf): VariableAssignment => ({ sizeOf })),
    fc.tuple(tie('assignment'), fc.constantFrom(...TYPES)).map(([cast, to]): VariableAssignment => ({ cast, to })),
    fc
      .tuple(tie('assignment'), fc.constantFrom(...COMPARATORS, ...CALCULATIONS), tie('assignment'))
      .map(([left, operator, right]): VariableAssignment => ({ expression: { left, operator, right } })),
  ),
}));

/** What may still go wrong with values of the right types. */
const OF_VALUES = [
  /does not fit/,
  /divide by zero/,
  /\bnull\b/,
  /negative power/,
  /out of range/,
  /Cannot cast this STR to/,
  /no instant/,
  / is no /,
  /needs a value/,
  /does not have/,
  /has a key that is no/,
];

it('what passes is of its type', () => {
  let passed = 0;
  fc.assert(
    fc.property(assignment, fc.constantFrom(...TYPES), (value, type) => {
      const variables = [...DECLARED, { name: 'target', type }];
      const mutations = { start: [{ variable: 'target', operation: 'ASSIGN' as const, value }] };
      const findings = validateWfSpec(asWfSpec(road(variables, {}, mutations)), DEFINITIONS);
      if (findings.length > 0) return;
      passed += 1;
      try {
        const made = mutating([type, null], { operation: 'ASSIGN', value }, VARIABLES);
        expect(valueFits(type, made, STRUCTS)).toBe(true);
      } catch (error) {
        if (!(error instanceof ValueError)) throw error;
        expect(
          OF_VALUES.some((reason) => reason.test(error.message)),
          error.message,
        ).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
  // Some 120 do: with far fewer, this would say little.
  expect(passed).toBeGreaterThan(40);
});
