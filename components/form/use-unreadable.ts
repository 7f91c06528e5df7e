'use client';

import { useEffect, useEffectEvent } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import { type Answers, draftFault } from './answers.ts';

/** What a mark moves down must not slip from under the click that left the field. */
const CLICK_MS = 200;

type MarkedForm = Pick<
  UseFormReturn<Answers>,
  'getValues' | 'getFieldState' | 'setError' | 'clearErrors' | 'subscribe'
>;

/**
 * Marks an answer that cannot be read, for which its draft is not saved, once its field is left; gives back what to call then. The mark
 * is gone as soon as the text changes into one that can be.
 */
export function useUnreadable(fields: readonly UserTaskField[], form: MarkedForm): (field: UserTaskField) => void {
  const { getValues, getFieldState, setError, clearErrors, subscribe } = form;
  const faultOf = (field: UserTaskField) => draftFault(field, getValues(field.name) ?? '');

  const unmark = useEffectEvent((name: string | undefined) => {
    const field = fields.find((one) => one.name === name);
    if (field && getFieldState(field.name).error?.type === 'type' && !faultOf(field)) clearErrors(field.name);
  });
  useEffect(() => subscribe({ formState: { values: true }, callback: ({ name }) => unmark(name) }), [subscribe]);

  function mark(field: UserTaskField) {
    const fault = field.readOnly ? undefined : faultOf(field);
    if (fault && !getFieldState(field.name).error) setError(field.name, fault);
  }
  return (field) => void setTimeout(() => mark(field), CLICK_MS);
}
