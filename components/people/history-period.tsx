'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { formatDateInput, instantOfDay } from '../admin/day-input.ts';
import { useClock } from '../ui/clock.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';

export type HistoryPeriodProps = { path: string; from?: string | undefined; to?: string | undefined };

/** From which day to which the history is shown. */
export function HistoryPeriod({ path, from = '', to = '' }: HistoryPeriodProps) {
  const t = useTranslations('desk.history');
  const router = useRouter();
  const { zone } = useClock();

  function go(period: { from: string; to: string }) {
    const params = new URLSearchParams(Object.entries(period).filter(([, at]) => at !== ''));
    router.push(params.size > 0 ? `${path}?${params}` : path);
  }

  return (
    <search aria-label={t('period')} className="flex flex-wrap gap-3 print:hidden">
      <Field label={<span className="text-muted text-xs">{t('from')}</span>} className="w-44 gap-1">
        <Input
          key={from}
          type="date"
          defaultValue={formatDateInput(from, zone)}
          onBlur={(event) => {
            const at = instantOfDay(event.target.value);
            if (at !== from) go({ from: at, to });
          }}
        />
      </Field>
      <Field label={<span className="text-muted text-xs">{t('to')}</span>} className="w-44 gap-1">
        <Input
          key={to}
          type="date"
          defaultValue={formatDateInput(to, zone, true)}
          onBlur={(event) => {
            const at = instantOfDay(event.target.value, true);
            if (at !== to) go({ from, to: at });
          }}
        />
      </Field>
    </search>
  );
}
