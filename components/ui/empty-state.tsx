import type { ReactNode } from 'react';
import { cn } from './styles.ts';

export type EmptyStateProps = {
  icon: ReactNode;
  title: string;
  /** Why it is empty and what would fill it. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** Says that there is nothing, why, and what to do about it. */
export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('mx-auto flex max-w-96 flex-col items-center px-6 base:py-14 text-center', className)}>
      <span
        aria-hidden
        className="mb-4 flex size-11 items-center justify-center rounded-xl border border-line bg-sunken text-muted [&_svg]:size-5"
      >
        {icon}
      </span>
      <h2 className="font-semibold text-base wrap-anywhere">{title}</h2>
      {children ? <div className="mt-1 text-balance text-muted">{children}</div> : null}
      {action ? <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
