// StructDefs: what may be in one, which change keeps it compatible, and how types are pinned to the versions of now (semantics.md 2.5).
import { type JsonValue, jsonEquals } from '#contracts/json.ts';
import type { FieldError } from '#contracts/problem.ts';
import type { StructDef, StructDefBody } from '#contracts/struct-def.ts';
import { type StructLookup, typeName, type VariableType, valueFits } from '#contracts/value.ts';
import { lookup } from './lookup.ts';
import type { World } from './world.ts';

/** Finds a StructDef; without a version, the latest. */
export type StructDefs = { structDef: (name: string, version: number | undefined) => StructDef | undefined };

/** The fields of the structs that pinned types name. */
export function structsOf({ structDef }: Pick<World, 'structDef'>): StructLookup {
  return (name, version) => (version === undefined ? undefined : structDef(name, version)?.fields);
}

/** The type with the latest version of every struct that has none yet. */
export function pinType(type: VariableType, structs: StructDefs): VariableType {
  if (typeof type === 'string') return type;
  if ('array' in type) return { array: pinType(type.array, structs) };
  if ('map' in type) return { map: { ...type.map, value: pinType(type.map.value, structs) } };
  const version = type.version ?? structs.structDef(type.struct, undefined)?.version;
  return version === undefined ? type : { struct: type.struct, version };
}

/** What is wrong with a type: the structs in it must exist. */
export function typeErrors(path: string, type: VariableType, structs: StructDefs): FieldError[] {
  if (typeof type === 'string') return [];
  if ('array' in type) return typeErrors(`${path}.array`, type.array, structs);
  if ('map' in type) return typeErrors(`${path}.map.value`, type.map.value, structs);
  if (structs.structDef(type.struct, type.version)) return [];
  return [{ path, message: `Refers to non-existent StructDef ${typeName(type)}` }];
}

/** The same of a type and the default for it. */
export function typedErrors(
  path: string,
  { type, default: fallback }: { type: VariableType; default?: JsonValue | undefined },
  structs: StructDefs,
): FieldError[] {
  const errors = typeErrors(`${path}.type`, type, structs);
  const pinned = pinType(type, structs);
  if (errors.length > 0 || fallback === undefined || valueFits(pinned, fallback, structsOf(structs))) return errors;
  return [{ path: `${path}.default`, message: `The default must be ${typeName(type)}` }];
}

/** Everything that is wrong with a StructDef in itself; empty when it may be stored. */
export function validateStructDef({ fields }: StructDefBody, structs: StructDefs): FieldError[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = `fields.${name}`;
    const errors = typedErrors(path, field, structs);
    if (hasJson(field.type)) {
      errors.push({
        path: `${path}.type`,
        message: 'A struct holds no JSON: name its fields, or use a typed array or map',
      });
    }
    if (field.default === null && !field.nullable) {
      errors.push({ path: `${path}.default`, message: 'The default is null, but the field is not nullable' });
    }
    return errors;
  });
}

function hasJson(type: VariableType): boolean {
  if (typeof type === 'string') return type === 'JSON_OBJ' || type === 'JSON_ARR';
  if ('array' in type) return hasJson(type.array);
  return 'map' in type && hasJson(type.map.value);
}

/** The body with the structs in it pinned. */
export function pinStructDef(body: StructDefBody, structs: StructDefs): StructDefBody {
  const fields = Object.entries(body.fields).map(([name, field]) => {
    return [name, { ...field, type: pinType(field.type, structs) }] as const;
  });
  return { ...body, fields: Object.fromEntries(fields) };
}

/** True when a put changes nothing; both are pinned. */
export function isSameStructDef(previous: StructDefBody, next: StructDefBody): boolean {
  return jsonEquals(asJson(previous), asJson(next));
}

/** As plain JSON, in which what is undefined is absent. */
function asJson({ description, fields, allowedUpdates }: StructDefBody): JsonValue {
  return JSON.parse(JSON.stringify({ description, fields, allowedUpdates })) as JsonValue;
}

/** What keeps values of `previous` from being values of `next`; empty when the change is compatible. Both are pinned. */
export function structUpdateErrors(previous: StructDefBody, next: StructDefBody): FieldError[] {
  const removed = Object.keys(previous.fields).filter((name) => !Object.hasOwn(next.fields, name));
  return [
    ...removed.map((name) => ({ path: `fields.${name}`, message: 'It cannot be removed: values have it' })),
    ...Object.entries(next.fields).flatMap(([name, field]): FieldError[] => {
      const before = lookup(previous.fields, name);
      const mayBeLeftOut = field.nullable || field.default !== undefined;
      if (!before) {
        const message = 'A new field needs a default, or must be nullable: values do not have it';
        return mayBeLeftOut ? [] : [{ path: `fields.${name}`, message }];
      }
      if (!keepsType(before.type, field.type)) {
        const message = `Its type cannot change from ${typeName(before.type)} to ${typeName(field.type)}`;
        return [{ path: `fields.${name}.type`, message }];
      }
      if (before.nullable && !field.nullable) {
        return [{ path: `fields.${name}.nullable`, message: 'It must stay nullable: values may have null there' }];
      }
      const couldBeLeftOut = before.nullable || before.default !== undefined;
      const message = 'It must keep a default: values may be made without it';
      return couldBeLeftOut && !mayBeLeftOut ? [{ path: `fields.${name}.default`, message }] : [];
    }),
  ];
}

/** True for the same type, but that structs in it may be of later versions. */
export function keepsType(before: VariableType, after: VariableType): boolean {
  if (typeof before === 'string' || typeof after === 'string') return before === after;
  if ('array' in before) return 'array' in after && keepsType(before.array, after.array);
  if ('map' in before) {
    return 'map' in after && before.map.key === after.map.key && keepsType(before.map.value, after.map.value);
  }
  return 'struct' in after && before.struct === after.struct && (before.version ?? 0) <= (after.version ?? 0);
}
