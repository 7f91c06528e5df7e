// Static types of assignments: what can be known to be wrong before anything runs is refused on PUT (decision 16).
import type { Operator, VariableAssignment } from '#contracts/assignment.ts';
import { typeName, type VariableType, valueFits } from '#contracts/value.ts';
import { isDynamic } from '#contracts/wf-spec.ts';
import { lookup } from '../lookup.ts';
import { outputTypeOf } from '../node-output.ts';
import { typeErrors } from '../struct-defs.ts';
import { mayCast } from '../values/cast.ts';
import { PLACEHOLDER } from '../values/evaluate.ts';
import { jsonPathError } from '../values/json-path.ts';
import { typeInside } from '../values/path.ts';
import { readJson } from '../values/read.ts';
import { ValueError } from '../values/value.ts';
import { checkShown, type NodeCheck } from './node-check.ts';
import { resultOf } from './operator-type.ts';
import { castsItself, isOneOf, mayBeKeyed, mayBeList, nameOf, type StaticType } from './static-type.ts';

type Of<K extends string> = Extract<VariableAssignment, Record<K, unknown>>;

/** Reports what is wrong with an assignment in itself, and gives its type. */
export function checkAssignment(check: NodeCheck, path: string, assignment: VariableAssignment): StaticType {
  if ('literal' in assignment) return checkLiteral(check, path, assignment);
  if ('variable' in assignment) {
    const variable = check.variables.get(assignment.variable);
    if (!variable)
      check.report(`${path}.variable`, `there is no variable ${assignment.variable} that this thread can see`);
    return checkInside(check, path, assignment, variable?.type ?? 'UNKNOWN');
  }
  if ('nodeOutput' in assignment) {
    return checkInside(check, path, assignment, checkOutput(check, path, assignment.nodeOutput));
  }
  if ('doneBy' in assignment) {
    if (lookup(check.threadSpec.nodes, assignment.doneBy)?.type !== 'USER_TASK') {
      check.report(`${path}.doneBy`, `there is no USER_TASK node ${assignment.doneBy} in this thread`);
    }
    return 'STR';
  }
  if ('requester' in assignment) return 'STR';
  if ('format' in assignment) return checkFormat(check, path, assignment);
  if ('not' in assignment) {
    checkCondition(check, `${path}.not`, assignment.not);
    return 'BOOL';
  }
  if ('sizeOf' in assignment) return checkSizeOf(check, path, assignment);
  if ('cast' in assignment) return checkCast(check, path, assignment);
  if ('struct' in assignment) return checkStruct(check, path, assignment);
  const { left, operator, right } = assignment.expression;
  const at = `${path}.expression`;
  const leftType = checkAssignment(check, `${at}.left`, left);
  return checkOperation(check, { whole: at, right: `${at}.right` }, operator, leftType, right);
}

/** Reports what keeps an operator from being applied, and gives the type of what it makes. */
export function checkOperation(
  check: NodeCheck,
  paths: { whole: string; right: string },
  operator: Operator,
  left: StaticType,
  right: VariableAssignment,
): StaticType {
  const rightType = checkAssignment(check, paths.right, right);
  const canBe = (type: VariableType) => becomes(check, right, rightType, type);
  const result = resultOf(operator, left, { type: rightType, canBe });
  if (result) return result;
  check.report(paths.whole, `Cannot apply ${operator} to ${nameOf(left)} and ${nameOf(rightType)}`);
  return 'UNKNOWN';
}

/** Reports a value that cannot become a `type` by itself, and a masked one that would come into view. */
export function checkAssignable(
  check: NodeCheck,
  path: string,
  assignment: VariableAssignment,
  type: VariableType,
): void {
  checkHidden(check, path, assignment, type);
  checkShown(check, path, assignment);
}

/** The same where a masked value stays out of view. */
export function checkHidden(check: NodeCheck, path: string, assignment: VariableAssignment, type: VariableType): void {
  const from = checkAssignment(check, path, assignment);
  if (!becomes(check, assignment, from, type)) reportUnassignable(check, path, from, type);
}

export function reportUnassignable(check: NodeCheck, path: string, from: StaticType, to: VariableType): void {
  check.report(path, `Cannot assign ${nameOf(from)} to ${typeName(to)} without explicit casting`);
}

/** Reports a condition that can never be a BOOL. */
export function checkCondition(check: NodeCheck, path: string, assignment: VariableAssignment): void {
  const type = checkAssignment(check, path, assignment);
  if (!isOneOf(type, ['BOOL'])) check.report(path, `a condition must be BOOL, not ${nameOf(type)}`);
}

/** A literal becomes whatever it stands for. */
function becomes({ structs }: NodeCheck, assignment: VariableAssignment, from: StaticType, to: VariableType): boolean {
  const isLiteral = 'literal' in assignment && assignment.type === undefined;
  return castsItself(from, to) || (isLiteral && valueFits(to, assignment.literal, structs));
}

function checkType(check: NodeCheck, path: string, type: VariableType): boolean {
  const errors = typeErrors(path, type, check.definitions);
  for (const error of errors) check.report(error.path, error.message);
  return errors.length === 0;
}

function checkLiteral(check: NodeCheck, path: string, { literal, type }: Of<'literal'>): StaticType {
  if (!type) return readJson(literal).type;
  const fits = !checkType(check, `${path}.type`, type) || valueFits(type, literal, check.structs);
  if (!fits) check.report(`${path}.literal`, `must be ${typeName(type)}`);
  return type;
}

function checkOutput(check: NodeCheck, path: string, nodeName: string): StaticType {
  const node = lookup(check.threadSpec.nodes, nodeName);
  if (!node) {
    check.report(`${path}.nodeOutput`, `there is no node ${nodeName} in this thread`);
    return 'UNKNOWN';
  }
  // A missing TaskDef is reported at its own node.
  if (node.type === 'TASK' && !isDynamic(node.taskDefName) && !check.definitions.taskDef(node.taskDefName)) {
    return 'UNKNOWN';
  }
  const type = outputTypeOf(node, check.threadSpec, check.definitions);
  if (!type) check.report(`${path}.nodeOutput`, `node ${nodeName} has no output`);
  return type === null || type === 'ANY' ? 'UNKNOWN' : type;
}

function checkInside(
  check: NodeCheck,
  path: string,
  one: Of<'variable'> | Of<'nodeOutput'>,
  type: StaticType,
): StaticType {
  const { path: steps, jsonPath } = one;
  if (steps && jsonPath !== undefined) check.report(`${path}.jsonPath`, 'give a path or a jsonPath, not both');
  if (steps) return checkPath(check, `${path}.path`, steps, type);
  if (jsonPath === undefined) return type;
  if (!isOneOf(type, ['JSON_OBJ', 'JSON_ARR'])) check.report(`${path}.jsonPath`, `needs JSON, not ${nameOf(type)}`);
  const error = jsonPathError(jsonPath);
  if (error) check.report(`${path}.jsonPath`, error);
  return 'UNKNOWN';
}

/** The type at the end of a typed path. */
export function checkPath(
  check: NodeCheck,
  path: string,
  steps: readonly (string | number)[],
  from: StaticType,
): StaticType {
  let type = from;
  for (const [index, step] of steps.entries()) {
    if (type === 'UNKNOWN' || type === 'NULL') return 'UNKNOWN';
    try {
      type = typeInside(type, step, check.structs) ?? 'UNKNOWN';
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      check.report(`${path}.${index}`, error.message);
      return 'UNKNOWN';
    }
  }
  return type;
}

function checkFormat(check: NodeCheck, path: string, { format, args }: Of<'format'>): StaticType {
  for (const [placeholder, index] of format.matchAll(PLACEHOLDER)) {
    if (Number(index) >= args.length) check.report(`${path}.format`, `${placeholder} has no argument`);
  }
  args.forEach((arg, index) => {
    checkAssignment(check, `${path}.args.${index}`, arg);
  });
  return 'STR';
}

function checkSizeOf(check: NodeCheck, path: string, { sizeOf }: Of<'sizeOf'>): StaticType {
  const type = checkAssignment(check, `${path}.sizeOf`, sizeOf);
  const hasSize = isOneOf(type, ['STR']) || mayBeList(type) || mayBeKeyed(type);
  if (!hasSize) check.report(`${path}.sizeOf`, `Cannot resolve size() of ${nameOf(type)}`);
  return 'INT';
}

function checkCast(check: NodeCheck, path: string, { cast, to }: Of<'cast'>): StaticType {
  const from = checkAssignment(check, `${path}.cast`, cast);
  if (!checkType(check, `${path}.to`, to)) return 'UNKNOWN';
  const isPossible = from === 'NULL' || from === 'UNKNOWN' || mayCast(from, to);
  if (!isPossible) check.report(path, `Cannot cast from ${nameOf(from)} to ${typeName(to)}`);
  return to;
}

function checkStruct(check: NodeCheck, path: string, { struct, version, fields: given }: Of<'struct'>): StaticType {
  const type = { struct, version };
  const fields = checkType(check, `${path}.struct`, type) ? check.structs(struct, version) : undefined;
  for (const [name, assignment] of Object.entries(given)) {
    const field = fields && lookup(fields, name);
    if (field) checkHidden(check, `${path}.fields.${name}`, assignment, field.type);
    else checkAssignment(check, `${path}.fields.${name}`, assignment);
    if (fields && !field) check.report(`${path}.fields.${name}`, `could not find field '${name}' in ${typeName(type)}`);
  }
  for (const [name, field] of Object.entries(fields ?? {})) {
    const isMissing = !Object.hasOwn(given, name) && field.default === undefined && !field.nullable;
    if (isMissing) check.report(`${path}.fields`, `field ${name} of ${typeName(type)} needs a value`);
  }
  return fields ? type : 'UNKNOWN';
}
