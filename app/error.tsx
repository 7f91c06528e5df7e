'use client';

import { useTranslations } from 'use-intl';
import { UnexpectedProblem } from '#components/shell/page-problems.tsx';

export default function PageError(props: { error: unknown; retry: () => void }) {
  const t = useTranslations('shell.unexpected');
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">{t('heading')}</h1>
      <UnexpectedProblem {...props} />
    </main>
  );
}
