import type { ReactNode } from 'react';
import { cn } from './styles.ts';

export type ScrollRegionProps = { label: string; className?: string; children: ReactNode };

/** Content wider or taller than its place, which the keyboard can reach and scroll. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard could not scroll what it holds
      tabIndex={0}
      className={cn('relative overflow-auto focus-visible:-outline-offset-2 [scrollbar-width:thin]', className)}
    >
      {children}
    </section>
  );
}
