'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Select } from '../ui/select.tsx';
import { addressOf, type Filters, sortsOffered } from './task-filters.ts';

/** The orders that there are for this search. */
export function SortSelect({ path, filters }: { path: string; filters: Filters }) {
  const t = useTranslations('desk.sort');
  const router = useRouter();
  const offered = sortsOffered(filters);
  const chosen = offered.find((sort) => sort === filters.sort) ?? '-created';
  return (
    <Select
      aria-label={t('label')}
      className="w-56"
      options={offered.map((sort) => ({ value: sort, label: t(sort) }))}
      value={chosen}
      onValueChange={(sort) =>
        router.push(addressOf(path, { ...filters, sort: sort === '-created' ? '' : sort }), { scroll: false })
      }
    />
  );
}
