'use client';

import type { ReactNode } from 'react';
import { type Control, useFormState } from 'react-hook-form';
import { textIn } from '#contracts/local-text.ts';
import { fieldLabel, type UserTaskField } from '#contracts/user-task-def.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Field, type FieldProps } from '../ui/field.tsx';
import type { Answers } from './answers.ts';
import { useFaultWords } from './use-fault-words.ts';

export type FieldFrameProps = {
  field: UserTaskField;
  id: string;
  control: Control<Answers>;
  isRequired: boolean;
  layout?: NonNullable<FieldProps['layout']>;
  children: ReactNode;
};

/** A field's label, help and fault around its control, in the reader's language; only its own fault renders it again. */
export function FieldFrame({ field, id, control, isRequired, layout = 'stack', children }: FieldFrameProps) {
  const language = useLanguage();
  const words = useFaultWords();
  const { errors } = useFormState({ control, name: field.name, exact: true });
  const fault = errors[field.name];
  return (
    <Field
      id={id}
      label={fieldLabel(field, language)}
      help={field.description && textIn(field.description, language)}
      required={isRequired}
      error={fault && words(field, fault)}
      layout={layout}
    >
      {children}
    </Field>
  );
}
