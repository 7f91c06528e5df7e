'use client';

import { CircleCheck, TriangleAlert } from 'lucide';
import { useFormatter, useTranslations } from 'use-intl';
import type { Refusal } from '#contracts/problem.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { Icon } from '../ui/icon.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { type BulkKind, reasonsOf, type TaskOutcome } from './bulk.ts';
import { ReasonList } from './reason-list.tsx';
import { tallyOf } from './tally.ts';

export type BulkPreviewProps = {
  kind: BulkKind;
  /** Whether it is known what is to be asked. */
  isAsked: boolean;
  isWaiting: boolean;
  result: { outcomes: TaskOutcome[]; refusal: Refusal | null } | null | undefined;
};

/** "18 of 20 can be claimed. 2 are finished", and which those are: read out as it changes. */
export function BulkPreview({ kind, isAsked, isWaiting, result }: BulkPreviewProps) {
  const t = useTranslations('bulk.preview');
  const words = useRefusalWords();
  const isKnown = isAsked && !isWaiting && result;
  return (
    <div className="grid gap-1.5 rounded-lg border border-line bg-sunken px-3.5 py-2.5">
      <div role="status" className="flex items-start gap-2 text-ink">
        {!isAsked ? <span className="text-muted">{t('choose')}</span> : null}
        {isAsked && isWaiting ? (
          <>
            <Spinner className="mt-0.5" />
            {t('checking')}
          </>
        ) : null}
        {isKnown ? result.refusal ? words(result.refusal) : <Tally kind={kind} outcomes={result.outcomes} /> : null}
      </div>
      {isKnown ? <Refused outcomes={result.outcomes.filter(({ problem }) => problem)} /> : null}
    </div>
  );
}

type OutcomesProps = { outcomes: readonly TaskOutcome[] };

function Tally({ kind, outcomes }: OutcomesProps & { kind: BulkKind }) {
  const t = useTranslations('bulk.preview');
  const format = useFormatter();
  const { can, cannot } = tallyOf(outcomes);
  const why = format.list(cannot.map(([hindrance, count]) => t(`cannot.${hindrance}`, { count })));
  const isAll = cannot.length === 0;
  return (
    <>
      <Icon
        of={isAll ? CircleCheck : TriangleAlert}
        className={`mt-0.5 size-4 shrink-0 ${isAll ? 'text-success-ink' : 'text-warning-ink'}`}
      />
      <p>
        <span className="font-medium tabular-nums">{t(`can.${kind}`, { can, all: outcomes.length })}</span>{' '}
        {why && `${why}.`}
      </p>
    </>
  );
}

function Refused({ outcomes }: OutcomesProps) {
  const t = useTranslations('bulk.preview');
  if (outcomes.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-muted touch:py-3">{t('which')}</summary>
      <div className="pt-1.5">
        <ReasonList reasons={reasonsOf(outcomes)} />
      </div>
    </details>
  );
}
