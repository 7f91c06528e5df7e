import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { ScrollRegion } from './scroll-region.tsx';
import { cn } from './styles.ts';

export type TableProps = {
  /** What the rows are; the table's caption for screen readers. */
  label: string;
  /** Scrolls sideways at any width, for a table in a narrow column; its head then does not stick. */
  contained?: boolean;
  className?: string;
  children: ReactNode;
};

/** Rows to compare: quiet lines, figures that align, a head that stays in sight; on small screens it scrolls sideways. */
export function Table({ label, contained = false, className, children }: TableProps) {
  return (
    <ScrollRegion label={label} className={cn(!contained && 'lg:overflow-visible')}>
      <table className={cn('w-full border-collapse text-left text-sm', className)}>{children}</table>
    </ScrollRegion>
  );
}

/** The head row, given as its cells. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="sticky top-0 z-10 text-muted">
      <tr>{children}</tr>
    </thead>
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody className="divide-y divide-line">{children}</tbody>;
}

/** A row; with a RowLink in one of its cells all of it is clickable. */
export function TableRow({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr className={cn('relative transition-colors has-[a[data-row-link]]:hover:bg-hover', className)} {...rest} />;
}

type Align = { numeric?: boolean };

/** A column's name. */
export function TableHeader({ numeric, className, ...rest }: ComponentProps<'th'> & Align) {
  return (
    <th
      scope="col"
      className={cn(
        'h-9 whitespace-nowrap bg-surface px-3 shadow-[inset_0_-1px_0_var(--color-line)] font-medium text-xs first:rounded-tl-lg first:pl-4 last:rounded-tr-lg last:pr-4',
        numeric && 'text-right',
        className,
      )}
      {...rest}
    />
  );
}

/** A value; numbers go to the right in figures of one width. */
export function TableCell({ numeric, className, ...rest }: ComponentProps<'td'> & Align) {
  return (
    <td
      className={cn(
        'h-11 px-3 py-2 first:pl-4 last:pr-4 max-lg:whitespace-nowrap',
        numeric && 'whitespace-nowrap text-right tabular-nums',
        className,
      )}
      {...rest}
    />
  );
}

/** The link that names a row and, by its hidden edges, covers it. */
export function RowLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      data-row-link
      className={cn(
        'font-medium text-ink after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2',
        className,
      )}
      {...rest}
    />
  );
}
