// One mutation of a variable (semantics.md 5.4): what its new value is. Nothing is written here.
import type { JsonValue } from '#contracts/json.ts';
import type { VariableType } from '#contracts/value.ts';
import type { Mutation } from '#contracts/wf-spec.ts';
import { convert } from './cast.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { applyOperator } from './operators.ts';
import { changeInside } from './path.ts';
import { assertSize } from './size.ts';
import { toJson, type Value } from './value.ts';

/** The variable's new value, of its declared type and at most so many bytes; throws a ValueError when there is none. */
export function mutatedValue(
  current: Value,
  { path, operation, value }: Mutation,
  type: VariableType,
  scope: Scope,
  maxBytes: number,
): JsonValue {
  const right = () => evaluate(value, scope);
  const apply = (left: Value) =>
    operation === 'ASSIGN' ? right() : applyOperator(operation, left, right, scope.structs);
  // Where there is nothing yet, the right side is placed, whatever the operation.
  const applyInside = (left: Value) => (left.type === 'NULL' ? right() : apply(left));
  const changed = path ? changeInside(current, path, applyInside, scope.structs) : apply(current);
  const json = toJson(convert(changed, type, scope.structs));
  assertSize(json, maxBytes);
  return json;
}
