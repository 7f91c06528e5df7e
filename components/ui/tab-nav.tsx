'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useFormatter } from 'use-intl';
import { Badge } from './badge.tsx';
import { cn } from './styles.ts';

const tabClass = cn(
  '-mb-px inline-flex h-10 shrink-0 items-center gap-2 border-transparent border-b-2 font-medium text-muted text-sm transition-colors touch:h-11',
  'hover:text-ink focus-visible:-outline-offset-2 aria-[current]:border-accent aria-[current]:text-ink',
);

export type TabNavProps = {
  label: string;
  tabs: readonly { href: string; label: ReactNode; count?: number | undefined; current: boolean }[];
  className?: string;
};

/** Tabs that are links, so that the choice lives in the URL and Back undoes it. */
export function TabNav({ label, tabs, className }: TabNavProps) {
  const { number } = useFormatter();
  return (
    <nav
      aria-label={label}
      className={cn('flex gap-5 overflow-x-auto border-line border-b [scrollbar-width:none]', className)}
    >
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          scroll={false}
          className={tabClass}
          {...(tab.current ? { 'aria-current': 'page' } : {})}
        >
          {tab.label}
          {tab.count === undefined ? null : <Badge>{number(tab.count)}</Badge>}
        </Link>
      ))}
    </nav>
  );
}
