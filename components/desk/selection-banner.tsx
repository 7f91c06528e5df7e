'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiError } from '../api/read-api.ts';
import { useErrorWords } from '../api/use-refusal-words.ts';
import type { DeskTask } from '../bulk/bulk.ts';
import { Button } from '../ui/button.tsx';
import type { Search } from './task-filters.ts';
import type { Selection } from './use-selection.ts';
import { MOST, walkTasks } from './walk-tasks.ts';

export type SelectionBannerProps = {
  selection: Selection;
  page: readonly DeskTask[];
  total: { count: number; isCapped: boolean };
  search: Search;
};

/** Once all of a page are selected: offers all that match, as many as can be worked on at once. */
export function SelectionBanner({ selection, page, total, search }: SelectionBannerProps) {
  const t = useTranslations('desk.tasks');
  const errorWords = useErrorWords();
  const [found, setFound] = useState<number>();
  const [failure, setFailure] = useState<string>();
  const isWholePage = page.length > 0 && page.every(selection.has);
  const isOffered = isWholePage && selection.size < Math.min(total.count, MOST);
  if (!isOffered && !failure) return null;

  async function selectAll() {
    setFailure(undefined);
    setFound(0);
    try {
      const { tasks } = await walkTasks({ searches: [search], onProgress: setFound });
      selection.set(tasks, true);
    } catch (error) {
      setFailure(error instanceof ApiError ? errorWords(error) : t('unreachable'));
    } finally {
      setFound(undefined);
    }
  }

  const count = Math.min(total.count, MOST);
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink text-sm">
      {failure ?? t('pageSelected', { count: page.length })}
      <Button size="sm" loading={found !== undefined} onClick={selectAll}>
        {t(count < total.count || total.isCapped ? 'selectFirst' : 'selectAll', { count })}
      </Button>
      {found === undefined ? null : <span className="text-muted tabular-nums">{t('found', { count: found })}</span>}
    </p>
  );
}
