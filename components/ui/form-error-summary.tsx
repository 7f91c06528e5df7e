'use client';

import { CircleAlert } from 'lucide';
import type { MouseEvent, Ref } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from './icon.tsx';

export type FormError = {
  /** Id of the control, as given to its Field; without one the entry is plain text. */
  fieldId?: string;
  message: string;
};

export type FormErrorSummaryProps = {
  errors: readonly FormError[];
  title?: string;
  /** To move the focus here after a submit that failed. */
  ref?: Ref<HTMLDivElement>;
};

/** Brings a field into sight with the focus on its control, or on the first of its group. False when it is not there. */
export function focusField(fieldId: string): boolean {
  const control = document.getElementById(fieldId);
  if (!control) return false;
  const isGroup = control.role === 'group' || control instanceof HTMLFieldSetElement;
  const first = isGroup
    ? control.querySelector<HTMLElement>('button:not(:disabled), input:not(:disabled), textarea:not(:disabled)')
    : null;
  control.scrollIntoView({ block: 'center' });
  (first ?? control).focus({ preventScroll: true });
  return true;
}

function goToField(event: MouseEvent, fieldId: string) {
  if (focusField(fieldId)) event.preventDefault();
}

/** Everything that keeps a form from being sent, on top of it, each entry a link to its field; renders nothing without errors. */
export function FormErrorSummary({ errors, title, ref }: FormErrorSummaryProps) {
  const t = useTranslations('ui');
  if (errors.length === 0) return null;
  return (
    <div ref={ref} role="alert" tabIndex={-1} className="rounded-lg border border-danger-line bg-danger-soft px-4 py-3">
      <p className="flex items-center gap-2 font-semibold text-danger-ink">
        <Icon of={CircleAlert} className="size-4" />
        {title ?? t('faults', { count: errors.length })}
      </p>
      <ul className="mt-1.5 grid gap-0.5 pl-6">
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId} ${message}`} className="text-danger-ink">
            {fieldId ? (
              <a
                href={`#${fieldId}`}
                onClick={(event) => goToField(event, fieldId)}
                className="block w-fit underline underline-offset-[3px] hover:decoration-2 touch:py-2.75"
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
