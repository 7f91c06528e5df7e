'use client';

import { cn } from 'tailwind-variants';
import { tabListStyles, tabStyles } from '../ui/tab-styles.ts';

export type DetailTab = 'task' | 'history';

const tabs: readonly { value: DetailTab; label: string }[] = [
  { value: 'task', label: 'Task' },
  { value: 'history', label: 'Facts and history' },
];

type DetailTabsProps = { formId: string; tab: DetailTab; onTab: (tab: DetailTab) => void };

/** In a narrow place the facts and the history wait behind a button; in a wide one they stand beside the task. */
export function DetailTabs({ formId, tab, onTab }: DetailTabsProps) {
  return (
    <div className="row-start-2 px-4 md:px-6 @[44rem]:hidden">
      <fieldset aria-label="Parts of the task" className={cn(tabListStyles(), 'mx-auto max-w-170')}>
        {tabs.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            aria-pressed={tab === value}
            aria-controls={`${formId}-${value}`}
            data-state={tab === value ? 'active' : 'inactive'}
            onClick={() => onTab(value)}
            className={tabStyles()}
          >
            {label}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
