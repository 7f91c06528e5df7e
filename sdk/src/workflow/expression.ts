// Values of a workflow as code: each holds the VariableAssignment it stands for, and its type allows only what the engine can do with it.
import type { Operator, VariableAssignment } from '../../../lib/contracts/assignment.ts';
import type { JsonObject, JsonValue } from '../../../lib/contracts/json.ts';
import { int64ToJson, type VariableType } from '../../../lib/contracts/value.ts';

/** ANY is what only the run will know: a path into JSON, the output of a task known by name alone. */
export type ExprType = VariableType | 'ANY';

type Literals = {
  STR: string;
  INT: number | bigint;
  DOUBLE: number;
  BOOL: boolean;
  JSON_OBJ: JsonObject;
  JSON_ARR: JsonValue[];
  ANY: JsonValue | bigint;
};

/** The types whose values may stand where a `T` is wanted: its own, ANY, and an INT for a DOUBLE. */
type Source<T extends ExprType> = T extends 'ANY'
  ? ExprType
  : T extends 'DOUBLE'
    ? 'DOUBLE' | 'INT' | 'ANY'
    : T | 'ANY';

/** What may be given where a `T` is wanted: a literal, null, or a value of the workflow. */
export type Operand<T extends ExprType> = Literals[T] | null | Expr<Source<T>>;

/** Numbers compare by value, whatever their type. */
type Comparable<T extends ExprType> = T extends 'INT' ? 'DOUBLE' : T;

const ASSIGNMENT: unique symbol = Symbol('assignment');
declare const TYPE: unique symbol;

type Core<T extends ExprType> = {
  readonly [ASSIGNMENT]: VariableAssignment;
  readonly [TYPE]?: T;
  isEqualTo(other: Operand<Comparable<T>>): Condition;
  isNotEqualTo(other: Operand<Comparable<T>>): Condition;
};

type Ordering<T extends ExprType> = {
  isLessThan(other: Operand<Comparable<T>>): Condition;
  isAtMost(other: Operand<Comparable<T>>): Condition;
  isGreaterThan(other: Operand<Comparable<T>>): Condition;
  isAtLeast(other: Operand<Comparable<T>>): Condition;
};

/** INT with INT is INT (a quotient is cut off toward zero), INT with DOUBLE is DOUBLE. */
type Calculation<T extends ExprType> = T extends 'INT'
  ? { (other: Operand<'INT'>): Expr<'INT'>; (other: Operand<'DOUBLE'>): Expr<'DOUBLE'> }
  : (other: Operand<'DOUBLE'>) => Expr<T>;

type Arithmetic<T extends ExprType> = {
  plus: Calculation<T>;
  minus: Calculation<T>;
  times: Calculation<T>;
  dividedBy: Calculation<T>;
};

type Logic = {
  and(other: Operand<'BOOL'>): Condition;
  or(other: Operand<'BOOL'>): Condition;
  not(): Condition;
};

type Json = {
  /** An RFC 9535 path, like `$.order.total`. What is not there is null. */
  jsonPath(path: string): Expr<'ANY'>;
};

type Methods = {
  STR: Ordering<'STR'>;
  INT: Ordering<'INT'> & Arithmetic<'INT'>;
  DOUBLE: Ordering<'DOUBLE'> & Arithmetic<'DOUBLE'>;
  BOOL: Logic;
  JSON_OBJ: Json;
  JSON_ARR: Json;
  ANY: Ordering<'ANY'> & Arithmetic<'ANY'> & Logic & Json;
};

/** A value that the workflow will have when it runs. */
export type Expr<T extends ExprType> = T extends ExprType ? Core<T> & Methods[T] : never;

/** What an if or a while asks. Null counts as false. */
export type Condition = Expr<'BOOL'>;

/** The value that an assignment stands for; the caller says of which type it will be. */
export function expression<T extends ExprType>(assignment: VariableAssignment): Expr<T> {
  const combine = (operator: Operator) => (other: Operand<'ANY'>) =>
    expression<'ANY'>({ expression: { left: assignment, operator, right: assignmentOf(other) } });
  const methods = {
    [ASSIGNMENT]: assignment,
    isEqualTo: combine('EQUALS'),
    isNotEqualTo: combine('NOT_EQUALS'),
    isLessThan: combine('LESS_THAN'),
    isAtMost: combine('LESS_THAN_EQ'),
    isGreaterThan: combine('GREATER_THAN'),
    isAtLeast: combine('GREATER_THAN_EQ'),
    and: combine('AND'),
    or: combine('OR'),
    not: () => expression<'BOOL'>({ not: assignment }),
    plus: combine('ADD'),
    minus: combine('SUBTRACT'),
    times: combine('MULTIPLY'),
    dividedBy: combine('DIVIDE'),
    jsonPath: (path: string) => expression<'ANY'>(atPath(assignment, path)),
  };
  // Every value has all methods; its type shows those that make sense for it.
  return methods as unknown as Expr<T>;
}

/** The assignment that gives an operand: its own, or a literal. */
export function assignmentOf(operand: Operand<ExprType>): VariableAssignment {
  if (typeof operand === 'bigint') return { literal: int64ToJson(operand), type: 'INT' };
  return isExpression(operand) ? operand[ASSIGNMENT] : { literal: operand };
}

function isExpression(operand: Exclude<Operand<ExprType>, bigint>): operand is Expr<ExprType> {
  return typeof operand === 'object' && operand !== null && ASSIGNMENT in operand;
}

function atPath(assignment: VariableAssignment, path: string): VariableAssignment {
  if ('variable' in assignment && assignment.jsonPath === undefined) return { ...assignment, jsonPath: path };
  if ('nodeOutput' in assignment && assignment.jsonPath === undefined) return { ...assignment, jsonPath: path };
  throw new Error(
    `jsonPath('${path}') works on a variable or on the output of a step, and once: write one longer path`,
  );
}
