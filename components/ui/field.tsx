'use client';

import { CircleAlert } from 'lucide';
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { FieldContext, type FieldWiring } from './field-context.ts';
import { Icon } from './icon.tsx';
import { cn } from './styles.ts';

export type FieldProps = {
  label: ReactNode;
  help?: ReactNode;
  error?: string | undefined;
  required?: boolean | undefined;
  /** The control's id, when something outside must point to it (FormErrorSummary does). */
  id?: string;
  /** `stack`: label above. `inline`: a checkbox or switch with its label beside it. `group`: several controls under one name. */
  layout?: 'stack' | 'inline' | 'group';
  className?: string;
  children: ReactNode;
};

/** One question of a form: label, control, help and error, tied together for screen readers. */
export function Field({ label, help, error, required = false, id, layout = 'stack', className, children }: FieldProps) {
  const t = useTranslations('ui');
  const ownId = useId();
  const controlId = id ?? ownId;
  const helpId = `${controlId}-help`;
  const errorId = `${controlId}-error`;
  const describedBy = [error && errorId, help && helpId].filter(Boolean).join(' ');
  const wiring: FieldWiring = {
    controlId,
    labelId: `${controlId}-label`,
    labelText: typeof label === 'string' ? label : undefined,
    describedBy: describedBy || undefined,
    invalid: Boolean(error),
    required,
  };

  const name = (
    <>
      {label}
      {required ? (
        <span aria-hidden className="ml-0.5 text-danger-ink" title={t('required')}>
          *
        </span>
      ) : null}
    </>
  );
  const labelClass = 'font-medium text-base text-ink';
  const caption =
    layout === 'group' ? (
      <span id={wiring.labelId} className={labelClass}>
        {name}
      </span>
    ) : (
      <label id={wiring.labelId} htmlFor={controlId} className={labelClass}>
        {name}
      </label>
    );
  const notes = (
    <>
      {help ? (
        <p id={helpId} className="text-muted text-sm">
          {help}
        </p>
      ) : null}
      {error ? (
        <p id={errorId} className="flex items-start gap-1.5 font-medium text-danger-ink text-sm">
          <Icon of={CircleAlert} className="mt-[3px] size-3.5 shrink-0" />
          {error}
        </p>
      ) : null}
    </>
  );

  return (
    <FieldContext value={wiring}>
      {layout === 'inline' ? (
        <div className={cn('flex items-start base:gap-3', className)}>
          <div className="flex h-5.5 items-center touch:h-11">{children}</div>
          <div className="grid gap-1 touch:pt-[11px]">
            {caption}
            {notes}
          </div>
        </div>
      ) : (
        <div className={cn('grid grid-cols-1 base:gap-1.5', className)}>
          {caption}
          {children}
          {notes}
        </div>
      )}
    </FieldContext>
  );
}
