'use client';

import { UnexpectedProblem } from '#components/shell/page-problems.tsx';
import './globals.css';

/** Even the root layout failed, so this brings a document of its own. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Docket</title>
        <main className="grid min-h-dvh place-items-center">
          <h1 className="sr-only">Something went wrong</h1>
          <UnexpectedProblem {...props} />
        </main>
      </body>
    </html>
  );
}
