import { isJsonObject, type JsonObject, type JsonValue } from '#contracts/json.ts';
import { type PrimitiveType, type VariableType, valueFits } from '#contracts/value.ts';

/** A field of a struct, as a form asks for it. */
export type FieldSpec = {
  type: VariableType;
  nullable: boolean;
  default?: JsonValue | undefined;
  description?: string | undefined;
};
/** The fields of structs, by `structKey`. */
export type Structs = Readonly<Record<string, Readonly<Record<string, FieldSpec>>>>;

export const structKey = (name: string, version: number | undefined): string => `${name}/${version ?? 0}`;

/** What is typed for a value: a text, a draft for each field of a struct, or for each item of an array. */
export type Draft = string | { readonly [field: string]: Draft } | readonly Draft[];

/** What is wrong with an answer, as a key of the catalogue. */
export type DraftFault =
  | { key: 'required' }
  | { key: 'INT' | 'DOUBLE' | 'TIMESTAMP' | 'BYTES' | 'WF_RUN_ID' | 'JSON_OBJ' | 'JSON_ARR' | 'json' }
  | { key: 'type'; type: VariableType };
export type DraftError = { path: string; fault: DraftFault };
export type Reading = { value: JsonValue | undefined; errors: DraftError[] };

/** How a value of a type is asked for: whatever has no form of its own is asked for as JSON. */
export function shapeOf(type: VariableType, structs: Structs): 'struct' | 'array' | 'json' | PrimitiveType {
  if (typeof type === 'string') return type === 'JSON_OBJ' || type === 'JSON_ARR' ? 'json' : type;
  if ('array' in type) return shapeOf(type.array, structs) === 'json' ? 'json' : 'array';
  if ('map' in type) return 'json';
  return structs[structKey(type.struct, type.version)] ? 'struct' : 'json';
}

/** Nothing typed yet. */
export function emptyDraft(type: VariableType, structs: Structs): Draft {
  switch (shapeOf(type, structs)) {
    case 'struct':
      return Object.fromEntries(
        Object.entries(fieldsOf(type, structs)).map(([name, field]) => [name, emptyDraft(field.type, structs)]),
      );
    case 'array':
      return [];
    default:
      return '';
  }
}

export function fieldsOf(type: VariableType, structs: Structs): Readonly<Record<string, FieldSpec>> {
  if (typeof type === 'string' || !('struct' in type)) return {};
  return structs[structKey(type.struct, type.version)] ?? {};
}

export const itemOf = (type: VariableType): VariableType =>
  typeof type === 'object' && 'array' in type ? type.array : 'STR';

/** True when nothing at all was typed. */
export function isBlank(draft: Draft): boolean {
  if (typeof draft === 'string') return draft.trim() === '';
  return Object.values(draft).every(isBlank);
}

/** The value that was typed, undefined for none, with what is wrong at which path. */
export function readDraft(type: VariableType, draft: Draft, path: string, structs: Structs): Reading {
  if (isBlank(draft) && !(Array.isArray(draft) && draft.length > 0)) return { value: undefined, errors: [] };
  if (typeof draft === 'string') return readText(type, draft, path);
  if (isList(draft)) {
    const items = draft.map((item, index) => readDraft(itemOf(type), item, `${path}.${index}`, structs));
    return { value: items.map(({ value }) => value ?? null), errors: items.flatMap(({ errors }) => errors) };
  }
  const errors: DraftError[] = [];
  const value: JsonObject = {};
  for (const [name, field] of Object.entries(fieldsOf(type, structs))) {
    const read = readDraft(field.type, draft[name] ?? '', `${path}.${name}`, structs);
    errors.push(...read.errors);
    if (read.value !== undefined) value[name] = read.value;
    else if (!field.nullable && field.default === undefined && read.errors.length === 0) {
      errors.push({ path: `${path}.${name}`, fault: { key: 'required' } });
    }
  }
  return { value, errors };
}

const isList = (draft: Draft): draft is readonly Draft[] => Array.isArray(draft);

const WHOLE = /^-?\d+$/;

function readText(type: VariableType, text: string, path: string): Reading {
  const wrong = (fault: DraftFault): Reading => ({ value: undefined, errors: [{ path, fault }] });
  const trimmed = text.trim();
  switch (type) {
    case 'STR':
      return { value: text, errors: [] };
    case 'BOOL':
      return { value: trimmed === 'true', errors: [] };
    case 'INT':
    case 'DOUBLE': {
      const value =
        type === 'INT' && WHOLE.test(trimmed) && !Number.isSafeInteger(Number(trimmed)) ? trimmed : Number(trimmed);
      return valueFits(type, value) ? { value, errors: [] } : wrong({ key: type });
    }
    case 'TIMESTAMP':
    case 'BYTES':
    case 'WF_RUN_ID':
      return valueFits(type, trimmed) ? { value: trimmed, errors: [] } : wrong({ key: type });
    default: {
      const value = parse(trimmed);
      if (value === undefined) return wrong({ key: 'json' });
      // Whether a struct has the right fields only the server knows, where this form does not know them.
      if (holdsStruct(type) || valueFits(type, value)) return { value, errors: [] };
      return wrong(type === 'JSON_OBJ' || type === 'JSON_ARR' ? { key: type } : { key: 'type', type });
    }
  }
}

function holdsStruct(type: VariableType): boolean {
  if (typeof type === 'string') return false;
  if ('array' in type) return holdsStruct(type.array);
  return 'struct' in type || holdsStruct(type.map.value);
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The structs that a type names itself, not those within them. */
export function structsIn(type: VariableType): { name: string; version: number | undefined }[] {
  if (typeof type === 'string') return [];
  if ('array' in type) return structsIn(type.array);
  if ('map' in type) return structsIn(type.map.value);
  return [{ name: type.struct, version: type.version }];
}

/** A draft that says what a value says, for a form that begins with one. */
export function draftOf(type: VariableType, value: JsonValue | undefined, structs: Structs): Draft {
  if (value === undefined || value === null) return emptyDraft(type, structs);
  const shape = shapeOf(type, structs);
  if (shape === 'struct' && isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(fieldsOf(type, structs)).map(([name, field]) => [name, draftOf(field.type, value[name], structs)]),
    );
  }
  if (shape === 'array' && Array.isArray(value)) return value.map((item) => draftOf(itemOf(type), item, structs));
  return typeof value === 'string' && shape !== 'json' ? value : JSON.stringify(value);
}
