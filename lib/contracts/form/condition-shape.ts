// The shape of a condition, and how much of it is taken.
import { z } from 'zod';
import { jsonValue } from '../json-shape.ts';
import { identifier } from '../names.ts';
import { CONDITION_OPERATORS, type FieldCondition } from './condition.ts';

const MAX_PARTS = 50;

export const fieldCondition: z.ZodType<FieldCondition> = z
  .union(
    [
      z.strictObject({ field: identifier, op: z.enum(CONDITION_OPERATORS), value: jsonValue.optional() }),
      z.strictObject({
        get all() {
          return z.array(fieldCondition).min(1).max(MAX_PARTS);
        },
      }),
      z.strictObject({
        get any() {
          return z.array(fieldCondition).min(1).max(MAX_PARTS);
        },
      }),
      z.strictObject({
        get not() {
          return fieldCondition;
        },
      }),
    ],
    {
      error: `must be a question with field, op (${CONDITION_OPERATORS.join(', ')}) and value, or one of all, any and not`,
    },
  )
  .meta({
    id: 'FieldCondition',
    description:
      'A question about a field further up, or several joined. `in` has a list as its value, and asks of a JSON_ARR whether one of its entries is in it; `isSet` has none. Of a field without an answer only `notEquals` holds.',
  });
