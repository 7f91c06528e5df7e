import type { ReactNode } from 'react';
import { cn } from './styles.ts';

export type PanesProps = {
  /** The page's name for screen readers, unless it stands elsewhere; list and detail carry headings of the second level. */
  heading?: string;
  listLabel: string;
  list: ReactNode;
  detailLabel: string;
  detail: ReactNode;
  /** Which of the two a phone shows; wider screens show both. */
  showing: 'list' | 'detail';
};

/** A list and what is chosen in it, each scrolling by itself; on phones one after the other. */
export function Panes({ heading, listLabel, list, detailLabel, detail, showing }: PanesProps) {
  return (
    <div className="flex min-h-0 flex-1">
      {heading ? <h1 className="sr-only">{heading}</h1> : null}
      <section
        aria-label={listLabel}
        className={cn(
          'flex min-h-0 w-full flex-col border-line bg-surface md:w-80 md:shrink-0 md:border-r xl:w-[clamp(20rem,26vw,23.75rem)]',
          showing === 'detail' && 'max-md:hidden',
        )}
      >
        {list}
      </section>
      <section
        aria-label={detailLabel}
        className={cn('flex min-h-0 min-w-0 flex-1 flex-col bg-canvas', showing === 'list' && 'max-md:hidden')}
      >
        {detail}
      </section>
    </div>
  );
}
