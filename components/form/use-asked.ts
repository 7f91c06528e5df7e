'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FieldCondition } from '#contracts/form/condition.ts';
import { shownFields } from '#contracts/form/shown-fields.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import { type Answers, decodeAnswer } from './answers.ts';

export type AskedField = { field: UserTaskField; isRequired: boolean };

/**
 * The fields that the answers bring up, each with whether it must be answered. Conditions are asked again only when an answer that
 * one of them is about has changed, and whoever calls is rendered again only when something else is asked then.
 */
export function useAsked(
  fields: readonly UserTaskField[],
  { getValues, subscribe }: Pick<UseFormReturn<Answers>, 'getValues' | 'subscribe'>,
): readonly AskedField[] {
  const store = useMemo(() => {
    const about = fieldsAskedAbout(fields);
    const decisive = fields.filter(({ name }) => about.has(name));
    const names = decisive.map(({ name }) => name);
    let last: AskedField[] = [];
    return {
      read: () => {
        const texts = getValues();
        const values = decisive.map((field) => [field.name, decodeAnswer(field, texts[field.name] ?? '')] as const);
        const asked = shownFields(fields, Object.fromEntries(values));
        if (!isSame(last, asked)) last = asked.map(({ field, isRequired }) => ({ field, isRequired }));
        return last;
      },
      subscribe: (tell: () => void) =>
        names.length === 0 ? () => {} : subscribe({ name: names, formState: { values: true }, callback: tell }),
    };
  }, [fields, getValues, subscribe]);
  return useSyncExternalStore(store.subscribe, store.read, store.read);
}

/** The names in all conditions of a form. */
export function fieldsAskedAbout(fields: readonly UserTaskField[]): Set<string> {
  const conditions = fields.flatMap(({ visibleWhen, requiredWhen }) => [visibleWhen ?? [], requiredWhen ?? []].flat());
  return new Set(conditions.flatMap(namesIn));
}

function namesIn(condition: FieldCondition): string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn);
  if ('any' in condition) return condition.any.flatMap(namesIn);
  if ('not' in condition) return namesIn(condition.not);
  return [condition.field];
}

const isSame = (before: readonly AskedField[], now: readonly AskedField[]): boolean =>
  before.length === now.length &&
  before.every(({ field, isRequired }, index) => field === now[index]?.field && isRequired === now[index]?.isRequired);
