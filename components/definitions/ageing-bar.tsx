'use client';

import { useLocale, useTranslations } from 'use-intl';
import { AGE_BOUNDS } from '#contracts/user-task-metrics.ts';
import { cn } from '../ui/styles.ts';

export type Ageing = readonly { under: number | null; count: number }[];

/** From young to old, by how much it should worry. */
const SHADES = ['bg-success-line', 'bg-success', 'bg-info', 'bg-warning-line', 'bg-warning', 'bg-danger'] as const;

/** What is open by its age, as a bar whose parts are told to whoever cannot see it; `legend` writes them out below. */
export function AgeingBar({ ageing, legend = false }: { ageing: Ageing; legend?: boolean }) {
  const t = useTranslations('definitions.ages');
  const locale = useLocale();
  const total = ageing.reduce((sum, { count }) => sum + count, 0);
  const named = ageing.flatMap(({ under, count }, index) => {
    if (count === 0) return [];
    const bound = AGE_BOUNDS.find((one) => one === under);
    return [{ count, shade: SHADES[index], age: bound === undefined ? t('older') : t(`under${bound}`) }];
  });
  if (total === 0) return <span className="text-muted text-xs">{t('none')}</span>;
  const entries = named.map(({ count, age }) => t('entry', { count: count.toLocaleString(locale), age }));
  return (
    <div className="grid gap-2">
      <div
        role="img"
        aria-label={entries.join(', ')}
        title={entries.join('\n')}
        className="flex h-2 w-full min-w-20 gap-px overflow-hidden rounded-full bg-sunken"
      >
        {named.map(({ count, shade, age }) => (
          <div key={age} className={cn('min-w-0.75', shade)} style={{ flexGrow: count }} />
        ))}
      </div>
      {legend ? (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
          {named.map(({ shade, age }, index) => (
            <li key={age} className="flex items-center gap-1.5">
              <span aria-hidden className={cn('size-2 rounded-full', shade)} />
              {entries[index]}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
