'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { LH_STATUSES } from '#contracts/wf-run.ts';
import { DayFilter } from '../admin/day-filter.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Select } from '../ui/select.tsx';
import { cn } from '../ui/styles.ts';
import { WF_RUN_FILTERS, type WfRunFilterName } from './wf-run-filter-names.ts';

export type WfRunFilterValues = Readonly<Partial<Record<WfRunFilterName, string | undefined>>>;

export type WfRunFiltersProps = {
  path: string;
  values: WfRunFilterValues;
  wfSpecNames: readonly string[];
  /** By which variables the runs of the chosen WfSpec can be found. */
  searchable: readonly string[];
};

type NarrowProps = { label: string; className?: string; children: ReactNode };

const ANY = '*';

/** What narrows the list of runs; all of it lives in the address. */
export function WfRunFilters({ path, values, wfSpecNames, searchable }: WfRunFiltersProps) {
  const t = useTranslations('runs');
  const router = useRouter();
  const [edited, setEdited] = useState<WfRunFilterValues>({});
  const [cleared, setCleared] = useState(0);
  // When the address changes, by Back for one, it has the say again.
  const address = JSON.stringify(values);
  const [seen, setSeen] = useState(address);
  if (seen !== address) {
    setSeen(address);
    setEdited({});
  }
  const [pending, startTransition] = useTransition();
  const shown = { ...values, ...edited };

  function go(next: WfRunFilterValues) {
    const params = new URLSearchParams();
    for (const name of WF_RUN_FILTERS) {
      const value = next[name]?.trim();
      if (value) params.set(name, value);
    }
    startTransition(() => router.push(params.size > 0 ? `${path}?${params}` : path));
  }

  const edit = (changes: WfRunFilterValues) => setEdited((before) => ({ ...before, ...changes }));
  /** A choice takes effect at once. */
  const choose = (changes: WfRunFilterValues) => {
    edit(changes);
    go({ ...shown, ...changes });
  };

  const day = (name: 'startedAfter' | 'startedBefore', other: 'startedAfter' | 'startedBefore') => (
    <DayFilter
      // What was typed and does not hold yet is cleared too.
      key={`${name} ${cleared}`}
      label={<span className="text-muted text-xs">{t(name === 'startedAfter' ? 'list.from' : 'list.until')}</span>}
      className={cn('gap-1', narrowClass)}
      value={shown[name] ?? ''}
      other={shown[other] ?? ''}
      end={name === 'startedBefore'}
      onValueChange={(at) => choose({ [name]: at })}
    />
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    go(shown);
  }

  return (
    <search aria-label={t('list.title')}>
      <form onSubmit={submit} className="flex flex-wrap items-start gap-x-3 gap-y-2.5">
        <Narrow label={t('list.find')} className="w-60 max-md:w-full">
          <Input
            type="search"
            value={shown.find ?? ''}
            title={t('list.findHelp')}
            placeholder={t('list.findHelp')}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            onChange={(event) => edit({ find: event.target.value })}
          />
        </Narrow>
        <Narrow label={t('list.wfSpec')} className="w-46 max-md:w-auto max-md:flex-[1_1_9.5rem]">
          <Combobox
            value={shown.wfSpecName ?? ''}
            clearable
            onValueChange={(wfSpecName) => choose({ wfSpecName, variable: '', value: '' })}
            options={wfSpecNames.map((name) => ({ value: name, label: name }))}
            placeholder={t('list.any')}
          />
        </Narrow>
        <Narrow label={t('list.status')}>
          <Select
            value={shown.status || ANY}
            onValueChange={(status) => choose({ status: status === ANY ? '' : status })}
            options={[
              { value: ANY, label: t('list.any') },
              ...LH_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) })),
            ]}
          />
        </Narrow>
        {searchable.length > 0 ? (
          <>
            <Narrow label={t('list.variable')}>
              <Select
                value={shown.variable || ANY}
                onValueChange={(variable) => edit(variable === ANY ? { variable: '', value: '' } : { variable })}
                options={[
                  { value: ANY, label: t('list.any') },
                  ...searchable.map((name) => ({ value: name, label: name })),
                ]}
              />
            </Narrow>
            {shown.variable ? (
              <Narrow label={t('list.value')}>
                <Input
                  value={shown.value ?? ''}
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={500}
                  onChange={(event) => edit({ value: event.target.value })}
                />
              </Narrow>
            ) : null}
          </>
        ) : null}
        {/* What searches stands beside the days, wherever they wrap to: alone in a line it would have no label to stand below. */}
        <div className="flex items-start gap-x-3 max-md:contents">
          {day('startedAfter', 'startedBefore')}
          {day('startedBefore', 'startedAfter')}
          <div className="flex gap-2 max-md:w-full md:mt-6.5">
            <Button type="submit" size="lg" loading={pending}>
              {t('list.search')}
            </Button>
            {WF_RUN_FILTERS.some((name) => values[name]) ? (
              <Button
                size="lg"
                variant="ghost"
                onClick={() => {
                  setEdited({});
                  setCleared(cleared + 1);
                  go({});
                }}
              >
                {t('list.clear')}
              </Button>
            ) : null}
          </div>
        </div>
      </form>
    </search>
  );
}

const narrowClass = 'w-40 max-md:w-auto max-md:flex-[1_1_9.5rem]';

function Narrow({ label, className = narrowClass, children }: NarrowProps) {
  return (
    <Field label={<span className="text-muted text-xs">{label}</span>} className={cn('gap-1', className)}>
      {children}
    </Field>
  );
}
