'use client';

import { type Ref, useId } from 'react';
import { Checkbox } from './checkbox.tsx';
import { FieldContext, useFieldLabelId, useFieldWiring } from './field-context.ts';

export type CheckboxGroupProps = {
  options: readonly { value: string; label: string }[];
  values: readonly string[];
  onValuesChange: (values: string[]) => void;
  onBlur?: () => void;
  disabled?: boolean;
  /** The group, so that a form library can focus it. */
  ref?: Ref<HTMLDivElement>;
};

/** Any of a few, all in sight; wants a Field of layout `group`. What is ticked is told in the order of the options. */
export function CheckboxGroup({ options, values, onValuesChange, onBlur, disabled = false, ref }: CheckboxGroupProps) {
  const { id, 'aria-describedby': describedBy } = useFieldWiring({});
  const labelId = useFieldLabelId();
  const ownId = useId();
  const tick = (ticked: string, isOn: boolean) =>
    onValuesChange(options.flatMap(({ value }) => ((value === ticked ? isOn : values.includes(value)) ? [value] : [])));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes its name from a legend, and the Field has it already.
    <div
      ref={ref}
      id={id}
      role="group"
      tabIndex={-1}
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      className="grid gap-2"
    >
      {/* Each has its own label; the Field's is the group's. */}
      <FieldContext value={undefined}>
        {options.map(({ value, label }, index) => (
          <div key={value} className="flex items-start gap-2.5">
            <Checkbox
              id={`${ownId}-${index}`}
              className="mt-0.5 touch:mt-[13px]"
              checked={values.includes(value)}
              disabled={disabled}
              onCheckedChange={(isOn) => tick(value, isOn === true)}
              {...(onBlur && { onBlur })}
            />
            <label htmlFor={`${ownId}-${index}`} className="text-base text-ink touch:py-[11px]">
              {label}
            </label>
          </div>
        ))}
      </FieldContext>
    </div>
  );
}
