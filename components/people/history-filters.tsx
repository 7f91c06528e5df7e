'use client';

import { X } from 'lucide';
import { useRouter } from 'next/navigation';
import { useOptimistic, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { PERSON_EVENT_TYPES, type PersonEventType } from '#contracts/user-task-history.ts';
import { DayFilter } from '../admin/day-filter.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Select } from '../ui/select.tsx';

export type HistoryFiltersProps = {
  path: string;
  from?: string | undefined;
  to?: string | undefined;
  type?: PersonEventType | '' | undefined;
};

const ANY = '*';

type Shown = { from: string; to: string; type: string };

/** What of the history is shown, and from which day to which; all of it lives in the address. */
export function HistoryFilters({
  path,
  from: shownFrom = '',
  to: shownTo = '',
  type: shownType = '',
}: HistoryFiltersProps) {
  const t = useTranslations('desk.history');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [cleared, setCleared] = useState(0);
  // What was chosen stands at once, so that the next choice adds to it.
  const [shown, want] = useOptimistic<Shown>({ from: shownFrom, to: shownTo, type: shownType });
  const { from, to, type } = shown;
  const isNarrowed = from !== '' || to !== '' || type !== '';

  function go(changes: Partial<Shown>) {
    const wanted = { ...shown, ...changes };
    const params = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== ''));
    startTransition(() => {
      want(wanted);
      router.push(params.size > 0 ? `${path}?${params}` : path, { scroll: false });
    });
  }
  const day = (name: 'from' | 'to', other: 'from' | 'to') => (
    <DayFilter
      // What was typed and does not hold yet is cleared too.
      key={`${name} ${cleared}`}
      label={<span className="text-muted text-xs">{t(name)}</span>}
      className="w-40 gap-1"
      value={shown[name]}
      other={shown[other]}
      end={name === 'to'}
      onValueChange={(at) => go({ [name]: at })}
    />
  );

  return (
    <search
      aria-label={t('filters')}
      aria-busy={pending}
      className="flex flex-wrap items-start gap-x-3 gap-y-2.5 print:hidden"
    >
      <Field label={<span className="text-muted text-xs">{t('what')}</span>} className="w-52 gap-1">
        <Select
          options={[
            { value: ANY, label: t('everything') },
            ...PERSON_EVENT_TYPES.map((value) => ({ value, label: t(`types.${value}`) })),
          ]}
          value={type === '' ? ANY : type}
          onValueChange={(value) => go({ type: value === ANY ? '' : value })}
        />
      </Field>
      {day('from', 'to')}
      {day('to', 'from')}
      {isNarrowed ? (
        <Button
          size="lg"
          variant="ghost"
          icon={<Icon of={X} />}
          className="mt-6.5"
          onClick={() => {
            setCleared(cleared + 1);
            go({ from: '', to: '', type: '' });
          }}
        >
          {t('clear')}
        </Button>
      ) : null}
    </search>
  );
}
