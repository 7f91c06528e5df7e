'use client';

import { AlertDialog as Radix } from 'radix-ui';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import { Callout } from './callout.tsx';
import { Field } from './field.tsx';
import { overlayClass, windowStyles } from './overlay-styles.ts';
import { submitByKeys } from './submit-by-keys.ts';
import { Textarea } from './textarea.tsx';
import { useReturnFocus } from './use-return-focus.ts';
import { useTooLong } from './use-too-long.ts';

export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What will happen, in a sentence. */
  description: ReactNode;
  /** The verb, as in "Cancel task". */
  confirmLabel: string;
  dismissLabel?: string;
  tone?: 'primary' | 'danger';
  /** Asks why, in a text that goes to `onConfirm`. */
  reason?: { label?: string; help?: string; required?: boolean; maxLength: number };
  /** More questions before the reason, such as to whom. */
  children?: ReactNode;
  /** Looks through the questions among the children when it is asked for: false when one, which then says so itself, lacks an answer. */
  onCheck?: () => boolean;
  /** Said in place of the questions when there is nothing left to confirm: somebody else was faster. */
  settled?: string | undefined;
  /** Does it. A message that comes back is shown and keeps the dialog open; nothing closes it. */
  onConfirm: (reason: string) => Promise<string | undefined>;
};

/** Asks before something that cannot be taken back, and if wanted why; a click beside it does not close it. */
export function ConfirmDialog({ open, onOpenChange, ...form }: ConfirmDialogProps) {
  const { frame } = windowStyles({ size: 'sm' });
  const { rememberOpener, returnFocus } = useReturnFocus();

  function focusFirstQuestion(event: Event) {
    rememberOpener();
    const content = event.currentTarget;
    if (!(content instanceof Element)) return;
    // Without a question the focus stays on the way out, unless going on does no harm.
    const isHarmless = (form.tone ?? 'primary') === 'primary';
    const first =
      content.querySelector('textarea, input, [role="combobox"]') ??
      (isHarmless ? content.querySelector('[type="submit"]') : null);
    if (!(first instanceof HTMLElement)) return;
    event.preventDefault();
    first.focus();
  }

  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClass}>
          <Radix.Content className={frame()} onOpenAutoFocus={focusFirstQuestion} onCloseAutoFocus={returnFocus}>
            <ConfirmForm {...form} onDone={() => onOpenChange(false)} />
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

type ConfirmFormProps = Omit<ConfirmDialogProps, 'open' | 'onOpenChange'> & { onDone: () => void };

function ConfirmForm({
  title,
  description,
  confirmLabel,
  dismissLabel,
  tone = 'primary',
  reason,
  children,
  onCheck,
  settled,
  onConfirm,
  onDone,
}: ConfirmFormProps) {
  const t = useTranslations('ui');
  const [text, setText] = useState('');
  const tooLong = useTooLong(text.trim(), reason?.maxLength ?? 0);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { head, heading, text: textClass, body, foot } = windowStyles();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // React passes submit events through portals to the form around the dialog.
    event.stopPropagation();
    if (busy) return;
    const given = text.trim();
    const lacksReason = reason?.required === true && given === '';
    setMissing(lacksReason);
    const isAnswered = onCheck?.() ?? true;
    if (lacksReason || tooLong || !isAnswered) {
      setFailure(undefined);
      const form = event.currentTarget;
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    setBusy(true);
    const message = await onConfirm(given).catch(() => t('confirm.failed'));
    setBusy(false);
    setFailure(message);
    if (message === undefined) onDone();
  }

  // What is under way here may well be what settled it.
  const isSettled = settled !== undefined && !busy;
  return (
    <form onSubmit={submit} onKeyDown={submitByKeys} noValidate>
      <div className={head()}>
        <Radix.Title className={heading()}>{title}</Radix.Title>
        <Radix.Description className={textClass()}>{description}</Radix.Description>
      </div>
      {isSettled ? (
        <div className={body()}>
          <Callout live>{settled}</Callout>
        </div>
      ) : failure || children || reason ? (
        <div className={body({ className: 'grid gap-4' })}>
          {failure ? (
            <Callout tone="danger" live>
              {failure}
            </Callout>
          ) : null}
          {children}
          {reason ? (
            <Field
              label={reason.label ?? t('confirm.reason')}
              help={reason.help}
              required={reason.required}
              error={tooLong ?? (missing ? t('confirm.reasonMissing') : undefined)}
            >
              <Textarea value={text} onChange={(event) => setText(event.target.value)} rows={2} />
            </Field>
          ) : null}
        </div>
      ) : null}
      <div className={foot()}>
        <Radix.Cancel asChild>
          <Button>{isSettled ? t('close') : (dismissLabel ?? t('confirm.dismiss'))}</Button>
        </Radix.Cancel>
        {isSettled ? null : (
          <Button type="submit" variant={tone} loading={busy}>
            {confirmLabel}
          </Button>
        )}
      </div>
    </form>
  );
}
