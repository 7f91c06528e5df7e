// Static types of assignments: what can be known to be wrong before anything runs is refused on PUT (decision 16).
import type { Operator, VariableAssignment } from '#contracts/assignment.ts';
import { type VariableType, valueFits } from '#contracts/value.ts';
import { lookup } from '../lookup.ts';
import { outputTypeOf } from '../node-output.ts';
import { PLACEHOLDER } from '../values/evaluate.ts';
import { jsonPathError } from '../values/json-path.ts';
import { readJson } from '../values/value.ts';
import { variableTypeOf } from '../variables.ts';
import type { NodeCheck } from './node-check.ts';

/** UNKNOWN is what only running will tell: the result of a JSONPath, and of what was reported as wrong. */
type StaticType = VariableType | 'NULL' | 'UNKNOWN';

/** Reports what is wrong with an assignment in itself, and gives its type. */
export function checkAssignment(check: NodeCheck, path: string, assignment: VariableAssignment): StaticType {
  if ('literal' in assignment) {
    const { literal, type } = assignment;
    if (!type) return readJson(literal).type;
    if (!valueFits(type, literal)) check.report(`${path}.literal`, `must be ${type}`);
    return type;
  }
  if ('variable' in assignment) {
    const type = variableTypeOf(check.threadSpec, assignment.variable);
    if (!type) check.report(`${path}.variable`, `there is no variable ${assignment.variable} in this thread`);
    return checkPath(check, path, assignment.jsonPath, type ?? 'UNKNOWN');
  }
  if ('nodeOutput' in assignment) {
    return checkPath(check, path, assignment.jsonPath, checkOutput(check, path, assignment.nodeOutput));
  }
  if ('format' in assignment) return checkFormat(check, path, assignment);
  if ('not' in assignment) {
    checkCondition(check, `${path}.not`, assignment.not);
    return 'BOOL';
  }
  return checkExpression(check, path, assignment.expression);
}

/** Reports a value that cannot become a `type` by itself. */
export function checkAssignable(
  check: NodeCheck,
  path: string,
  assignment: VariableAssignment,
  type: VariableType,
): void {
  const from = checkAssignment(check, path, assignment);
  const isFittingLiteral = 'literal' in assignment && valueFits(type, assignment.literal);
  if (isFittingLiteral || castsItself(from, type)) return;
  check.report(path, `Cannot assign ${from} to ${type} without explicit casting`);
}

/** Reports a condition that can never be a BOOL. */
export function checkCondition(check: NodeCheck, path: string, assignment: VariableAssignment): void {
  const type = checkAssignment(check, path, assignment);
  if (!isOneOf(type, ['BOOL'])) check.report(path, `a condition must be BOOL, not ${type}`);
}

function checkOutput(check: NodeCheck, path: string, nodeName: string): StaticType {
  const node = lookup(check.threadSpec.nodes, nodeName);
  if (!node) {
    check.report(`${path}.nodeOutput`, `there is no node ${nodeName} in this thread`);
    return 'UNKNOWN';
  }
  // A missing TaskDef is reported at its own node.
  if (node.type === 'TASK' && !check.definitions.taskDef(node.taskDefName)) return 'UNKNOWN';
  const type = outputTypeOf(node, check.definitions);
  if (!type) check.report(`${path}.nodeOutput`, `node ${nodeName} has no output`);
  return type ?? 'UNKNOWN';
}

function checkPath(check: NodeCheck, path: string, jsonPath: string | undefined, type: StaticType): StaticType {
  if (jsonPath === undefined) return type;
  if (!isOneOf(type, ['JSON_OBJ', 'JSON_ARR'])) check.report(`${path}.jsonPath`, `needs JSON, not ${type}`);
  const error = jsonPathError(jsonPath);
  if (error) check.report(`${path}.jsonPath`, error);
  return 'UNKNOWN';
}

function checkFormat(
  check: NodeCheck,
  path: string,
  { format, args }: Extract<VariableAssignment, { format: string }>,
): StaticType {
  for (const [placeholder, index] of format.matchAll(PLACEHOLDER)) {
    if (Number(index) >= args.length) check.report(`${path}.format`, `${placeholder} has no argument`);
  }
  args.forEach((arg, index) => {
    checkAssignment(check, `${path}.args.${index}`, arg);
  });
  return 'STR';
}

function checkExpression(
  check: NodeCheck,
  path: string,
  { left, operator, right }: Extract<VariableAssignment, { expression: object }>['expression'],
): StaticType {
  const sides = [`${path}.expression.left`, `${path}.expression.right`] as const;
  if (operator === 'AND' || operator === 'OR') {
    checkCondition(check, sides[0], left);
    checkCondition(check, sides[1], right);
    return 'BOOL';
  }
  const types = [checkAssignment(check, sides[0], left), checkAssignment(check, sides[1], right)] as const;
  const result = resultOf(operator, ...types);
  if (result) return result;
  check.report(`${path}.expression`, `Cannot apply ${operator} to ${types[0]} and ${types[1]}`);
  return 'UNKNOWN';
}

const NUMBERS = ['INT', 'DOUBLE'] as const;

/** The type that an operator gives, or null if it cannot be applied to these. */
function resultOf(operator: Exclude<Operator, 'AND' | 'OR'>, left: StaticType, right: StaticType): StaticType | null {
  switch (operator) {
    case 'EQUALS':
    case 'NOT_EQUALS':
      return 'BOOL';
    case 'LESS_THAN':
    case 'LESS_THAN_EQ':
    case 'GREATER_THAN':
    case 'GREATER_THAN_EQ':
      return [NUMBERS, ['STR'] as const, ['BOOL'] as const].some((kind) => isOneOf(left, kind) && isOneOf(right, kind))
        ? 'BOOL'
        : null;
    case 'ADD':
      return concatenates(left, right) ?? sumOf(left, right);
    case 'SUBTRACT':
    case 'MULTIPLY':
    case 'DIVIDE':
      return sumOf(left, right);
  }
}

/** A text takes any plain value; what is unknown may turn out to be one. */
function concatenates(left: StaticType, right: StaticType): StaticType | null {
  if (left !== 'STR' && left !== 'UNKNOWN') return null;
  if (right === 'NULL' || right === 'JSON_OBJ' || right === 'JSON_ARR') return null;
  return left === 'STR' ? 'STR' : 'UNKNOWN';
}

function sumOf(left: StaticType, right: StaticType): StaticType | null {
  if (left === 'NULL' || right === 'NULL' || !isOneOf(left, NUMBERS) || !isOneOf(right, NUMBERS)) return null;
  if (left === 'DOUBLE' || right === 'DOUBLE') return 'DOUBLE';
  return left === 'UNKNOWN' || right === 'UNKNOWN' ? 'UNKNOWN' : 'INT';
}

/** True for what is, or may turn out to be, one of `types`; null counts as any. */
function isOneOf(type: StaticType, types: readonly StaticType[]): boolean {
  return type === 'UNKNOWN' || type === 'NULL' || types.includes(type);
}

function castsItself(from: StaticType, to: VariableType): boolean {
  if (isOneOf(from, [to])) return true;
  return to === 'STR' ? isOneOf(from, ['INT', 'DOUBLE', 'BOOL']) : to === 'DOUBLE' && from === 'INT';
}
