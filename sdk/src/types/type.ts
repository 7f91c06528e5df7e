// The types of values as a program writes them: the contract's, with a struct's definition in place of its name.
import type { z } from 'zod';
import type { JsonObject, JsonValue } from '../../../lib/contracts/json.ts';
import type { structDefBody } from '../../../lib/contracts/struct-def.ts';
import type { MapKeyType, PrimitiveType, VariableType } from '../../../lib/contracts/value.ts';

/** `'STR'`, `{ array: 'INT' }`, `{ map: { key: 'STR', value: 'DOUBLE' } }`, or what `defineStruct` gave. */
export type Type =
  | PrimitiveType
  | { readonly array: Type }
  | { readonly map: { readonly key: MapKeyType; readonly value: Type } }
  | StructDefinition;

type StructField = Type | { readonly type: Type; nullable?: boolean; default?: unknown; description?: string };
export type StructFields = { readonly [name: string]: StructField };

/** The key under which a struct keeps its fields as they were written. */
export const FIELDS: unique symbol = Symbol('fields');

/** The body of `PUT /struct-defs/{name}`, with its fields in its type. */
export type StructDefinition<Name extends string = string, Fields extends StructFields = StructFields> = z.input<
  typeof structDefBody
> & { readonly name: Name; readonly [FIELDS]: Fields };

/** The type in `'STR'` and in `{ type: 'STR', … }`. */
export type TypeIn<T> = T extends { readonly type: infer Of extends Type } ? Of : T extends Type ? T : never;

type Plain = {
  STR: string;
  /** A bigint beyond 2^53. */
  INT: number | bigint;
  DOUBLE: number;
  BOOL: boolean;
  TIMESTAMP: Date;
  WF_RUN_ID: string;
  BYTES: Uint8Array;
  JSON_OBJ: JsonObject;
  JSON_ARR: JsonValue[];
};

/** What a value of the type is in JavaScript. Any value, and what is in an array or a map, may be null besides. */
export type ValueOf<T> = T extends PrimitiveType
  ? Plain[T]
  : T extends { readonly array: infer Item }
    ? (ValueOf<Item> | null)[]
    : T extends { readonly map: { readonly value: infer Value } }
      ? { [key: string]: ValueOf<Value> | null }
      : T extends StructDefinition<string, infer Fields>
        ? { [Name in keyof Fields]: ValueOf<TypeIn<Fields[Name]>> | NullIn<Fields[Name]> }
        : never;
type NullIn<Field> = Field extends { readonly nullable: true } ? null : never;

/** The type in `'STR'` and in `{ type: 'STR', … }`. */
export function typeIn<T extends Type | { readonly type: Type }>(given: T): TypeIn<T> {
  return (typeof given === 'object' && 'type' in given ? given.type : given) as TypeIn<T>;
}

export const isStruct = (type: Exclude<Type, string>): type is StructDefinition => FIELDS in type;

/** The type as the API takes it: structs by name, in the version that is the latest when the definition is put. */
export function variableTypeOf(type: Type): VariableType {
  if (typeof type === 'string') return type;
  if (isStruct(type)) return { struct: type.name };
  if ('array' in type) return { array: variableTypeOf(type.array) };
  return { map: { key: type.map.key, value: variableTypeOf(type.map.value) } };
}

/** The structs that a type is made of, each after those in its own fields. */
export function structsIn(type: Type): StructDefinition[] {
  if (typeof type === 'string') return [];
  if (isStruct(type)) return [...Object.values(type[FIELDS]).flatMap((field) => structsIn(typeIn(field))), type];
  return structsIn('array' in type ? type.array : type.map.value);
}
