import type { ReactNode } from 'react';
import { cn } from '../ui/styles.ts';

export type MarkProps = { icon: ReactNode; className?: string; children: ReactNode };

/** A word with its icon, in the last line of a row. */
export function Mark({ icon, className, children }: MarkProps) {
  return (
    <span
      className={cn(
        'inline-flex min-w-0 items-center gap-1 whitespace-nowrap tabular-nums [&_svg]:size-3.5 [&_svg]:shrink-0',
        className,
      )}
    >
      <span aria-hidden className="contents">
        {icon}
      </span>
      {children}
    </span>
  );
}
