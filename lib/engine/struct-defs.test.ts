// StructDefs: what is refused on PUT, what an update may change, and pinning (J-13, J-14).
import { describe, expect, it } from 'vitest';
import { type StructDef, type StructDefBody, structDef, structDefBody } from '#contracts/struct-def.ts';
import type { VariableType } from '#contracts/value.ts';
import {
  isSameStructDef,
  pinStructDef,
  pinType,
  type StructDefs,
  structUpdateErrors,
  typeErrors,
  validateStructDef,
} from './struct-defs.ts';

type BodyInput = (typeof structDefBody)['_zod']['input'];
const body = (fields: BodyInput['fields']): StructDefBody => structDefBody.parse({ fields });
const stored = (name: string, version: number, fields: BodyInput['fields']): StructDef =>
  structDef.parse({ fields, name, version, createdAt: '2026-01-01T00:00:00Z' });

const STORED = [
  stored('person', 0, { name: { type: 'STR' } }),
  stored('person', 1, { name: { type: 'STR' }, age: { type: 'INT', default: 0 } }),
];
const STRUCTS: StructDefs = {
  structDef: (name, version) =>
    STORED.filter((def) => def.name === name && (version === undefined || def.version === version)).at(-1),
};
const person = (version?: number): VariableType => ({ struct: 'person', ...(version !== undefined && { version }) });

describe('J-13 a StructDef', () => {
  it.each<[string, BodyInput['fields'], string[]]>([
    [
      'of plain types, arrays, maps and structs is fine',
      { a: { type: 'BYTES' }, b: { type: { array: person() } } },
      [],
    ],
    ['holds no JSON', { a: { type: 'JSON_OBJ' } }, ['fields.a.type']],
    ['holds no JSON in an array', { a: { type: { array: { array: 'JSON_ARR' } } } }, ['fields.a.type']],
    ['holds no JSON in a map', { a: { type: { map: { key: 'STR', value: 'JSON_OBJ' } } } }, ['fields.a.type']],
    ['names structs that exist', { a: { type: { array: { struct: 'nobody' } } } }, ['fields.a.type.array']],
    ['names versions that exist', { a: { type: person(2) } }, ['fields.a.type']],
    ['has defaults of their type', { a: { type: 'INT', default: 'x' } }, ['fields.a.default']],
    ['has null as a default only where null may be', { a: { type: 'INT', default: null } }, ['fields.a.default']],
  ])('%s', (_what, fields, paths) => {
    expect(validateStructDef(body(fields), STRUCTS).map(({ path }) => path)).toEqual(paths);
  });

  it.each(['Name', '_name', '1name', 'na_me', 'na$me', ''])('has no field %j', (name) => {
    expect(structDefBody.safeParse({ fields: { [name]: { type: 'STR' } } }).success).toBe(false);
  });

  it('pins the structs in it to their latest version, and keeps a version that is given', () => {
    const { fields } = pinStructDef(body({ a: { type: { array: person() } }, b: { type: person(0) } }), STRUCTS);
    expect(fields.a?.type).toEqual({ array: person(1) });
    expect(fields.b?.type).toEqual(person(0));
    expect(pinType({ map: { key: 'INT', value: person() } }, STRUCTS)).toEqual({
      map: { key: 'INT', value: person(1) },
    });
  });
});

describe('J-13 an update', () => {
  const BEFORE = body({ a: { type: 'STR' }, b: { type: 'INT', nullable: true }, c: { type: person(0) } });
  const after = (fields: BodyInput['fields']) => structUpdateErrors(BEFORE, body({ ...BEFORE.fields, ...fields }));

  it.each<[string, BodyInput['fields'], string[]]>([
    ['may add a field with a default', { d: { type: 'INT', default: 1 } }, []],
    ['may add a field that is nullable', { d: { type: 'INT', nullable: true } }, []],
    ['may name a later version of a struct', { c: { type: person(1) } }, []],
    ['may not add a field that values lack', { d: { type: 'INT' } }, ['fields.d']],
    ['may not change a type', { a: { type: 'INT' } }, ['fields.a.type']],
    ['may not forbid null where it was', { b: { type: 'INT' } }, ['fields.b.nullable']],
  ])('%s', (_what, fields, paths) => {
    expect(after(fields).map(({ path }) => path)).toEqual(paths);
  });

  it('may not remove a field', () => {
    const { a: _, ...fields } = BEFORE.fields;
    expect(structUpdateErrors(BEFORE, body(fields))).toMatchObject([{ path: 'fields.a' }]);
  });

  it('may not take away the default by which a field could be left out', () => {
    const withDefault = body({ a: { type: 'STR', default: 'x' } });
    expect(structUpdateErrors(withDefault, body({ a: { type: 'STR' } }))).toMatchObject([{ path: 'fields.a.default' }]);
  });

  it('of nothing is none, whatever the order of the fields; one of a description is one', () => {
    const { a, b, c } = BEFORE.fields;
    expect(isSameStructDef(BEFORE, { ...BEFORE, fields: { ...(c && { c }), ...(b && { b }), ...(a && { a }) } })).toBe(
      true,
    );
    expect(isSameStructDef(BEFORE, { ...BEFORE, description: 'x' })).toBe(false);
  });
});

it('J-14 a type that refers to an unknown StructDef says so', () => {
  expect(typeErrors('returnType', { map: { key: 'STR', value: { struct: 'nobody' } } }, STRUCTS)).toEqual([
    { path: 'returnType.map.value', message: 'Refers to non-existent StructDef nobody' },
  ]);
  expect(typeErrors('returnType', person(), STRUCTS)).toEqual([]);
});
