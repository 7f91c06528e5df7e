'use client';

import { type FocusEvent, type FormEvent, useEffect } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { textIn } from '#contracts/local-text.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useSettled } from '../ui/use-settled.ts';
import type { Answers } from './answers.ts';
import { FormFaults } from './form-faults.tsx';
import { matcherOf } from './patterns.ts';
import { TaskField } from './task-field.tsx';
import { type AskedField, useAsked } from './use-asked.ts';
import { useUnreadable } from './use-unreadable.ts';

/** More than a screen shows. What is below is drawn right after it, so that nobody waits for a hundred fields to see the first. */
const FIRST = 24;

export type TaskFormProps = {
  id: string;
  fields: readonly UserTaskField[];
  /** Made by `useForm` with `shouldFocusError: false`, since the form focuses the first fault in its own order. */
  form: UseFormReturn<Answers>;
  readOnly: boolean;
  onSubmit: (event: FormEvent) => void;
};

/**
 * A form in one column, with the fields that its answers bring up; to look at, until the task is the reader's. Typing renders the
 * one field that is typed in.
 */
export function TaskForm({ id, fields, form, readOnly, onSubmit }: TaskFormProps) {
  const t = useTranslations('form');
  const language = useLanguage();
  const { control, register, getValues } = form;
  const asked = useAsked(fields, form);
  const mark = useUnreadable(fields, form);
  const drawn = useSettled() ? asked : asked.slice(0, FIRST);
  const idOf = (name: string) => `${id}-${name}`;

  // Heard here for all fields: what one of them is left with draws no other anew.
  function leave({ target }: FocusEvent) {
    const left = asked.find(({ field }) => idOf(field.name) === target.id);
    if (left && !readOnly) mark(left.field);
  }

  // So that the check need not wait for what it needs.
  useEffect(() => {
    if (!readOnly) void matcherOf(fields);
  }, [fields, readOnly]);

  const question = ({ field, isRequired }: AskedField) => (
    <TaskField
      key={field.name}
      field={field}
      id={idOf(field.name)}
      control={control}
      register={register}
      getValues={getValues}
      isRequired={isRequired}
      readOnly={readOnly}
    />
  );
  return (
    <form id={id} aria-label={t('label')} noValidate onSubmit={onSubmit} onBlur={leave} className="grid gap-5">
      <FormFaults asked={asked} control={control} idOf={idOf} />
      {sectionsOf(drawn, language).map(({ title, asked: within }) =>
        title === null ? (
          within.map(question)
        ) : (
          <fieldset
            key={within[0]?.field.name}
            className="grid min-w-0 gap-5 border-line border-t pt-4 first:border-t-0 first:pt-0"
          >
            <legend className="float-left w-full font-semibold text-base wrap-anywhere">{title}</legend>
            {within.map(question)}
          </fieldset>
        ),
      )}
    </form>
  );
}

/** Neighbours under one heading. */
function sectionsOf(asked: readonly AskedField[], language: string): { title: string | null; asked: AskedField[] }[] {
  const sections: { title: string | null; asked: AskedField[] }[] = [];
  for (const one of asked) {
    const title = one.field.section === undefined ? null : textIn(one.field.section, language);
    const last = sections.at(-1);
    if (last?.title === title) last.asked.push(one);
    else sections.push({ title, asked: [one] });
  }
  return sections;
}
