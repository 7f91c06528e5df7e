// The StructDef as code: its fields flow into the workflows, tasks and events that use it.

import { withHidden } from './hidden.ts';
import { jsonOf } from './json.ts';
import { FIELDS, type StructDefinition, type StructFields, typeIn, variableTypeOf } from './type.ts';

/** Defines a struct, which may stand wherever a type does. A field is not nullable and has no default unless it says so. */
export function defineStruct<const Name extends string, const Fields extends StructFields>(struct: {
  name: Name;
  description?: string;
  fields: Fields;
  /** NO_UPDATES refuses every other version; without it those are taken which old values still fit. */
  allowedUpdates?: 'FULLY_COMPATIBLE' | 'NO_UPDATES';
}): StructDefinition<Name, Fields> {
  const fields = Object.entries(struct.fields).map(([name, field]) => {
    const { type, default: preset, ...rest } = { ...optionsOf(field), type: variableTypeOf(typeIn(field)) };
    return [name, { type, ...rest, ...(preset !== undefined && { default: jsonOf(preset) }) }];
  });
  return withHidden({ ...struct, fields: Object.fromEntries(fields) }, FIELDS, struct.fields);
}

function optionsOf(field: StructFields[string]): { nullable?: boolean; default?: unknown; description?: string } {
  return typeof field === 'object' && 'type' in field ? field : {};
}
