// JSON Schema as the reference reads it: what a value is in a word or two, what else must hold, and which fields it has.

export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  additionalProperties?: boolean | JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
};

/** A type as a line of text in which named schemas are links. */
export type TypePart = { text: string; schema?: string };

export type Field = { name: string; required: boolean; schema: JsonSchema };

const text = (part: string): TypePart[] => [{ text: part }];

/** The type of a value: `string`, `WfRun[]`, `Failure or null`, `"user" or "admin"`. */
export function typeOf(schema: JsonSchema): TypePart[] {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return [{ text: name, schema: name }];
  }
  if (schema.const !== undefined) return text(JSON.stringify(schema.const));
  if (schema.enum) return text(schema.enum.map((value) => JSON.stringify(value)).join(' or '));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices)
    return choices.flatMap((choice, index) => (index === 0 ? typeOf(choice) : [...text(' or '), ...typeOf(choice)]));
  if (schema.items) return [...typeOf(schema.items), ...text('[]')];
  if (typeof schema.additionalProperties === 'object')
    return [...text('map of '), ...typeOf(schema.additionalProperties)];
  if (Array.isArray(schema.type)) return text(schema.type.join(' or '));
  if (schema.format === 'date-time') return text('timestamp');
  return text(schema.type ?? 'any JSON');
}

/** What else must hold, in a few words each. */
export function limitsOf(schema: JsonSchema): string[] {
  const range = (from: number | undefined, to: number | undefined, of: string) => {
    if (from === undefined && to === undefined) return [];
    if (from === undefined) return [`at most ${to}${of}`];
    return [to === undefined ? `at least ${from}${of}` : `${from} to ${to}${of}`];
  };
  return [
    ...range(schema.minimum, schema.maximum, ''),
    ...range(schema.minLength, schema.maxLength, ' characters'),
    ...range(schema.minItems, schema.maxItems, ' items'),
    ...(schema.pattern ? [`matches ${schema.pattern}`] : []),
    ...(schema.default === undefined ? [] : [`default ${JSON.stringify(schema.default)}`]),
  ];
}

/** The shapes that a value may have, each with its fields; none for what is no object. One shape unless it is a choice. */
export function shapesOf(schema: JsonSchema): Field[][] {
  if (schema.allOf) {
    return schema.allOf
      .map(shapesOf)
      .reduce((heads, tails) => heads.flatMap((head) => tails.map((tail) => [...head, ...tail])), [[]]);
  }
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return choices.flatMap(shapesOf);
  if (!schema.properties) return [];
  const required = new Set(schema.required);
  return [
    Object.entries(schema.properties).map(([name, field]) => ({ name, required: required.has(name), schema: field })),
  ];
}

/** The fields below a field that has no name of its own to link to: those of an object, or of the objects in a list. */
export function nestedShapes(schema: JsonSchema): Field[][] {
  return schema.$ref ? [] : shapesOf(schema.items && !schema.items.$ref ? schema.items : schema);
}
