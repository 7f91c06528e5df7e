'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from 'tailwind-variants';
import { tabListStyles, tabStyles } from './tab-styles.ts';

export type TabsProps = Omit<ComponentProps<typeof Radix.Root>, 'children'> & {
  /** What the tabs choose among, read aloud. */
  label: string;
  tabs: readonly { value: string; label: ReactNode; content: ReactNode }[];
};

/** Parts of one page, one shown at a time; when the choice belongs in the URL use TabNav. */
export function Tabs({ label, tabs, className, ...rest }: TabsProps) {
  return (
    <Radix.Root className={cn('min-w-0', className)} {...rest}>
      <Radix.List aria-label={label} className={tabListStyles()}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={tabStyles()}>
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="rounded-md pt-4">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
