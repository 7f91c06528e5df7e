// What of a field can stay when it gets another type.
import { LONG, ORDERED, widgetsFor } from '#contracts/form/check-user-task-def.ts';
import type { FieldType } from '#contracts/form/field-types.ts';
import { valueFits } from '#contracts/value.ts';
import type { DraftField } from './form-draft.ts';

/** The field with another type: rules, options and a default that the type does not know are gone. */
export function withType(field: DraftField, type: FieldType): DraftField {
  const { options, min, max, minLength, maxLength, pattern, patternHint, widget, defaultValue, ...rest } = field;
  const keepsOptions =
    type !== 'JSON_OBJ' && options?.every(({ value }) => type === 'JSON_ARR' || valueFits(type, value));
  const next: DraftField = {
    ...rest,
    type,
    ...(options && keepsOptions && { options }),
    ...(ORDERED.includes(type) && fitting(type, { min, max })),
    ...(LONG.includes(type) && { minLength, maxLength }),
    ...(type === 'STR' && { pattern, patternHint }),
    ...(defaultValue !== undefined && defaultValue !== null && valueFits(type, defaultValue) && { defaultValue }),
  };
  return withFittingWidget({ ...next, widget });
}

/** The field without a widget that it can not have. */
export function withFittingWidget(field: DraftField): DraftField {
  const { widget, ...rest } = field;
  return widget !== undefined && widgetsFor(field).includes(widget) ? field : rest;
}

function fitting(type: FieldType, bounds: Pick<DraftField, 'min' | 'max'>): Pick<DraftField, 'min' | 'max'> {
  return Object.fromEntries(
    Object.entries(bounds).filter(([, bound]) => bound !== undefined && valueFits(type, bound)),
  );
}
