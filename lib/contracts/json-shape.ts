// The shapes of plain JSON in a body.
import { z } from 'zod';
import type { JsonObject, JsonValue } from './json.ts';

/** Any JSON value. Depth and size are bounded where a body enters (the doors), not here. */
export const jsonValue: z.ZodType<JsonValue> = z.json().meta({ id: 'JsonValue', description: 'Any JSON value.' });

export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), jsonValue);
