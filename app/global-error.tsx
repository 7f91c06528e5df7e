'use client';

import './globals.css';

/** Even the root layout failed, so this brings a document, and words, of its own; and since every page brings it along, nothing else. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Docket</title>
        <main className="grid min-h-dvh place-items-center">
          <h1 className="sr-only">Something went wrong</h1>
          <div role="alert" className="max-w-96 px-6 text-center">
            <h2 className="font-semibold text-base">This page could not be shown</h2>
            <p className="mt-1 text-balance text-muted">
              It may pass by itself. If it does not,{' '}
              {digest === null ? 'tell an administrator.' : 'quote the code below to an administrator.'}
            </p>
            {digest === null ? null : <p className="mt-2 font-mono text-muted text-xs">{digest}</p>}
            <p className="mt-5 flex flex-wrap justify-center gap-2">
              <button
                type="button"
                onClick={retry}
                className="h-8 rounded-md bg-accent px-3 font-medium text-on-accent text-sm hover:bg-accent-hover touch:h-11"
              >
                Try again
              </button>
              <a
                href="/inbox?view=mine"
                className="inline-flex h-8 items-center rounded-md border border-line-strong bg-raised px-3 font-medium text-sm hover:bg-hover touch:h-11"
              >
                Go to the inbox
              </a>
            </p>
          </div>
        </main>
      </body>
    </html>
  );
}
