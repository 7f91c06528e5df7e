'use client';

import type { FormEvent } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { ShownField } from '#contracts/form/shown-fields.ts';
import { textIn } from '#contracts/local-text.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import { FormErrorSummary } from '../ui/form-error-summary.tsx';
import { type Answers, askedOf } from './answers.ts';
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

/** A task's form in one column, with the fields that its answers bring up; to look at, until the task is the reader's. */
export function TaskForm({ id, fields, form, readOnly, onSubmit }: TaskFormProps) {
  const { errors, defaultValues } = form.formState;
  const asked = askedOf(fields, useWatch({ control: form.control }));
  const summary = asked.flatMap(({ field }) => {
    const message = errors[field.name]?.message;
    return message ? [{ fieldId: controlId(id, field), message }] : [];
  });
  const question = ({ field, isRequired }: ShownField) => (
    <TaskField
      key={field.name}
      field={field}
      id={controlId(id, field)}
      control={form.control}
      register={form.register}
      error={errors[field.name]}
      initial={defaultValues?.[field.name] ?? ''}
      isRequired={isRequired}
      readOnly={readOnly}
    />
  );
  return (
    <form id={id} aria-label="Answers" noValidate onSubmit={onSubmit} className="grid gap-5">
      <FormErrorSummary errors={summary} />
      {sectionsOf(asked).map(({ title, asked: within }) =>
        title === null ? (
          within.map(question)
        ) : (
          <fieldset key={within[0]?.field.name} className="grid min-w-0 gap-5 border-line border-t pt-4">
            <legend className="float-left w-full font-semibold text-base">{title}</legend>
            {within.map(question)}
          </fieldset>
        ),
      )}
    </form>
  );
}

/** Neighbours under one heading. */
function sectionsOf(asked: readonly ShownField[]): { title: string | null; asked: ShownField[] }[] {
  const sections: { title: string | null; asked: ShownField[] }[] = [];
  for (const one of asked) {
    const title = one.field.section === undefined ? null : textIn(one.field.section);
    const last = sections.at(-1);
    if (last?.title === title) last.asked.push(one);
    else sections.push({ title, asked: [one] });
  }
  return sections;
}
