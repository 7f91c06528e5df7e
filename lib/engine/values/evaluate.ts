// Works out a VariableAssignment (semantics.md 5.2).
import type { VariableAssignment } from '#contracts/assignment.ts';
import { queryJson } from './json-path.ts';
import { applyOperator, isTrue } from './operators.ts';
import { boolValue, readJson, readTyped, textValue, toText, type Value, ValueError } from './value.ts';

/** Where names lead: each gives undefined for what is not there. */
export type Scope = {
  variable: (name: string) => Value | undefined;
  output: (nodeName: string) => Value | undefined;
};

/** The value of `assignment`; throws a ValueError when it has none. */
export function evaluate(assignment: VariableAssignment, scope: Scope): Value {
  if ('literal' in assignment) {
    return assignment.type ? readTyped(assignment.type, assignment.literal) : readJson(assignment.literal);
  }
  if ('variable' in assignment) {
    const value = scope.variable(assignment.variable);
    if (!value) throw new ValueError(`Variable ${assignment.variable} is not in scope`);
    return inside(value, assignment.jsonPath);
  }
  if ('nodeOutput' in assignment) {
    const value = scope.output(assignment.nodeOutput);
    if (!value) throw new ValueError(`Node ${assignment.nodeOutput} has no output`);
    return inside(value, assignment.jsonPath);
  }
  if ('format' in assignment) {
    const args = assignment.args.map((arg) => toText(evaluate(arg, scope)));
    return textValue(assignment.format.replace(PLACEHOLDER, (whole, index) => args[Number(index)] ?? whole));
  }
  if ('not' in assignment) return boolValue(!isTrue(evaluate(assignment.not, scope)));
  const { left, operator, right } = assignment.expression;
  return applyOperator(operator, evaluate(left, scope), () => evaluate(right, scope));
}

/** `{0}`, `{1}`… in a format string. */
export const PLACEHOLDER = /\{(\d{1,3})\}/g;

function inside(value: Value, path: string | undefined): Value {
  if (path === undefined || value.type === 'NULL') return value;
  if (value.type === 'JSON_OBJ' || value.type === 'JSON_ARR') return queryJson(path, value.value);
  throw new ValueError(`JSONPath ${path} needs JSON, not ${value.type}`);
}
