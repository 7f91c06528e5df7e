// Values under test: assignments worked out over variables of given types, with structs to hand.
import type { VariableAssignment } from '#contracts/assignment.ts';
import type { JsonValue } from '#contracts/json.ts';
import type { StructField, StructLookup, VariableType } from '#contracts/value.ts';
import type { Mutation } from '#contracts/wf-spec.ts';
import { lookup } from '../lookup.ts';
import { readTyped } from '../values/cast.ts';
import { evaluate, type Scope } from '../values/evaluate.ts';
import { mutatedValue } from '../values/mutate.ts';
import { toJson } from '../values/value.ts';

export const VALUE_BYTES = 10_000;

const FIELDS: Record<string, Record<string, StructField>> = {
  home: { street: { type: 'STR', nullable: false }, zip: { type: 'INT', nullable: true } },
  person: {
    name: { type: 'STR', nullable: false },
    age: { type: 'INT', nullable: false, default: 0 },
    home: { type: { struct: 'home', version: 0 }, nullable: true },
  },
};
/** `person` and `home`, each in its version 0. */
export const STRUCTS: StructLookup = (name, version) => (version === 0 ? lookup(FIELDS, name) : undefined);
export const PERSON: VariableType = { struct: 'person', version: 0 };

export type Typed = Record<string, [type: VariableType, value: JsonValue]>;

function scopeOver(variables: Typed): Scope {
  return {
    structs: STRUCTS,
    requester: 'maria',
    doneBy: () => null,
    variable: (name) => {
      const found = lookup(variables, name);
      return found && readTyped(found[0], found[1], STRUCTS);
    },
    output: () => undefined,
  };
}

/** What `assignment` comes to. */
export function compute(assignment: VariableAssignment, variables: Typed = {}): JsonValue {
  return toJson(evaluate(assignment, scopeOver(variables)));
}

/** What the variable `x` is after a mutation. */
export function mutating(
  x: Typed[string],
  mutation: Omit<Mutation, 'variable'>,
  others: Typed = {},
  maxBytes: number = VALUE_BYTES,
): JsonValue {
  const scope = scopeOver({ ...others, x });
  const current = readTyped(x[0], x[1], STRUCTS);
  return mutatedValue(current, { variable: 'x', ...mutation }, x[0], scope, maxBytes);
}
