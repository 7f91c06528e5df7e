'use client';

import { UnexpectedProblem } from '#components/shell/page-problems.tsx';

export default function PageError(props: { error: unknown; retry: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <UnexpectedProblem {...props} />
    </main>
  );
}
