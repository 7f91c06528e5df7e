// The shapes of types, as definitions name them.
import { z } from 'zod';
import { count, docketName } from './names.ts';
import { MAP_KEY_TYPES, PRIMITIVE_TYPES, type VariableType } from './value.ts';

export const primitiveType = z.enum(PRIMITIVE_TYPES);

const mapKeyType = z.enum(MAP_KEY_TYPES);

export const variableType: z.ZodType<VariableType> = z
  .union([
    primitiveType,
    z.strictObject({
      get array() {
        return variableType;
      },
    }),
    z.strictObject({
      get map() {
        return z.strictObject({ key: mapKeyType, value: variableType });
      },
    }),
    z.strictObject({ struct: docketName, version: count.optional() }),
  ])
  .meta({
    id: 'VariableType',
    description:
      'INT is a 64-bit integer; beyond 2^53 it travels as a decimal string. TIMESTAMP is RFC 3339 in UTC, BYTES is base64. A map is a JSON object whose keys are texts. Without a version a struct is the latest one when the definition is put.',
  });
