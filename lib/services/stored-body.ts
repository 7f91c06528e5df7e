// The body of a definition as it is stored and compared: plain JSON, in which what is undefined is absent.
import type { JsonObject } from '#contracts/json.ts';

export function storedBody(body: object): JsonObject {
  return JSON.parse(JSON.stringify(body)) as JsonObject;
}
