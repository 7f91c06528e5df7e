'use client';

import { signIn } from 'next-auth/react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { useAlive } from '../ui/use-alive.ts';

export type SignInFormProps = {
  /** Where to go then: a path of our own. */
  callbackPath: string;
  /** Why one is here again, when something sent one back. */
  message?: string | undefined;
};

/** Signs in to a local account. */
export function SignInForm({ callbackPath, message }: SignInFormProps) {
  const t = useTranslations('signIn');
  const isAlive = useAlive();
  const [missing, setMissing] = useState<{ userId?: string; password?: string }>({});
  const [failure, setFailure] = useState(message);
  const [busy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const userId = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const given = { userId: userId.current?.value.trim() ?? '', password: password.current?.value ?? '' };
    setMissing({
      ...(given.userId === '' && { userId: t('missingUserName') }),
      ...(given.password === '' && { password: t('missingPassword') }),
    });
    if (given.userId === '') return userId.current?.focus();
    if (given.password === '') return password.current?.focus();

    setBusy(true);
    setFailure(undefined);
    const answer = await signIn('credentials', { ...given, redirect: false }).catch(() => null);
    if (answer?.ok && !answer.error) {
      // A whole new page: nothing of whoever was here before stays in memory.
      window.location.assign(callbackPath);
      return;
    }
    setBusy(false);
    const reason =
      answer === null || answer === undefined ? 'unreachable' : answer.error === 'TooManyTries' ? 'tooMany' : 'wrong';
    setFailure(t(reason));
    if (reason === 'wrong') {
      password.current?.focus();
      password.current?.select();
    }
  }

  return (
    <form
      // Should the browser ever send it by itself, with GET the password would stand in the address.
      method="post"
      noValidate
      onSubmit={submit}
      className="grid gap-4"
    >
      {failure ? (
        <Callout tone="danger" live>
          {failure}
        </Callout>
      ) : null}
      <Field label={t('userName')} error={missing.userId}>
        <Input
          ref={userId}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
      </Field>
      <Field label={t('password')} error={missing.password}>
        <Input ref={password} type="password" name="password" autoComplete="current-password" />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        wide
        loading={busy}
        // Before the page listens, neither a press nor Enter sends what nobody would take.
        disabled={!isAlive}
        className="mt-1 disabled:opacity-100"
      >
        {t('submit')}
      </Button>
    </form>
  );
}
