'use client';

import { Keyboard, Sparkles } from 'lucide';
import { type ReactNode, Suspense, useId } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { TaskCount } from '#contracts/saved-view.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { later } from '../ui/later.tsx';
import { loadInboxParts } from './load-inbox-parts.ts';

const NewsPill = later(() => loadInboxParts().then((parts) => parts.NewsPill));

export type ListHeaderProps = {
  title: string;
  count: TaskCount | undefined;
  /** Only who is in a group can be given a task. */
  onNext: (() => void) | undefined;
  isGivingNext: boolean;
  onKeys: () => void;
  /** How the list is narrowed. */
  children: ReactNode;
};

/** What is listed, how much there is of it, and the ways to other tasks. */
export function ListHeader({ title, count, onNext, isGivingNext, onKeys, children }: ListHeaderProps) {
  const t = useTranslations('inbox');
  const format = useFormatter();
  const countId = useId();
  return (
    <header className="grid grid-cols-[minmax(0,1fr)] gap-2.5 border-line border-b px-4 pt-3 pb-3">
      <div className="flex min-h-8 items-center gap-2">
        <h2 className="min-w-0 truncate font-semibold text-xl" aria-describedby={countId}>
          {title}
        </h2>
        <p id={countId} role="status" className="min-w-6 text-muted text-sm tabular-nums">
          {count === undefined ? null : (
            <>
              <span aria-hidden>
                {count.isCapped ? t('capped', { count: count.count }) : format.number(count.count)}
              </span>
              <span className="sr-only">{t(count.isCapped ? 'countCapped' : 'count', { count: count.count })}</span>
            </>
          )}
        </p>
        <div className="-mr-1.5 ml-auto flex shrink-0 items-center gap-0.5">
          {onNext ? (
            <IconButton
              label={t('next')}
              keys={['n']}
              icon={<Icon of={Sparkles} />}
              aria-busy={isGivingNext}
              onClick={onNext}
            />
          ) : null}
          <IconButton
            label={t('keys.button')}
            keys={['?']}
            icon={<Icon of={Keyboard} />}
            className="max-md:hidden"
            onClick={onKeys}
          />
        </div>
      </div>
      {children}
    </header>
  );
}

/** How many tasks have come since the list was read; pressing it shows them. */
export function News({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useTranslations('inbox');
  return (
    <>
      <p role="status" className="sr-only">
        {count > 0 ? t('saidNews', { count }) : ''}
      </p>
      {count > 0 ? (
        <Suspense>
          <NewsPill count={count} onShow={onShow} />
        </Suspense>
      ) : null}
    </>
  );
}
