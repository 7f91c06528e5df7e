'use client';

import { IntlProvider } from '#components/i18n/intl-provider.tsx';
import { shell } from '#components/i18n/messages/en/shell.ts';
import { UnexpectedProblem } from '#components/shell/page-problems.tsx';
import './globals.css';

/** Even the root layout failed, so this brings a document, and words, of its own. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Docket</title>
        <main className="grid min-h-dvh place-items-center">
          <h1 className="sr-only">Something went wrong</h1>
          <IntlProvider locale="en" zone="UTC" messages={{ shell }}>
            <UnexpectedProblem {...props} />
          </IntlProvider>
        </main>
      </body>
    </html>
  );
}
