'use client';

import { UnexpectedProblem } from '#components/shell/page-problems.tsx';

export default function PageError(props: { error: unknown; retry: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">Something went wrong</h1>
      <UnexpectedProblem {...props} />
    </main>
  );
}
