'use client';

import { Compass, RotateCw } from 'lucide';
import { useTranslations } from 'use-intl';
import { isSignedOut } from '../api/unread.ts';
import { PageProblem } from '../shell/page-problems.tsx';
import { SignInAgain } from '../sign-in/sign-in-again.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { LinkButton } from '../ui/link-button.tsx';

/** There is no such task, or not for this reader to know of. */
export function AbsentTask() {
  const t = useTranslations('shell');
  return (
    <PageProblem
      icon={<Icon of={Compass} />}
      title={t('notFound.title')}
      text={t('notFound.body')}
      wayOn={<LinkButton href="/inbox?view=mine">{t('goToInbox')}</LinkButton>}
    />
  );
}

type UnreadProps = { error: Error; isTrying: boolean; onRetry: () => void };

/** The task could not be read. */
export const UnreadTask = (props: UnreadProps) => <Unread what="task" {...props} />;

/** The list could not be read. */
export const UnreadList = (props: UnreadProps) => <Unread what="list" {...props} />;

function Unread({ what, error, isTrying, onRetry }: UnreadProps & { what: 'task' | 'list' }) {
  const t = useTranslations('inbox.failed');
  const tSignIn = useTranslations('signIn.again');
  const className = what === 'task' ? 'my-auto' : '';
  if (isSignedOut(error)) {
    return (
      <ErrorState title={tSignIn('title')} className={className} action={<SignInAgain />}>
        <p>{tSignIn('text')}</p>
      </ErrorState>
    );
  }
  return (
    <ErrorState
      title={t(what)}
      className={className}
      action={
        <Button icon={<Icon of={RotateCw} />} loading={isTrying} onClick={onRetry}>
          {t('retry')}
        </Button>
      }
    >
      <p>{t('text')}</p>
    </ErrorState>
  );
}

/** In place of what cannot be fetched without a connection. */
export function NotYetHere() {
  const t = useTranslations('ui.offline');
  return <p className="m-auto max-w-96 px-6 py-14 text-balance text-center text-muted">{t('notYet')}</p>;
}
