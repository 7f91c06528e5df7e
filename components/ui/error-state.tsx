import { CircleAlert } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { cn } from './styles.ts';

export type ErrorStateProps = {
  title: string;
  /** What the reader can do now. */
  children?: ReactNode;
  /** Something to quote to support: a code or a request id. */
  reference?: string | undefined;
  action?: ReactNode;
  className?: string;
};

/** Says that a page or a part of it could not be shown, in the reader's words, and offers a way on. */
export function ErrorState({ title, children, reference, action, className }: ErrorStateProps) {
  return (
    <div role="alert" className={cn('mx-auto flex max-w-96 flex-col items-center px-6 py-14 text-center', className)}>
      <span
        aria-hidden
        className="mb-4 flex size-11 items-center justify-center rounded-xl border border-danger-line bg-danger-soft text-danger-ink [&_svg]:size-5"
      >
        <Icon of={CircleAlert} />
      </span>
      <h2 className="font-semibold text-base">{title}</h2>
      {children ? <div className="mt-1 text-balance text-muted">{children}</div> : null}
      {reference ? <p className="mt-2 font-mono text-muted text-xs">{reference}</p> : null}
      {action ? <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
