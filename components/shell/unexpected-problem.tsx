'use client';

import { RotateCw } from 'lucide';
import { useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { LinkButton } from '../ui/link-button.tsx';

export type UnexpectedProps = { error: unknown; retry: () => void };

/** Something broke while the page was made. */
export function UnexpectedProblem({ error, retry }: UnexpectedProps) {
  const t = useTranslations('shell');
  const [pending, startTransition] = useTransition();
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  return (
    <>
      <h1 className="sr-only">{t('unexpected.heading')}</h1>
      <ErrorState
        title={t('unexpected.title')}
        reference={digest}
        className="my-auto"
        action={
          <>
            <Button
              variant="primary"
              icon={<Icon of={RotateCw} />}
              loading={pending}
              onClick={() => startTransition(retry)}
            >
              {t('unexpected.retry')}
            </Button>
            <LinkButton href="/inbox?view=mine">{t('goToInbox')}</LinkButton>
          </>
        }
      >
        <p>{t(digest === undefined ? 'unexpected.body' : 'unexpected.quote')}</p>
      </ErrorState>
    </>
  );
}
