'use client';

import { UnexpectedProblem } from '#components/shell/page-problems.tsx';

export default function PageError(props: { error: unknown; retry: () => void }) {
  return (
    <>
      <h1 className="sr-only">Something went wrong</h1>
      <UnexpectedProblem {...props} />
    </>
  );
}
