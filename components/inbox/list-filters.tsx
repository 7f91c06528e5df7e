'use client';

import { ArrowDownWideNarrow, ListFilter } from 'lucide';
import { Suspense, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { DropdownMenu, MenuRadioGroup } from '../ui/dropdown-menu.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { later } from '../ui/later.tsx';
import type { Filters, InboxSort } from './inbox-query.ts';
import { loadInboxParts } from './load-inbox-parts.ts';

const FilterPopover = later(() => loadInboxParts().then((parts) => parts.FilterPopover));

export type ListFiltersProps = {
  filters: Filters;
  groups: readonly string[];
  hasDue: boolean;
  sort: InboxSort;
  sorts: readonly InboxSort[];
  onFilter: (filters: Filters) => void;
  onSort: (sort: InboxSort) => void;
};

/** The buttons behind which a list is narrowed and put into another order. */
export function ListFilters({ filters, groups, hasDue, sort, sorts, onFilter, onSort }: ListFiltersProps) {
  const t = useTranslations('inbox');
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const count = Object.entries(filters).filter(([name, value]) => value && name !== 'q').length;
  return (
    <>
      <Button
        ref={button}
        aria-label={t('filter.active', { count })}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        icon={<Icon of={ListFilter} />}
        onPointerEnter={loadInboxParts}
        onFocus={loadInboxParts}
        onClick={() => setOpen((was) => !was)}
        variant={count > 0 ? 'chosen' : 'secondary'}
        className="px-2"
      >
        {count > 0 ? <span className="text-xs tabular-nums">{count}</span> : null}
      </Button>
      {isOpen ? (
        <Suspense>
          <FilterPopover
            anchor={button}
            onClose={() => setOpen(false)}
            filters={filters}
            groups={groups}
            hasDue={hasDue}
            onChange={onFilter}
          />
        </Suspense>
      ) : null}
      <DropdownMenu
        trigger={
          <IconButton
            variant="secondary"
            label={t('sort.by', { order: t(`sort.${sort}`) })}
            icon={<Icon of={ArrowDownWideNarrow} />}
          />
        }
      >
        <MenuRadioGroup
          label={t('sort.label')}
          value={sort}
          onValueChange={(chosen) => {
            const known = sorts.find((one) => one === chosen);
            if (known) onSort(known);
          }}
          options={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
        />
      </DropdownMenu>
    </>
  );
}
