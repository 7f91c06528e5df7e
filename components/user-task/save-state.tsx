'use client';

import { CircleCheck, CloudAlert, LoaderCircle } from 'lucide';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { useSignInHref } from '../sign-in/sign-in-again.tsx';
import { useClock } from '../ui/clock.tsx';
import { Icon } from '../ui/icon.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { TextLink } from '../ui/text-link.tsx';
import type { Autosaver } from './autosaver.ts';
import type { Names } from './use-names.ts';

export type SaveStateProps = { task: UserTaskRun; autosaver: Autosaver; names: Names; me: string };

/** Whether what was typed is kept by the server: seen all the time, and told to screen readers when it is or could not be. */
export function SaveState({ task, autosaver, names, me }: SaveStateProps) {
  const t = useTranslations('task.save');
  const phase = useSyncExternalStore(autosaver.subscribe, autosaver.phase, () => 'idle' as const);
  const signInHref = useSignInHref();
  const { draft } = task;
  const isUnderWay = phase === 'pending' || phase === 'saving';
  return (
    <div className="flex min-h-5 items-center gap-1.5 text-muted text-sm">
      {isUnderWay ? (
        <span aria-hidden className="inline-flex items-center gap-1.5">
          <Icon of={LoaderCircle} className="size-3.5 animate-spin" />
          {t('saving')}
        </span>
      ) : null}
      {phase === 'idle' && !draft ? <span>{t('asYouType')}</span> : null}
      <p role="status" className="inline-flex items-center gap-1.5">
        {phase === 'failed' || phase === 'signed-out' ? (
          <>
            <Icon of={CloudAlert} className="size-3.5 shrink-0 text-warning-ink" />
            <span>
              {phase === 'failed'
                ? t('failed')
                : t.rich('signedOut', {
                    link: (chunks) => (
                      <TextLink key="link" href={signInHref} target="_blank" prefetch={false}>
                        {chunks}
                      </TextLink>
                    ),
                  })}
            </span>
          </>
        ) : null}
        {phase === 'refused' ? (
          <>
            <Icon of={CloudAlert} className="size-3.5 text-warning-ink" />
            {t('refused', { count: autosaver.refused })}
          </>
        ) : null}
        {phase === 'idle' && draft ? (
          <>
            <Icon of={CircleCheck} className="size-3.5 text-success-ink" />
            <span>
              {draft.savedBy === me
                ? t.rich('saved', { time: () => <SavedAt at={draft.savedAt} /> })
                : t.rich('savedBy', {
                    name: names.person(draft.savedBy),
                    time: () => <SavedAt at={draft.savedAt} />,
                  })}
            </span>
          </>
        ) : null}
      </p>
    </div>
  );
}

const DAY = 86_400_000;

/** The time of day, and further back the day too. */
function SavedAt({ at }: { at: string }) {
  const { now } = useClock();
  return <AbsoluteTime key="time" at={at} timeOnly={now - Date.parse(at) < DAY / 2} />;
}
