import type { ComponentProps, ReactNode } from 'react';
import { cn } from './styles.ts';

export type PanelProps = Omit<ComponentProps<'section'>, 'title'> & {
  title?: ReactNode;
  description?: ReactNode;
  /** Small controls at the right of the title. */
  actions?: ReactNode;
  /** No padding inside: for a table or a list that reaches the edges. */
  flush?: boolean;
};

/** A bordered part of a page with an optional heading. */
export function Panel({ title, description, actions, flush = false, className, children, ...rest }: PanelProps) {
  return (
    <section className={cn('min-w-0 rounded-lg border border-line bg-surface', className)} {...rest}>
      {title || actions ? (
        <header
          className={cn(
            'flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2',
            flush && 'border-line border-b',
          )}
        >
          <div className="min-w-0 flex-1 basis-28">
            <h2 className="font-semibold text-base wrap-anywhere">{title}</h2>
            {description ? <p className="text-muted text-sm">{description}</p> : null}
          </div>
          {actions}
        </header>
      ) : null}
      <div className={cn(!flush && 'px-4 pb-4', !flush && !title && !actions && 'pt-4')}>{children}</div>
    </section>
  );
}
