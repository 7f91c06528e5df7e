import type { ReactNode } from 'react';
import { tv } from './styles.ts';
import type { Tone } from './tone.ts';

const styles = tv({
  slots: {
    row: 'relative flex gap-3 pb-4 before:absolute before:top-7 before:bottom-0 before:left-3 before:w-px base:before:bg-line last:pb-0 last:before:hidden',
    mark: 'flex size-6 shrink-0 items-center justify-center rounded-full border [&_svg]:size-3.5',
  },
  variants: {
    tone: {
      neutral: { mark: 'border-line base:bg-sunken base:text-muted' },
      accent: { mark: 'border-accent-line base:bg-accent-soft base:text-accent-ink' },
      info: { mark: 'border-info-line base:bg-info-soft base:text-info-ink' },
      success: { mark: 'border-success-line base:bg-success-soft base:text-success-ink' },
      warning: { mark: 'border-warning-line base:bg-warning-soft base:text-warning-ink' },
      danger: { mark: 'border-danger-line base:bg-danger-soft base:text-danger-ink' },
    } satisfies Record<Tone, { mark: string }>,
    upcoming: {
      true: {
        row: 'before:border-line-strong before:border-l before:border-dashed before:bg-transparent',
        mark: 'border-dashed bg-transparent text-muted',
      },
    },
  },
  defaultVariants: { tone: 'neutral' },
});

/** What happened to one thing, oldest first, along a rail; its children are TimelineGroups. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="grid gap-4">
      {children}
    </section>
  );
}

/** The events of one day, or of any other heading; without one they stand alone. */
export function TimelineGroup({ heading, children }: { heading?: ReactNode; children: ReactNode }) {
  return (
    <div>
      {heading ? <h3 className="mb-3 font-medium text-muted text-xs">{heading}</h3> : null}
      <ol>{children}</ol>
    </div>
  );
}

export type TimelineItemProps = {
  icon: ReactNode;
  tone?: Tone;
  /** The sentence: who did what. */
  title: ReactNode;
  /** When, after the sentence. */
  time?: ReactNode;
  /** It has not happened yet. */
  upcoming?: boolean;
  /** What belongs to it: a reason, a comment, what changed. */
  children?: ReactNode;
};

/** One event. */
export function TimelineItem({ icon, tone, title, time, upcoming, children }: TimelineItemProps) {
  const { row, mark } = styles({ tone, upcoming });
  return (
    <li className={row()}>
      <span aria-hidden className={mark()}>
        {icon}
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <p className="text-ink text-sm">
          {title}
          {time ? <span className="ml-2 whitespace-nowrap text-muted text-xs">{time}</span> : null}
        </p>
        {children ? <div className="mt-1.5 text-muted text-sm">{children}</div> : null}
      </div>
    </li>
  );
}

/** Somebody's words inside an event. */
export function TimelineQuote({ children }: { children: ReactNode }) {
  return (
    <blockquote className="rounded-md border border-line bg-surface px-3 py-2 text-ink text-sm">{children}</blockquote>
  );
}
