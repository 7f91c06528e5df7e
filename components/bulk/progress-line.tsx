'use client';

import { useFormatter, useTranslations } from 'use-intl';

export type ProgressLineProps = {
  label: string;
  done: number;
  /** Of how many; undefined while that is not known. */
  of?: number | undefined;
};

/** How far something is that takes a while. */
export function ProgressLine({ label, done, of }: ProgressLineProps) {
  const t = useTranslations('bulk');
  const format = useFormatter();
  return (
    <div className="grid gap-1.5">
      <p role="status" className="flex justify-between gap-3 text-ink text-sm">
        <span>{label}</span>
        <span className="text-muted tabular-nums">
          {of === undefined ? format.number(done) : t('progress', { done, of })}
        </span>
      </p>
      <progress
        aria-label={label}
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        {...(of !== undefined && { value: done, max: Math.max(of, 1) })}
      />
    </div>
  );
}
