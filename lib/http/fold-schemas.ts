// Makes the named schemas of the OpenAPI document fit for readers and code generators: one name per shape, the plain name for what is answered.
import type { oas31 } from 'zod-openapi';

const OUTPUT = 'Output';
const REF = /"#\/components\/schemas\/(\w+)"/g;

type Schemas = oas31.SchemasObject;

/**
 * The generator names a schema that is both sent and answered `X` and `XOutput`. Where both say the same, `X` stays; where they differ (what has
 * a default may be left out of a request), the answer gets the plain name and the request `XInput`. JsonValue is said in words.
 */
export function foldSchemas(document: oas31.OpenAPIObject): oas31.OpenAPIObject {
  const anyJson = { description: 'Any JSON value.' };
  const schemas: Schemas = { ...document.components?.schemas, JsonValue: anyJson, [`JsonValue${OUTPUT}`]: anyJson };
  const pairs = Object.keys(schemas).filter((name) => schemas[name + OUTPUT]);
  const same = findTwins(schemas, pairs);
  const names = new Map(
    pairs.flatMap((name): [string, string][] =>
      same.has(name)
        ? [[name + OUTPUT, name]]
        : [
            [name, `${name}Input`],
            [name + OUTPUT, name],
          ],
    ),
  );

  const kept = Object.entries(schemas)
    .filter(([name]) => !name.startsWith('__') && !(name.endsWith(OUTPUT) && same.has(name.slice(0, -OUTPUT.length))))
    .map(([name, schema]) => [names.get(name) ?? name, schema] as const)
    .sort(([a], [b]) => a.localeCompare(b));
  const folded: Schemas = Object.fromEntries(kept);
  return renameRefs({ ...document, components: { ...document.components, schemas: folded } }, names);
}

/** The names of pairs that say the same, given that the pairs they refer to do: assume it of all and drop those found out, until none is. */
function findTwins(schemas: Schemas, pairs: string[]): Set<string> {
  const asSent = new Map(pairs.map((name) => [name + OUTPUT, name]));
  const twins = pairs.filter((name) => {
    const [sent, answered] = [schemas[name], schemas[name + OUTPUT]];
    return JSON.stringify(sent) === JSON.stringify(renameRefs(answered, asSent));
  });
  return twins.length === pairs.length ? new Set(twins) : findTwins(schemas, twins);
}

function renameRefs<T>(value: T, names: Map<string, string>): T {
  const text = JSON.stringify(value).replace(REF, (ref, name: string) => ref.replace(name, names.get(name) ?? name));
  return JSON.parse(text) as T;
}
