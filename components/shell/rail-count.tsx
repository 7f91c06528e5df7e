'use client';

import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, Suspense, use, useContext } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { DeskCounts, TaskCount } from '#contracts/saved-view.ts';
import { deskCountsQuery } from '../inbox/queries.ts';
import { cn } from '../ui/styles.ts';
import { useAlive } from '../ui/use-alive.ts';

/** The counts as the server is about to know them; null when it could not. */
export type CountsToCome = Promise<DeskCounts | null>;

const First = createContext<CountsToCome | null>(null);

/** Lets counts stream in after the page, which never waits for them. */
export function CountsProvider({ counts, children }: { counts: CountsToCome; children: ReactNode }) {
  return <First value={counts}>{children}</First>;
}

export type RailCountProps = {
  /** Which of the counts. */
  pick: (counts: DeskCounts) => TaskCount | undefined;
  /** Whether that there is anything is a reason to look. */
  isWarning?: boolean;
};

/** How much there is, kept up to date; nothing where there is none. */
export function RailCount(props: RailCountProps) {
  return (
    <Suspense>
      <Count {...props} />
    </Suspense>
  );
}

function Count({ pick, isWarning = false }: RailCountProps) {
  const t = useTranslations('inbox');
  const format = useFormatter();
  const promise = useContext(First);
  const first = promise === null ? null : use(promise);
  const { data } = useQuery({ ...deskCountsQuery, ...(first && { initialData: first }) });
  // Each count comes alive by itself, and another may have read newer ones by then: it begins with those that the server drew.
  const counts = useAlive() ? data : first;
  const count = counts && pick(counts);
  if (!count || count.count === 0) return null;
  return (
    <span className={cn(isWarning && 'font-semibold text-danger-ink')}>
      {count.isCapped ? t('capped', { count: count.count }) : format.number(count.count)}
    </span>
  );
}
