// Works out a VariableAssignment (semantics.md 5.2).
import type { VariableAssignment } from '#contracts/assignment.ts';
import type { JsonObject } from '#contracts/json.ts';
import { type StructLookup, typeName } from '#contracts/value.ts';
import { lookup } from '../lookup.ts';
import { cast, convert, readTyped } from './cast.ts';
import { isKeyed } from './collections.ts';
import { queryJson } from './json-path.ts';
import { applyOperator, isTrue } from './operators.ts';
import { follow } from './path.ts';
import { readComposite, readJson } from './read.ts';
import {
  boolValue,
  intValue,
  isList,
  isObject,
  NULL,
  textValue,
  toJson,
  toText,
  typeOf,
  type Value,
  ValueError,
} from './value.ts';

/** Where names lead: each gives undefined for what is not there. */
export type Scope = {
  variable: (name: string) => Value | undefined;
  output: (nodeName: string) => Value | undefined;
  /** Who last completed a USER_TASK node. */
  doneBy: (nodeName: string) => string | null;
  requester: string | null;
  structs: StructLookup;
};

/** The value of `assignment`; throws a ValueError when it has none. */
export function evaluate(assignment: VariableAssignment, scope: Scope): Value {
  if ('literal' in assignment) {
    const { type, literal } = assignment;
    return type ? readTyped(type, literal, scope.structs) : readJson(literal);
  }
  if ('variable' in assignment) {
    const value = scope.variable(assignment.variable);
    if (!value) throw new ValueError(`Variable ${assignment.variable} is not in scope`);
    return inside(value, assignment, scope);
  }
  if ('nodeOutput' in assignment) {
    const value = scope.output(assignment.nodeOutput);
    if (!value) throw new ValueError(`Node ${assignment.nodeOutput} has no output`);
    return inside(value, assignment, scope);
  }
  if ('doneBy' in assignment) return personOf(scope.doneBy(assignment.doneBy));
  if ('requester' in assignment) return personOf(scope.requester);
  if ('format' in assignment) {
    const args = assignment.args.map((arg) => toText(evaluate(arg, scope)));
    return textValue(assignment.format.replace(PLACEHOLDER, (whole, index) => args[Number(index)] ?? whole));
  }
  if ('not' in assignment) return boolValue(!isTrue(evaluate(assignment.not, scope)));
  if ('sizeOf' in assignment) return sizeOf(evaluate(assignment.sizeOf, scope));
  if ('cast' in assignment) return cast(evaluate(assignment.cast, scope), assignment.to, scope.structs);
  if ('struct' in assignment) return build(assignment, scope);
  const { left, operator, right } = assignment.expression;
  return applyOperator(operator, evaluate(left, scope), () => evaluate(right, scope), scope.structs);
}

const personOf = (userId: string | null): Value => (userId === null ? NULL : textValue(userId));

/** `{0}`, `{1}`… in a format string. */
export const PLACEHOLDER = /\{(\d{1,3})\}/g;

type Inside = Pick<Extract<VariableAssignment, { variable: string }>, 'path' | 'jsonPath'>;

function inside(value: Value, { path, jsonPath }: Inside, scope: Scope): Value {
  const at = path ? follow(value, path, scope.structs) : value;
  if (jsonPath === undefined || at.type === 'NULL') return at;
  if (at.type === 'JSON_OBJ' || at.type === 'JSON_ARR') return queryJson(jsonPath, at.value);
  throw new ValueError(`JSONPath ${jsonPath} needs JSON, not ${typeOf(at)}`);
}

/** Characters of a text, items of a list, keys of an object or a map. */
function sizeOf(value: Value): Value {
  if (value.type === 'STR') return intValue(BigInt([...value.value].length));
  if (isList(value)) return intValue(BigInt(value.value.length));
  if (isObject(value) && isKeyed(value)) return intValue(BigInt(Object.keys(value.value).length));
  throw new ValueError(`Cannot resolve size() of ${typeOf(value)}`);
}

function build(builder: Extract<VariableAssignment, { struct: string }>, scope: Scope): Value {
  const { struct, version, fields: given } = builder;
  const type = { struct, ...(version !== undefined && { version }) };
  const fields = scope.structs(struct, version);
  if (!fields) throw new ValueError(`There is no StructDef ${typeName(type)}`);
  const made: JsonObject = {};
  for (const [name, assignment] of Object.entries(given)) {
    const field = lookup(fields, name);
    if (!field) throw new ValueError(`could not find field '${name}' in ${typeName(type)}`);
    made[name] = toJson(convert(evaluate(assignment, scope), field.type, scope.structs));
  }
  return readComposite(type, made, scope.structs);
}
