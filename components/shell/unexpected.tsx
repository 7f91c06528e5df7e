'use client';

import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { UnexpectedProps } from './unexpected-problem.tsx';

// Every page brings its boundary along, but hardly ever what stands in it: that is fetched then, or done without.
const UnexpectedProblem = lazy(() =>
  import('./unexpected-problem.tsx').then(
    (part) => ({ default: part.UnexpectedProblem }),
    () => ({ default: PlainProblem }),
  ),
);

/** What stands where a page broke. */
export function Unexpected(props: UnexpectedProps) {
  return (
    <Suspense>
      <UnexpectedProblem {...props} />
    </Suspense>
  );
}

/** The same without looks, where not even they could be fetched. */
function PlainProblem({ retry }: UnexpectedProps) {
  const t = useTranslations('shell.unexpected');
  return (
    <div role="alert" className="m-auto p-6 text-center">
      <p className="font-semibold">{t('title')}</p>
      <button type="button" onClick={retry} className="mt-4 min-h-11 px-4 text-accent-ink underline">
        {t('retry')}
      </button>
    </div>
  );
}
