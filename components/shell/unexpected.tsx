'use client';

import { Suspense } from 'react';
import { later } from '../ui/later.tsx';
import type { UnexpectedProps } from './unexpected-problem.tsx';

export type { UnexpectedProps };

// Every page brings its boundary along, but hardly ever what stands in it. Where not even that can be fetched, the page of app/global-error.tsx comes.
const UnexpectedProblem = later(() => import('./unexpected-problem.tsx').then((part) => part.UnexpectedProblem));

/** What stands where a page broke. */
export function Unexpected(props: UnexpectedProps) {
  return (
    <Suspense>
      <UnexpectedProblem {...props} />
    </Suspense>
  );
}
