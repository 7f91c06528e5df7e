'use client';

import { useTranslations } from 'use-intl';
import { cn } from '../ui/styles.ts';
import { tabListStyles, tabStyles } from '../ui/tab-styles.ts';

export type DetailTab = 'task' | 'facts' | 'history';

const TABS = ['task', 'facts', 'history'] as const satisfies readonly DetailTab[];

type DetailTabsProps = { formId: string; tab: DetailTab; onTab: (tab: DetailTab) => void };

/** Where there is no room beside the task, its facts and its history wait behind buttons. */
export function DetailTabs({ formId, tab, onTab }: DetailTabsProps) {
  const t = useTranslations('task.part');
  return (
    <div className="row-start-2 px-4 md:px-6 xl:hidden">
      <fieldset aria-label={t('all')} className={cn(tabListStyles(), 'mx-auto max-w-170')}>
        {TABS.map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={tab === value}
            aria-controls={`${formId}-${value}`}
            data-state={tab === value ? 'active' : 'inactive'}
            onClick={() => onTab(value)}
            className={tabStyles()}
          >
            {t(value)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
