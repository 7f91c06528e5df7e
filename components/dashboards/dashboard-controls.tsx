'use client';

import { CalendarRange } from 'lucide';
import { useRouter } from 'next/navigation';
import { Popover } from 'radix-ui';
import { type FormEvent, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { LAST_DAY } from '../admin/day-input.ts';
import { GroupPicker } from '../people/group-picker.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import { Button } from '../ui/button.tsx';
import { useClock } from '../ui/clock.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Input } from '../ui/input.tsx';
import { floatClass } from '../ui/menu-styles.ts';
import { SegmentedNav } from '../ui/segmented-nav.tsx';
import {
  countDays,
  type DashboardParams,
  type DaysFault,
  dashboardHref,
  dayOf,
  faultOfDays,
  GROUPING_NAMES,
  type GroupingName,
  RANGES,
} from './dashboard-query.ts';

export type DashboardControlsProps = {
  params: DashboardParams;
  by: GroupingName;
  /** The preset that holds; null for days of the reader's own, which are `days`. */
  range: number | null;
  days: { from: string; to: string };
  definitions: readonly { value: string; label: string }[];
};

/** What the dashboards tell of: which days, told apart by what, and of whom alone. All of it lives in the address. */
export function DashboardControls({ params, by, range, days, definitions }: DashboardControlsProps) {
  const t = useTranslations('dashboards');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const narrow = (changes: DashboardParams) =>
    startTransition(() => router.push(dashboardHref(params, changes), { scroll: false }));
  return (
    <search
      aria-label={t('controls')}
      aria-busy={pending}
      className="flex flex-wrap items-end gap-x-5 gap-y-3 print:hidden"
    >
      <div className="flex flex-wrap items-end gap-2">
        <SegmentedNav
          label={t('range')}
          items={RANGES.map((count) => ({
            href: dashboardHref(params, { range: String(count), from: undefined, to: undefined }),
            label: t('days', { count }),
            current: range === count,
          }))}
        />
        <OwnDays days={days} current={range === null} onChoose={(own) => narrow({ ...own, range: '' })} />
      </div>
      <SegmentedNav
        label={t('apart')}
        items={GROUPING_NAMES.map((name) => ({
          href: dashboardHref(params, { by: name }),
          label: t(`by.${name}`),
          current: by === name,
        }))}
      />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))] gap-2 max-md:w-full md:w-auto md:grid-cols-3">
        <Combobox
          aria-label={t('only.definition')}
          placeholder={t('only.definition')}
          className="md:w-44"
          clearable
          value={params.userTaskDefName ?? ''}
          onValueChange={(userTaskDefName) => narrow({ userTaskDefName })}
          options={definitions}
        />
        <GroupPicker
          aria-label={t('only.group')}
          placeholder={t('only.group')}
          className="md:w-44"
          clearable
          value={params.userGroup ?? ''}
          onValueChange={(userGroup) => narrow({ userGroup })}
        />
        <PersonPicker
          aria-label={t('only.person')}
          placeholder={t('only.person')}
          className="md:w-44"
          clearable
          value={params.userId ?? ''}
          onValueChange={(userId) => narrow({ userId })}
        />
      </div>
    </search>
  );
}

type OwnDaysProps = {
  days: { from: string; to: string };
  current: boolean;
  onChoose: (days: { from: string; to: string }) => void;
};

/** Two days of the reader's own, behind a button. */
function OwnDays({ days, current, onChoose }: OwnDaysProps) {
  const t = useTranslations('dashboards');
  const { now, zone } = useClock();
  const [isOpen, setOpen] = useState(false);
  const [fault, setFault] = useState<{ is: DaysFault; days: number } | null>(null);
  const said = fault ? t(`daysFault.${fault.is}`, { days: fault.days }) : undefined;
  const isOfFirst = fault?.is === 'future';
  const open = (wanted: boolean) => {
    setOpen(wanted);
    setFault(null);
  };
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const wanted = { from: String(given.get('from')), to: String(given.get('to')) };
    const is = faultOfDays(wanted, dayOf(now, zone));
    if (is) {
      setFault({ is, days: countDays(wanted.from, wanted.to) });
      form.querySelector<HTMLInputElement>(is === 'future' ? '[name="from"]' : '[name="to"]')?.focus();
      return;
    }
    open(false);
    onChoose(wanted);
  }
  return (
    <Popover.Root open={isOpen} onOpenChange={open}>
      <Popover.Trigger asChild>
        <Button
          size="lg"
          variant={current ? 'secondary' : 'ghost'}
          icon={<Icon of={CalendarRange} />}
          aria-pressed={current}
        >
          {current ? t('fromTo', days) : t('ownDays')}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content align="start" sideOffset={5} collisionPadding={8} className={`${floatClass} w-60 p-3`}>
          <form
            onSubmit={submit}
            onChange={() => setFault(null)}
            className="grid gap-3"
            key={`${days.from} ${days.to}`}
          >
            <Field label={t('firstDay')} error={isOfFirst ? said : undefined}>
              <Input name="from" type="date" max={LAST_DAY} required defaultValue={days.from} />
            </Field>
            <Field label={t('lastDay')} help={t('longest')} error={isOfFirst ? undefined : said}>
              <Input name="to" type="date" max={LAST_DAY} required defaultValue={days.to} />
            </Field>
            <Button type="submit" variant="primary">
              {t('show')}
            </Button>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
