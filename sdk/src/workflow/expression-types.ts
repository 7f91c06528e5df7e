// What can be done with a value of each type, so that what the engine could not do does not compile.
import type { VariableAssignment } from '../../../lib/contracts/assignment.ts';
import type { JsonValue } from '../../../lib/contracts/json.ts';
import type { MapKeyType } from '../../../lib/contracts/value.ts';
import type { StructDefinition, Type, TypeIn, ValueOf } from '../types/type.ts';
import type { Read } from './thread-scope.ts';

/** ANY is what only the run will know: a path into JSON, the output of a task known by name alone. */
export type ExprType = Type | 'ANY';

export const ASSIGNMENT: unique symbol = Symbol('assignment');
export const TYPE: unique symbol = Symbol('type');
export const READS: unique symbol = Symbol('reads');

/** A value that a workflow will have, whatever can be done with it. */
export type Ref<T extends ExprType> = {
  readonly [ASSIGNMENT]: VariableAssignment;
  readonly [TYPE]: T;
  readonly [READS]: readonly Read[];
};

type AnyArray = { readonly array: Type };
type AnyMap = { readonly map: { readonly key: MapKeyType; readonly value: Type } };
type Keyed = 'JSON_OBJ' | AnyMap;
type List = 'JSON_ARR' | AnyArray;

/** The types whose values become a `T` by themselves. */
type Source<T extends ExprType> = T extends 'ANY'
  ? ExprType
  :
      | T
      | 'ANY'
      | (T extends 'STR'
          ? 'INT' | 'DOUBLE' | 'BOOL' | 'BYTES' | 'WF_RUN_ID'
          : T extends 'DOUBLE'
            ? 'INT'
            : T extends 'JSON_ARR'
              ? AnyArray
              : T extends 'JSON_OBJ'
                ? AnyMap | StructDefinition
                : never);
type Literal<T extends ExprType> = T extends 'ANY' ? JsonValue | bigint | Date | Uint8Array : ValueOf<T>;

/** What may be given where a `T` is wanted: a literal, null, or a value of the workflow. */
export type Operand<T extends ExprType> = Literal<T> | null | Ref<Source<T>>;

/** What a `T` can sensibly be compared with. Numbers compare by value, whatever their type. */
type Comparand<T extends ExprType> = T extends 'INT' | 'DOUBLE'
  ? number | bigint | null | Ref<'INT' | 'DOUBLE' | 'ANY'>
  : T extends 'ANY'
    ? Operand<'ANY'>
    : Literal<T> | null | Ref<T | 'ANY'>;

/** A `place` is a variable, or what is inside one: it can be changed. */
export type Kind = 'value' | 'place';
type Of<T extends ExprType, K extends Kind> = K extends 'place' ? Place<T> : Expr<T>;

type Comparing<T extends ExprType> = {
  isEqualTo(other: Comparand<T>): Condition;
  isNotEqualTo(other: Comparand<T>): Condition;
  /** True for an item of a list, a part of a text, and a key of a map or of JSON. */
  isIn(container: Comparand<T>[] | Ref<List | Keyed | 'STR' | 'ANY'>): Condition;
  isNotIn(container: Comparand<T>[] | Ref<List | Keyed | 'STR' | 'ANY'>): Condition;
};

type Casts = {
  STR: 'INT' | 'DOUBLE' | 'BOOL' | 'BYTES' | 'WF_RUN_ID' | 'TIMESTAMP';
  INT: 'DOUBLE' | 'STR' | 'TIMESTAMP';
  DOUBLE: 'INT' | 'STR';
  BOOL: 'STR';
  TIMESTAMP: 'STR' | 'INT';
  BYTES: 'STR';
  WF_RUN_ID: 'STR';
  JSON_OBJ: AnyMap | StructDefinition;
  JSON_ARR: AnyArray;
  ANY: Type;
};
type CastOf<T extends ExprType> = T extends keyof Casts ? Casts[T] : T extends AnyArray ? 'JSON_ARR' : 'JSON_OBJ';
type Casting<T extends ExprType> = {
  /** The value as another type, where that does not happen by itself; fails if it cannot be one. */
  castTo<const To extends CastOf<T>>(type: To): Expr<To>;
};

type Ordering<T extends ExprType> = {
  isLessThan(other: Comparand<T>): Condition;
  isAtMost(other: Comparand<T>): Condition;
  isGreaterThan(other: Comparand<T>): Condition;
  isAtLeast(other: Comparand<T>): Condition;
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
  power: Calculation<T>;
};

type Logic = {
  and(other: Operand<'BOOL'>): Condition;
  or(other: Operand<'BOOL'>): Condition;
  not(): Condition;
};

type Sized = { size(): Expr<'INT'> };
type Text = Sized & {
  /** The text with another after it. */
  plus(other: Operand<'STR'>): Expr<'STR'>;
  contains(part: Operand<'STR'>): Condition;
};
type Bytes = { extendedBy(other: Operand<'BYTES'>): Expr<'BYTES'> };

type Listing<T extends ExprType, Item extends ExprType> = Sized & {
  contains(item: Operand<Item>): Condition;
  /** The list with one more item. */
  plus(item: Operand<Item>): Expr<T>;
  extendedBy(list: Operand<T>): Expr<T>;
  /** The list without the items that equal this one. */
  without(item: Operand<Item>): Expr<T>;
  withoutIndex(index: Operand<'INT'>): Expr<T>;
};
type Keying<T extends ExprType, Key extends ExprType> = Sized & {
  contains(key: Operand<Key>): Condition;
  /** With the keys of another, which win. */
  extendedBy(other: Operand<T>): Expr<T>;
  withoutKey(key: Operand<Key>): Expr<T>;
};

type Json = {
  /** An RFC 9535 path, like `$.order.total`. What is not there is null. */
  jsonPath(path: string): Expr<'ANY'>;
};

/** The keys or indexes that lead into a `T`. */
type StepOf<T extends ExprType> = T extends 'ANY'
  ? string | number
  : T extends List
    ? number
    : T extends StructDefinition<string, infer Fields>
      ? keyof Fields & string
      : T extends { readonly map: { readonly key: 'INT' | 'DOUBLE' } }
        ? number
        : T extends Keyed
          ? string
          : never;
/** What a step leads to. */
type Inside<T extends ExprType, Step> = T extends AnyArray
  ? T['array']
  : T extends AnyMap
    ? T['map']['value']
    : T extends StructDefinition<string, infer Fields>
      ? Step extends keyof Fields
        ? TypeIn<Fields[Step]>
        : never
      : 'ANY';
type Into<T extends ExprType, K extends Kind> = {
  /** What is inside: by index, by key, by the name of a field. */
  at<const A extends StepOf<T>>(a: A): Of<Inside<T, A>, K>;
  at<const A extends StepOf<T>, const B extends StepOf<Inside<T, A>>>(a: A, b: B): Of<Inside<Inside<T, A>, B>, K>;
  at<const A extends StepOf<T>, const B extends StepOf<Inside<T, A>>, const C extends StepOf<Inside<Inside<T, A>, B>>>(
    a: A,
    b: B,
    c: C,
  ): Of<Inside<Inside<Inside<T, A>, B>, C>, K>;
};

type Methods<K extends Kind> = {
  STR: Ordering<'STR'> & Text;
  INT: Ordering<'INT'> & Arithmetic<'INT'>;
  DOUBLE: Ordering<'DOUBLE'> & Arithmetic<'DOUBLE'>;
  BOOL: Logic;
  TIMESTAMP: Ordering<'TIMESTAMP'>;
  WF_RUN_ID: unknown;
  BYTES: Bytes;
  JSON_OBJ: Json & Keying<'JSON_OBJ', 'STR'> & Into<'JSON_OBJ', K>;
  JSON_ARR: Json & Listing<'JSON_ARR', 'ANY'> & Into<'JSON_ARR', K>;
  ANY: Ordering<'ANY'> &
    Arithmetic<'ANY'> &
    Logic &
    Json &
    Keying<'ANY', 'ANY'> &
    Listing<'ANY', 'ANY'> &
    Into<'ANY', K>;
};
type MethodsOf<T extends ExprType, K extends Kind> = T extends keyof Methods<K>
  ? Methods<K>[T]
  : T extends AnyArray
    ? Listing<T, T['array']> & Into<T, K>
    : T extends AnyMap
      ? Keying<T, T['map']['key']> & Into<T, K>
      : Into<T, K>;

/** A value that the workflow will have when it runs. */
export type Expr<T extends ExprType> = T extends ExprType
  ? Ref<T> & Comparing<T> & Casting<T> & MethodsOf<T, 'value'>
  : never;

/** What an if or a while asks. Null counts as false. */
export type Condition = Expr<'BOOL'>;

type Assigning<T extends ExprType> = {
  /** Sets it, once the step before has completed. */
  assign(value: Operand<T>): void;
};
/** An INT stays one: a DOUBLE must be cast first. */
type Counting<T extends ExprType> = {
  add(other: Operand<T>): void;
  subtract(other: Operand<T>): void;
  multiply(other: Operand<T>): void;
  divide(other: Operand<T>): void;
  raise(exponent: Operand<T>): void;
};
type Collecting<T extends ExprType, Item extends ExprType> = {
  add(item: Operand<Item>): void;
  extend(list: Operand<T>): void;
  removeIfPresent(item: Operand<Item>): void;
  removeIndex(index: Operand<'INT'>): void;
};
type Mapping<T extends ExprType, Key extends ExprType> = {
  extend(other: Operand<T>): void;
  removeKey(key: Operand<Key>): void;
};
type Changes = {
  STR: { add(text: Operand<'STR'>): void };
  INT: Counting<'INT'>;
  DOUBLE: Counting<'DOUBLE'>;
  BYTES: { extend(bytes: Operand<'BYTES'>): void };
  JSON_OBJ: Mapping<'JSON_OBJ', 'STR'>;
  JSON_ARR: Collecting<'JSON_ARR', 'ANY'>;
  ANY: Counting<'ANY'> & Collecting<'ANY', 'ANY'> & Mapping<'ANY', 'ANY'>;
};
type ChangesOf<T extends ExprType> = T extends keyof Changes
  ? Changes[T]
  : T extends AnyArray
    ? Collecting<T, T['array']>
    : T extends AnyMap
      ? Mapping<T, T['map']['key']>
      : unknown;

/** A variable, or what is inside one: a value that steps may change. Adjectives make a new value, verbs change this one. */
export type Place<T extends ExprType> = T extends ExprType
  ? Ref<T> & Comparing<T> & Casting<T> & MethodsOf<T, 'place'> & Assigning<T> & ChangesOf<T>
  : never;

/** A variable of a thread. */
export type Variable<T extends Type> = Place<T> & { readonly name: string };
