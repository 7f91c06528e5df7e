// Values as a workflow is written with them: each stands for an assignment that the engine works out when the run is there.
import type { MutationOperation, Operator, ValuePath, VariableAssignment } from '../../../lib/contracts/assignment.ts';
import { jsonOf } from '../types/json.ts';
import { FIELDS, isStruct, type Type, typeIn, variableTypeOf } from '../types/type.ts';
import {
  ASSIGNMENT,
  type Expr,
  type ExprType,
  type Operand,
  type Place,
  READS,
  type Ref,
  TYPE,
} from './expression-types.ts';
import type { Read } from './thread-scope.ts';

/** Changes what is at `path` in a variable. */
export type ChangeVariable = (
  operation: MutationOperation,
  path: ValuePath,
  value: Operand<ExprType>,
  type: ExprType,
) => void;

/** The value that an assignment stands for, and what it reads; the caller says of which type it will be. */
export function expression<const T extends ExprType>(
  assignment: VariableAssignment,
  type: T,
  reads: readonly Read[] = [],
): Expr<T> {
  // Every value has all methods; its type shows those that make sense for it.
  return { ...refOf(assignment, type, reads), ...readingMethods(assignment, type, reads) } as unknown as Expr<T>;
}

/** The same for a variable, or for what is at `path` in it, which can be changed. */
export function place<const T extends ExprType>(
  name: string,
  type: T,
  reads: readonly Read[],
  change: ChangeVariable,
  path: ValuePath = [],
): Place<T> {
  const assignment = { variable: name, ...(path.length > 0 && { path }) };
  const changing = (operation: MutationOperation, of: ExprType) => (value: Operand<ExprType>) =>
    change(operation, path, value, of);
  return {
    ...refOf(assignment, type, reads),
    ...readingMethods(assignment, type, reads),
    at: (...steps: ValuePath) => place(name, typeInside(type, steps), reads, change, [...path, ...steps]),
    assign: changing('ASSIGN', type),
    add: changing('ADD', itemOf(type)),
    subtract: changing('SUBTRACT', type),
    multiply: changing('MULTIPLY', type),
    divide: changing('DIVIDE', type),
    raise: changing('POW', type),
    extend: changing('EXTEND', type),
    removeIfPresent: changing('REMOVE_IF_PRESENT', itemOf(type)),
    removeIndex: changing('REMOVE_INDEX', 'INT'),
    removeKey: changing('REMOVE_KEY', keyOf(type)),
  } as unknown as Place<T>;
}

function refOf<T extends ExprType>(assignment: VariableAssignment, type: T, reads: readonly Read[]): Ref<T> {
  return { [ASSIGNMENT]: assignment, [TYPE]: type, [READS]: reads };
}

function readingMethods(assignment: VariableAssignment, type: ExprType, reads: readonly Read[]) {
  const combine = (operator: Operator, otherType: ExprType, result: ExprType) => (other: Operand<ExprType>) =>
    expression(
      { expression: { left: assignment, operator, right: assignmentOf(other, otherType) } },
      result === 'INT' && type === 'INT' ? numberWith(other) : result,
      [...reads, ...readsOf(other)],
    );
  const compare = (operator: Operator, otherType = type) => combine(operator, otherType, 'BOOL');
  const contains = (part: Operand<ExprType>) =>
    expression({ expression: { left: assignmentOf(part, partOf(type)), operator: 'IN', right: assignment } }, 'BOOL', [
      ...readsOf(part),
      ...reads,
    ]);
  return {
    isEqualTo: compare('EQUALS'),
    isNotEqualTo: compare('NOT_EQUALS'),
    isLessThan: compare('LESS_THAN'),
    isAtMost: compare('LESS_THAN_EQ'),
    isGreaterThan: compare('GREATER_THAN'),
    isAtLeast: compare('GREATER_THAN_EQ'),
    isIn: compare('IN', listOf(type)),
    isNotIn: compare('NOT_IN', listOf(type)),
    contains,
    and: compare('AND', 'BOOL'),
    or: compare('OR', 'BOOL'),
    not: () => expression({ not: assignment }, 'BOOL', reads),
    plus: combine('ADD', itemOf(type), type),
    minus: combine('SUBTRACT', type, type),
    times: combine('MULTIPLY', type, type),
    dividedBy: combine('DIVIDE', type, type),
    power: combine('POW', type, type),
    extendedBy: combine('EXTEND', type, type),
    without: combine('REMOVE_IF_PRESENT', itemOf(type), type),
    withoutIndex: combine('REMOVE_INDEX', 'INT', type),
    withoutKey: combine('REMOVE_KEY', keyOf(type), type),
    size: () => expression({ sizeOf: assignment }, 'INT', reads),
    castTo: (to: Type) => expression({ cast: assignment, to: variableTypeOf(to) }, to, reads),
    at: (...path: ValuePath) => expression(atPath(assignment, path), typeInside(type, path), reads),
    jsonPath: (path: string) => expression(atJsonPath(assignment, path), 'ANY', reads),
  };
}

/** The assignment that gives an operand where a `type` is wanted: its own, or a literal. */
export function assignmentOf(operand: Operand<ExprType>, type: ExprType): VariableAssignment {
  if (isRef(operand)) return operand[ASSIGNMENT];
  const literal = jsonOf(operand);
  const literalType = literal === null ? undefined : typeOfLiteral(operand, type);
  return { literal, ...(literalType !== undefined && { type: variableTypeOf(literalType) }) };
}

export function readsOf(operand: Operand<ExprType>): readonly Read[] {
  return isRef(operand) ? operand[READS] : [];
}

export function isRef(operand: unknown): operand is Ref<ExprType> {
  return typeof operand === 'object' && operand !== null && ASSIGNMENT in operand;
}

/** The type that a literal must be given, because its JSON alone would be taken for another. */
function typeOfLiteral(operand: unknown, wanted: ExprType): Type | undefined {
  if (typeof operand === 'bigint') return 'INT';
  if (operand instanceof Date) return 'TIMESTAMP';
  if (operand instanceof Uint8Array) return 'BYTES';
  return typeof wanted === 'object' || wanted === 'WF_RUN_ID' ? wanted : undefined;
}

function numberWith(other: Operand<ExprType>): ExprType {
  if (isRef(other)) return other[TYPE];
  return typeof other === 'bigint' || Number.isInteger(other) ? 'INT' : 'DOUBLE';
}

function itemOf(type: ExprType): ExprType {
  if (type === 'JSON_ARR') return 'ANY';
  return typeof type === 'object' && 'array' in type ? type.array : type;
}

function keyOf(type: ExprType): ExprType {
  return typeof type === 'object' && 'map' in type ? type.map.key : 'STR';
}

/** What a `type` may contain. */
function partOf(type: ExprType): ExprType {
  if (typeof type === 'string') return type === 'STR' || type === 'JSON_OBJ' ? 'STR' : 'ANY';
  return 'array' in type ? type.array : keyOf(type);
}

/** A list of literals is JSON, unless its items have no JSON of their own. */
function listOf(type: ExprType): ExprType {
  return type === 'TIMESTAMP' || type === 'BYTES' ? { array: type } : 'ANY';
}

function typeInside(type: ExprType, path: ValuePath): ExprType {
  return path.reduce<ExprType>((outer, step) => {
    if (typeof outer === 'string') return 'ANY';
    if (!isStruct(outer)) return 'array' in outer ? outer.array : outer.map.value;
    const field = outer[FIELDS][String(step)];
    if (field === undefined) throw new Error(`${outer.name} has no field ${step}`);
    return typeIn(field);
  }, type);
}

function atPath(assignment: VariableAssignment, path: ValuePath): VariableAssignment {
  if (('variable' in assignment || 'nodeOutput' in assignment) && assignment.jsonPath === undefined) {
    return { ...assignment, path: [...(assignment.path ?? []), ...path] };
  }
  throw new Error(
    `at(${path.join(', ')}) works on a variable or on the output of a step: assign the value to a variable first`,
  );
}

function atJsonPath(assignment: VariableAssignment, jsonPath: string): VariableAssignment {
  const isWhole = ('variable' in assignment || 'nodeOutput' in assignment) && assignment.path === undefined;
  if (isWhole && assignment.jsonPath === undefined) return { ...assignment, jsonPath };
  throw new Error(
    `jsonPath('${jsonPath}') works on a whole variable or on the output of a step, and once: write one longer path`,
  );
}
