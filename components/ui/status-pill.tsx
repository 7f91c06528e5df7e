import type { ReactNode } from 'react';
import { tv } from './styles.ts';
import type { Tone } from './tone.ts';

const styles = tv({
  slots: {
    pill: 'inline-flex base:h-5.5 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full base:border base:pr-2 align-middle base:pl-1.5 font-medium text-xs',
    mark: '[&_svg]:size-3.5',
  },
  variants: {
    tone: {
      neutral: { pill: 'border-line base:bg-sunken text-muted' },
      accent: { pill: 'border-accent-line base:bg-accent-soft text-accent-ink' },
      info: { pill: 'border-info-line base:bg-info-soft text-info-ink' },
      success: { pill: 'border-success-line base:bg-success-soft text-success-ink' },
      warning: { pill: 'border-warning-line base:bg-warning-soft text-warning-ink' },
      danger: { pill: 'border-danger-line base:bg-danger-soft text-danger-ink' },
    } satisfies Record<Tone, { pill: string }>,
    bare: { true: { pill: 'h-5 border-0 bg-transparent px-0' } },
  },
  defaultVariants: { tone: 'neutral' },
});

export type StatusPillProps = {
  tone?: Tone;
  /** A lucide icon: the state must be told without its colour. */
  icon: ReactNode;
  /** Without the capsule, for rows of a table where capsules would crowd. */
  bare?: boolean;
  className?: string;
  children: ReactNode;
};

/** A state as icon and word, tinted by what it means for the reader. */
export function StatusPill({ tone, icon, bare, className, children }: StatusPillProps) {
  const { pill, mark } = styles({ tone, bare });
  return (
    <span className={pill({ className })}>
      <span aria-hidden className={mark()}>
        {icon}
      </span>
      {children}
    </span>
  );
}
