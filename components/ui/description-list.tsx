import type { ReactNode } from 'react';
import { tv } from './styles.ts';

const styles = tv({
  base: 'grid text-sm [&_dt]:text-muted',
  variants: {
    layout: {
      rows: 'grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] items-baseline gap-x-5 gap-y-2',
      stack: 'gap-y-3 [&>div]:grid [&>div]:gap-0.5',
    },
  },
  defaultVariants: { layout: 'rows' },
});

export type DescriptionListProps = { layout?: 'rows' | 'stack'; className?: string; children: ReactNode };

/** Names and their values: beside each other, or in a narrow place above each other. */
export function DescriptionList({ layout, className, children }: DescriptionListProps) {
  return <dl className={styles({ layout, className })}>{children}</dl>;
}

/** One name with its value. */
export function DescriptionItem({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="contents">
      <dt>{term}</dt>
      <dd className="min-w-0 text-ink">{children}</dd>
    </div>
  );
}
