'use client';

import { CircleCheck, TriangleAlert } from 'lucide';
import { useTranslations } from 'use-intl';
import type { Refusal } from '#contracts/problem.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { Icon } from '../ui/icon.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { reasonsOf, type TaskOutcome } from './bulk.ts';
import { ReasonList } from './reason-list.tsx';

export type BulkPreviewProps = {
  /** Whether it is known what is to be asked. */
  isAsked: boolean;
  isWaiting: boolean;
  result: { outcomes: TaskOutcome[]; refusal: Refusal | null } | null | undefined;
  count: number;
};

/** "18 of 20 can be moved", and why the others cannot: read out as it changes. */
export function BulkPreview({ isAsked, isWaiting, result, count }: BulkPreviewProps) {
  const t = useTranslations('desk.bulk.preview');
  const words = useRefusalWords();
  const refused = result?.outcomes.filter(({ problem }) => problem) ?? [];
  const possible = count - refused.length;
  return (
    <div className="grid gap-1.5 rounded-lg border border-line bg-sunken px-3.5 py-2.5">
      <p role="status" className="flex items-center gap-2 text-ink">
        {!isAsked ? <span className="text-muted">{t('choose')}</span> : null}
        {isAsked && isWaiting ? (
          <>
            <Spinner />
            {t('checking')}
          </>
        ) : null}
        {isAsked && !isWaiting && result?.refusal ? words(result.refusal) : null}
        {isAsked && !isWaiting && result && !result.refusal ? (
          <>
            <span aria-hidden className={refused.length > 0 ? 'text-warning-ink' : 'text-success-ink'}>
              {refused.length > 0 ? (
                <Icon of={TriangleAlert} className="size-4" />
              ) : (
                <Icon of={CircleCheck} className="size-4" />
              )}
            </span>
            <span className="font-medium tabular-nums">{t('possible', { possible, count })}</span>
          </>
        ) : null}
      </p>
      {isAsked && !isWaiting ? <ReasonList reasons={reasonsOf(refused)} /> : null}
    </div>
  );
}
