'use client';

import { useTranslations } from 'use-intl';
import { LanguageToggle } from '../i18n/language-menu.tsx';
import { ThemeToggle } from '../theme/theme-menu.tsx';
import { Logo } from '../ui/logo.tsx';
import { SignInForm, type SignInFormProps } from './sign-in-form.tsx';

export type DemoPerson = { userId: string; about: 'maria' | 'finance' | 'it' | 'admin' };

export type SignInViewProps = SignInFormProps & {
  /** Present while the demo's people are in the database. */
  demo?: { people: readonly DemoPerson[]; password: string } | undefined;
};

/** The page before all others. */
export function SignInView({ demo, ...form }: SignInViewProps) {
  const t = useTranslations('signIn');
  return (
    <div className="flex min-h-dvh flex-col">
      <div className="flex justify-end p-3">
        <LanguageToggle />
        <ThemeToggle />
      </div>
      <main className="mx-auto flex w-full max-w-92 flex-1 flex-col justify-center px-4 pb-24">
        <Logo className="mb-7 self-start" />
        <h1 className="font-semibold text-2xl">{t('title')}</h1>
        <p className="mt-1 mb-6 text-muted">{t('lead')}</p>
        <SignInForm {...form} />
        {demo ? (
          <section aria-label={t('demo.title')} className="mt-8 border-line border-t pt-5 text-muted text-sm">
            <p>
              {t.rich('demo.password', {
                password: demo.password,
                code: (chunks) => <code className="font-mono text-ink">{chunks}</code>,
              })}
            </p>
            <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
              {demo.people.map((person) => (
                <div key={person.userId} className="contents">
                  <dt className="font-mono text-ink">{person.userId}</dt>
                  <dd>{t(`demo.${person.about}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ) : null}
      </main>
    </div>
  );
}
