'use client';

import { Compass, Lock, RotateCw } from 'lucide-react';
import { useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';

function ToInbox() {
  const t = useTranslations('shell');
  return <LinkButton href="/inbox?view=mine">{t('goToInbox')}</LinkButton>;
}

/** What an address leads to is not there, or not for this reader to know of. */
export function NotFoundProblem() {
  const t = useTranslations('shell.notFound');
  return (
    <EmptyState icon={<Compass />} title={t('title')} action={<ToInbox />} className="my-auto">
      <p>{t('body')}</p>
    </EmptyState>
  );
}

/** The reader may know of it but not see it. */
export function ForbiddenProblem() {
  const t = useTranslations('shell.forbidden');
  return (
    <EmptyState icon={<Lock />} title={t('title')} action={<ToInbox />} className="my-auto">
      <p>{t('body')}</p>
    </EmptyState>
  );
}

/** Something broke while the page was made. */
export function UnexpectedProblem({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('shell.unexpected');
  const [pending, startTransition] = useTransition();
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  return (
    <ErrorState
      title={t('title')}
      reference={digest}
      className="my-auto"
      action={
        <>
          <Button variant="primary" icon={<RotateCw />} loading={pending} onClick={() => startTransition(retry)}>
            {t('retry')}
          </Button>
          <ToInbox />
        </>
      }
    >
      <p>{t('body')}</p>
    </ErrorState>
  );
}
