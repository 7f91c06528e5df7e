// The body of a definition as it is stored and compared: plain JSON, in which what is undefined is absent.
import { isJsonObject, type JsonObject, type JsonValue } from '#contracts/json.ts';

export function storedBody(body: object): JsonObject {
  return JSON.parse(JSON.stringify(body)) as JsonObject;
}

const HEAD = new Set(['name', 'version', 'majorVersion', 'revision', 'createdAt']);

/** The stored body of what was put: without what Docket itself added. */
export function bodyOf(definition: object): JsonObject {
  return storedBody(Object.fromEntries(Object.entries(definition).filter(([key]) => !HEAD.has(key))));
}

/** Which version of each struct the types in a body are pinned to. */
export function pinnedStructs(body: JsonValue): Map<string, number> {
  const versions = new Map<string, number>();
  const visit = (value: JsonValue): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isJsonObject(value)) return;
    const { struct, version } = value;
    if (typeof struct === 'string' && typeof version === 'number') versions.set(struct, version);
    Object.values(value).forEach(visit);
  };
  visit(body);
  return versions;
}
