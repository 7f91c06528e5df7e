import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from './styles.ts';

const itemClass = cn(
  'inline-flex h-8 items-center whitespace-nowrap rounded-[5px] px-3 font-medium text-muted text-sm transition-colors touch:h-10',
  'hover:text-ink aria-[current]:bg-raised aria-[current]:text-ink aria-[current]:shadow-sm',
);

export type SegmentedNavProps = {
  label: string;
  items: readonly { href: string; label: ReactNode; current: boolean }[];
  className?: string;
};

/** A few choices side by side, of which one holds; they are links, so that the choice lives in the URL. */
export function SegmentedNav({ label, items, className }: SegmentedNavProps) {
  return (
    <nav aria-label={label} className={cn('inline-flex rounded-md border border-line bg-sunken p-px', className)}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          scroll={false}
          className={itemClass}
          {...(item.current ? { 'aria-current': 'true' } : {})}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
