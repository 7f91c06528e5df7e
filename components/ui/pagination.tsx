'use client';

import { ArrowRight, ArrowUpToLine } from 'lucide';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from './icon.tsx';
import { LinkButton } from './link-button.tsx';

export type PaginationProps = {
  /** What is turned over, as in "Workflow runs". */
  label: string;
  /** Where the next bookmark leads; absent on the last page. */
  nextHref?: string | undefined;
  /** Back to the start; absent on the first page. */
  firstHref?: string | undefined;
  /** At the left: how many are shown. */
  children?: ReactNode;
};

/** Pages by bookmark, which know what comes next but no page numbers; renders nothing when all is shown. */
export function Pagination({ label, nextHref, firstHref, children }: PaginationProps) {
  const t = useTranslations('ui');
  if (!nextHref && !firstHref) return null;
  return (
    <nav
      aria-label={t('pages.of', { what: label })}
      className="flex flex-wrap items-center gap-2 border-line border-t px-4 py-2.5"
    >
      <span className="mr-auto text-muted text-sm tabular-nums">{children}</span>
      {firstHref ? (
        <LinkButton href={firstHref} size="sm" icon={<Icon of={ArrowUpToLine} />}>
          {t('pages.first')}
        </LinkButton>
      ) : null}
      {nextHref ? (
        <LinkButton href={nextHref} size="sm">
          {t('pages.next')}
          <Icon of={ArrowRight} />
        </LinkButton>
      ) : null}
    </nav>
  );
}
