'use client';

import { FilePenLine } from 'lucide';
import { useTranslations } from 'use-intl';
import type { Draft } from '#contracts/user-task-run.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Icon } from '../ui/icon.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import type { Names } from './use-names.ts';

export type DraftChoiceProps = {
  draft: Draft;
  names: Names;
  isBusy: boolean;
  onContinue: () => void;
  onStartClean: () => void;
};

/** Somebody else has begun to answer: the new owner goes on from there, or starts clean. */
export function DraftChoice({ draft, names, isBusy, onContinue, onStartClean }: DraftChoiceProps) {
  const t = useTranslations('task.draft');
  return (
    <Callout
      tone="info"
      icon={<Icon of={FilePenLine} />}
      title={t('title', { name: names.person(draft.savedBy) })}
      actions={
        <>
          <Button size="sm" onClick={onContinue}>
            {t('continue')}
          </Button>
          <Button size="sm" loading={isBusy} onClick={onStartClean}>
            {t('clean')}
          </Button>
        </>
      }
    >
      <p>{t.rich('text', { time: () => <RelativeTime key="time" at={draft.savedAt} /> })}</p>
    </Callout>
  );
}
