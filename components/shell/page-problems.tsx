'use client';

import { Compass, Lock, RotateCw } from 'lucide-react';
import { useTransition } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';

const toInbox = <LinkButton href="/inbox?view=mine">Go to the inbox</LinkButton>;

/** What an address leads to is not there, or not for this reader to know of. */
export function NotFoundProblem() {
  return (
    <EmptyState icon={<Compass />} title="There is nothing here" action={toInbox} className="my-auto">
      <p>The address may be mistyped, what it led to may be gone, or it is not yours to see.</p>
    </EmptyState>
  );
}

/** The reader may know of it but not see it. */
export function ForbiddenProblem() {
  return (
    <EmptyState icon={<Lock />} title="This page is for administrators" action={toInbox} className="my-auto">
      <p>You are signed in, but your account may not see this. Ask an administrator if you need it.</p>
    </EmptyState>
  );
}

/** Something broke while the page was made. */
export function UnexpectedProblem({ error, retry }: { error: unknown; retry: () => void }) {
  const [pending, startTransition] = useTransition();
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  return (
    <ErrorState
      title="This page could not be shown"
      reference={digest}
      className="my-auto"
      action={
        <>
          <Button variant="primary" icon={<RotateCw />} loading={pending} onClick={() => startTransition(retry)}>
            Try again
          </Button>
          {toInbox}
        </>
      }
    >
      <p>It may pass by itself. If it does not, quote the code below to an administrator.</p>
    </ErrorState>
  );
}
