import type { ReactNode } from 'react';
import { tv } from './styles.ts';
import type { Tone } from './tone.ts';

const styles = tv({
  base: 'inline-flex h-5 shrink-0 items-center rounded-sm px-1.5 base:font-medium text-xs tabular-nums',
  variants: {
    tone: {
      neutral: 'bg-sunken text-muted',
      accent: 'bg-accent-soft text-accent-ink',
      info: 'bg-info-soft text-info-ink',
      success: 'bg-success-soft text-success-ink',
      warning: 'bg-warning-soft text-warning-ink',
      danger: 'bg-danger-soft text-danger-ink',
    } satisfies Record<Tone, string>,
    mono: { true: 'font-mono font-normal' },
  },
  defaultVariants: { tone: 'neutral' },
});

export type BadgeProps = { tone?: Tone; mono?: boolean; className?: string; children: ReactNode };

/** A count, a version or a kind in a word; for a state that changes use StatusPill. */
export function Badge({ tone, mono, className, children }: BadgeProps) {
  return <span className={styles({ tone, mono, className })}>{children}</span>;
}
