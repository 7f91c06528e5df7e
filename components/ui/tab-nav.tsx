import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from 'tailwind-variants';
import { Badge } from './badge.tsx';
import { tabListStyles, tabStyles } from './tab-styles.ts';

export type TabNavProps = {
  label: string;
  tabs: readonly { href: string; label: ReactNode; count?: number | undefined; current: boolean }[];
  className?: string;
};

/** Tabs that are links, so that the choice lives in the URL and Back undoes it. */
export function TabNav({ label, tabs, className }: TabNavProps) {
  return (
    <nav aria-label={label} className={cn(tabListStyles(), className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          scroll={false}
          className={tabStyles()}
          {...(tab.current ? { 'aria-current': 'page' } : {})}
        >
          {tab.label}
          {tab.count === undefined ? null : <Badge>{tab.count.toLocaleString('en-GB')}</Badge>}
        </Link>
      ))}
    </nav>
  );
}
