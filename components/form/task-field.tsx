'use client';

import {
  type Control,
  Controller,
  type ControllerRenderProps,
  type FieldError,
  type UseFormRegister,
} from 'react-hook-form';
import { encodeText } from '#contracts/form/answer-text.ts';
import { textIn } from '#contracts/local-text.ts';
import { fieldLabel, type UserTaskField } from '#contracts/user-task-def.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { CheckboxGroup } from '../ui/checkbox-group.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { InstantInput } from '../ui/instant-input.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { Textarea } from '../ui/textarea.tsx';
import type { Answers } from './answers.ts';
import { choicesOf, listOf, NO_ANSWER, textOfList } from './choices.ts';
import { controlOf } from './field-control.ts';

export type TaskFieldProps = {
  field: UserTaskField;
  id: string;
  control: Control<Answers>;
  register: UseFormRegister<Answers>;
  error: FieldError | undefined;
  /** What the server knows, for the page before it has come alive. */
  initial: string;
  isRequired: boolean;
  /** To look at: the task is not the reader's, or not yet. */
  readOnly: boolean;
};

const INPUT_TYPES: Partial<Record<NonNullable<UserTaskField['widget']>, string>> = {
  email: 'email',
  uri: 'url',
  date: 'date',
};

/** One question of a task's form. */
export function TaskField({ field, id, control, register, error, initial, isRequired, readOnly }: TaskFieldProps) {
  const how = controlOf(field);
  const isFixed = readOnly || field.readOnly === true;
  const frame = {
    id,
    label: fieldLabel(field),
    help: field.description && textIn(field.description),
    required: isRequired,
    error: error?.message,
  };
  const typed = {
    readOnly: isFixed,
    defaultValue: initial,
    ...(field.placeholder !== undefined && { placeholder: textIn(field.placeholder) }),
    ...register(field.name),
  };
  const asked = (ask: (one: ControllerRenderProps<Answers>) => React.ReactElement) => (
    <Controller control={control} name={field.name} render={(given) => ask(given.field)} />
  );

  switch (how) {
    case 'lines':
      return (
        <Field {...frame}>
          <Textarea rows={field.widget === 'multiline' ? 3 : 1} className="min-h-9 touch:min-h-11" {...typed} />
        </Field>
      );
    case 'json':
      return (
        <Field {...frame}>
          <Textarea rows={4} spellCheck={false} className="font-mono text-sm" {...typed} />
        </Field>
      );
    case 'line':
    case 'date':
      return (
        <Field {...frame}>
          <Input
            type={INPUT_TYPES[field.widget ?? 'text'] ?? 'text'}
            className={how === 'date' ? 'max-w-56' : ''}
            {...typed}
          />
        </Field>
      );
    case 'number':
      return (
        <Field {...frame}>
          <NumberInput whole={field.type === 'INT'} {...typed} />
        </Field>
      );
    case 'instant':
    case 'day':
      return asked(({ value, onChange, onBlur, ref }) => (
        <Field {...frame}>
          <InstantInput
            ref={ref}
            dayOnly={how === 'day'}
            readOnly={isFixed}
            value={value}
            onValueChange={onChange}
            onBlur={onBlur}
          />
        </Field>
      ));
    case 'yes-no':
    case 'radio':
      return asked(({ value, onChange, onBlur, ref }) => (
        <Field {...frame} layout="group">
          <RadioGroup
            ref={ref}
            orientation={how === 'radio' ? 'vertical' : 'horizontal'}
            options={choicesOf(field, isRequired)}
            value={value}
            disabled={isFixed}
            onValueChange={onChange}
            onBlur={onBlur}
          />
        </Field>
      ));
    case 'select':
      return asked(({ value, onChange, onBlur, ref }) => (
        <Field {...frame}>
          <Select
            ref={ref}
            options={choicesOf(field, isRequired).map((one) => (one.value === '' ? { ...one, value: NO_ANSWER } : one))}
            value={value}
            disabled={isFixed}
            onValueChange={(chosen) => onChange(chosen === NO_ANSWER ? '' : chosen)}
            onBlur={onBlur}
            className="max-w-96"
          />
        </Field>
      ));
    case 'list':
      return asked(({ value, onChange, onBlur, ref }) => (
        <Field {...frame} layout="group">
          <CheckboxGroup
            ref={ref}
            options={choicesOf(field, true)}
            values={listOf(field, value)}
            disabled={isFixed}
            onValuesChange={(chosen) => onChange(textOfList(chosen))}
            onBlur={onBlur}
          />
        </Field>
      ));
    case 'switch':
    case 'checkbox': {
      const Toggle = how === 'switch' ? Switch : Checkbox;
      return asked(({ value, onChange, onBlur, ref }) => (
        <Field {...frame} layout="inline">
          <Toggle
            ref={ref}
            checked={value === 'true'}
            disabled={isFixed}
            onCheckedChange={(on: boolean | 'indeterminate') => onChange(encodeText(on === true))}
            onBlur={onBlur}
          />
        </Field>
      ));
    }
  }
}
