'use client';

import type { FormEvent } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import { FormErrorSummary } from '../ui/form-error-summary.tsx';
import type { Answers } from './answers.ts';
import { TaskField } from './task-field.tsx';

export type TaskFormProps = {
  id: string;
  fields: readonly UserTaskField[];
  form: UseFormReturn<Answers>;
  readOnly: boolean;
  onSubmit: (event: FormEvent) => void;
};

/** The id of a field's control, for the error summary and for whoever wants to focus it. */
const controlId = (formId: string, field: UserTaskField) => `${formId}-${field.name}`;

/** A task's form in one column; to look at, until the task is the reader's. */
export function TaskForm({ id, fields, form, readOnly, onSubmit }: TaskFormProps) {
  const { errors } = form.formState;
  const summary = fields.flatMap((field) => {
    const message = errors[field.name]?.message;
    return message ? [{ fieldId: controlId(id, field), message }] : [];
  });
  return (
    <form id={id} aria-label="Answers" noValidate onSubmit={onSubmit} className="grid gap-5">
      <FormErrorSummary errors={summary} />
      {fields.map((field) => (
        <TaskField
          key={field.name}
          field={field}
          id={controlId(id, field)}
          control={form.control}
          register={form.register}
          error={errors[field.name]}
          initial={form.formState.defaultValues?.[field.name] ?? ''}
          readOnly={readOnly}
        />
      ))}
    </form>
  );
}
