'use client';

import { useTranslations } from 'use-intl';
import { cn } from '../ui/styles.ts';
import { tabListStyles, tabStyles } from '../ui/tab-styles.ts';

export type BuilderTab = 'fields' | 'properties' | 'preview' | 'json';

export type BuilderTabsProps = {
  tab: BuilderTab;
  shown: readonly BuilderTab[];
  onTab: (tab: BuilderTab) => void;
  faults: number;
  className?: string;
};

/** Which part of the builder is in sight where not all have room. */
export function BuilderTabs({ tab, shown, onTab, faults, className }: BuilderTabsProps) {
  const t = useTranslations('builder.tabs');
  // What is not offered here stands for the first that is.
  const current = shown.includes(tab) ? tab : shown[0];
  return (
    <fieldset aria-label={t('title')} className={cn(tabListStyles(), 'shrink-0 bg-surface px-4', className)}>
      {shown.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={current === one}
          data-state={current === one ? 'active' : 'inactive'}
          onClick={() => onTab(one)}
          className={tabStyles()}
        >
          {t(one)}
          {one === 'fields' && faults > 0 ? <span aria-hidden className="size-1.5 rounded-full bg-danger" /> : null}
        </button>
      ))}
    </fieldset>
  );
}
