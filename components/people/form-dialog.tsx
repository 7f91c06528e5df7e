'use client';

import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldError, Refusal } from '#contracts/problem.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Dialog } from '../ui/dialog.tsx';

export type FormDialogProps = {
  title: ReactNode;
  description?: ReactNode;
  submitLabel: string;
  onClose: () => void;
  /** What is wrong before anything is asked of the server. */
  check?: () => FieldError[];
  /** Keeps what was filled in; why it was refused comes back and keeps the dialog open. */
  onSubmit: () => Promise<Refusal | undefined>;
  /** The questions, which say by their path what the server found wrong. */
  children: (errorOf: (path: string) => string | undefined) => ReactNode;
};

/** That a name is taken, said at the question that asks for it; any other refusal as it is. */
export const placed = (refusal: Refusal, path: string, message: string): Refusal =>
  refusal.code === 'ALREADY_EXISTS' ? { ...refusal, errors: [{ path, message }] } : refusal;

/** A few questions in a window, kept in one go; the first that is answered wrong gets the focus. */
export function FormDialog({ title, description, submitLabel, onClose, check, onSubmit, children }: FormDialogProps) {
  const t = useTranslations('desk.form');
  const words = useRefusalWords();
  const formId = useId();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusal]);
  const errors: readonly FieldError[] = refusal?.errors ?? [];
  // A fault within a list belongs to its question.
  const errorOf = (path: string) =>
    errors.find((error) => error.path === path || error.path.startsWith(`${path}.`))?.message;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const wrong = check?.() ?? [];
    if (wrong.length > 0) return setRefusal({ code: 'INVALID_ARGUMENT', detail: t('mend'), errors: wrong });
    setBusy(true);
    const refused = await onSubmit().catch((): Refusal => ({ code: 'UNAVAILABLE', detail: t('unreachable') }));
    setBusy(false);
    setRefusal(refused);
    if (!refused) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{t('leave')}</Button>
          <Button type="submit" form={formId} variant="primary" loading={busy}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} onSubmit={submit} noValidate className="grid gap-4">
        {refusal ? (
          <Callout tone="danger" live>
            {errors.length > 0 ? t('mend') : words(refusal)}
          </Callout>
        ) : null}
        {children(errorOf)}
      </form>
    </Dialog>
  );
}
