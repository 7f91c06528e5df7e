'use client';

import { ArrowDownWideNarrow, ListFilter, X } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { DropdownMenu, MenuRadioGroup } from '../ui/dropdown-menu.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { DUES, type Filters, type InboxSort, PRIORITIES } from './inbox-query.ts';

const loadPopover = () => import('./filter-popover.tsx');
const FilterPopover = lazy(() => loadPopover().then((part) => ({ default: part.FilterPopover })));

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
        icon={<ListFilter />}
        onPointerEnter={loadPopover}
        onFocus={loadPopover}
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
            icon={<ArrowDownWideNarrow />}
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

/** What the list is narrowed by, each to be taken off. */
export function FilterChips({ filters, onRemove }: { filters: Filters; onRemove: (name: keyof Filters) => void }) {
  const t = useTranslations('inbox.filter');
  const words = {
    form: (value: string) => value,
    group: (value: string) => value,
    priority: (value: string) => {
      const known = PRIORITIES.find((one) => one === value);
      return known ? `${t('priority')}: ${t(`priorities.${known}`)}` : t('atLeast', { value });
    },
    due: (value: string) => {
      const known = DUES.find((one) => one === value);
      return known ? `${t('due')}: ${t(`dues.${known}`)}` : t('within', { hours: value });
    },
    q: (value: string) => t('text', { text: value }),
  };
  return Object.entries(words).map(([key, wordsOf]) => {
    const name = key as keyof typeof words;
    const value = filters[name];
    if (!value) return null;
    return (
      <button
        key={name}
        type="button"
        aria-label={t('remove', { filter: wordsOf(value) })}
        onClick={() => onRemove(name)}
        className="inline-flex h-6 max-w-full items-center gap-1 rounded-full border border-line-strong bg-raised pr-1.5 pl-2.5 text-xs hover:bg-hover touch:h-11"
      >
        <span className="truncate">{wordsOf(value)}</span>
        <X aria-hidden className="size-3 shrink-0 text-muted" />
      </button>
    );
  });
}
