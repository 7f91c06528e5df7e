import type { ReactNode } from 'react';

export type Figure = { label: string; value: ReactNode; tone?: 'danger' | undefined };

/** A few numbers with their names. */
export function Figures({ label, figures }: { label: string; figures: readonly Figure[] }) {
  return (
    <dl
      aria-label={label}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-3 xl:grid-cols-6"
    >
      {figures.map(({ label: name, value, tone }) => (
        <div key={name} className="flex flex-col-reverse justify-end bg-surface px-4 py-3">
          <dt className="text-muted text-sm">{name}</dt>
          <dd
            className={
              tone === 'danger'
                ? 'font-semibold text-danger-ink text-xl tabular-nums'
                : 'font-semibold text-ink text-xl tabular-nums'
            }
          >
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
