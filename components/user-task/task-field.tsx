'use client';

import { type Control, Controller, type FieldError, type UseFormRegister } from 'react-hook-form';
import { fieldLabel, type UserTaskField } from '#contracts/user-task-def.ts';
import { Field } from '../ui/field.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Switch } from '../ui/switch.tsx';
import { Textarea } from '../ui/textarea.tsx';
import type { Answers } from './answers.ts';

export type TaskFieldProps = {
  field: UserTaskField;
  id: string;
  control: Control<Answers>;
  register: UseFormRegister<Answers>;
  error: FieldError | undefined;
  /** What the server knows, for the page before it has come alive. */
  initial: string;
  /** To look at: the task is not the reader's, or not yet. */
  readOnly: boolean;
};

const yesNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

/** One question of a task's form. A required yes or no starts unanswered, so that nobody says No by saying nothing. */
export function TaskField({ field, id, control, register, error, initial, readOnly }: TaskFieldProps) {
  const frame = {
    id,
    label: fieldLabel(field),
    help: field.description,
    required: field.required,
    error: error?.message,
  };
  switch (field.type) {
    case 'STR':
      return (
        <Field {...frame}>
          <Textarea
            rows={1}
            readOnly={readOnly}
            defaultValue={initial}
            className="min-h-9 touch:min-h-11"
            {...register(field.name)}
          />
        </Field>
      );
    case 'INT':
    case 'DOUBLE':
      return (
        <Field {...frame}>
          <NumberInput
            whole={field.type === 'INT'}
            readOnly={readOnly}
            defaultValue={initial}
            {...register(field.name)}
          />
        </Field>
      );
    case 'BOOL':
      return (
        <Controller
          control={control}
          name={field.name}
          render={({ field: { value, onChange, onBlur, ref } }) =>
            field.required ? (
              <Field {...frame} layout="group">
                <RadioGroup
                  ref={ref}
                  orientation="horizontal"
                  options={yesNo}
                  value={value}
                  disabled={readOnly}
                  onValueChange={onChange}
                  onBlur={onBlur}
                />
              </Field>
            ) : (
              <Field {...frame} layout="inline">
                <Switch
                  ref={ref}
                  checked={value === 'true'}
                  disabled={readOnly}
                  onCheckedChange={(on) => onChange(String(on))}
                  onBlur={onBlur}
                />
              </Field>
            )
          }
        />
      );
  }
}
