'use client';

import { useTranslations } from 'use-intl';
import type { UserTaskMetrics } from '#contracts/user-task-metrics.ts';
import { useClock } from '../ui/clock.tsx';
import { formatDuration } from '../ui/format-time.ts';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';

export type AgeTableProps = {
  ageing: UserTaskMetrics['ageing'];
  /** Of a person: they have all of it, so that nothing is unclaimed. */
  isOfPerson?: boolean;
};

/** What is open, by how long it has been and whether somebody has it. */
export function AgeTable({ ageing, isOfPerson = false }: AgeTableProps) {
  const t = useTranslations('desk.ageing');
  const { locale } = useClock();
  if (ageing.every(({ count }) => count === 0)) return <p className="px-4 py-4 text-muted">{t('nothing')}</p>;
  const bounds = [...new Set(ageing.map(({ under }) => under))];
  const countOf = (status: string, under: number | null) =>
    ageing.find((one) => one.status === status && one.under === under)?.count ?? 0;
  const rows = bounds.map((under, index) => {
    const from = bounds[index - 1] ?? null;
    const time = (seconds: number) => formatDuration(seconds * 1000, locale);
    const label = under === null ? t('over', { time: time(from ?? 0) }) : t('under', { time: time(under) });
    return { label, free: countOf('UNASSIGNED', under), taken: countOf('ASSIGNED', under) };
  });
  const most = Math.max(1, ...rows.map(({ free, taken }) => free + taken));
  return (
    <Table label={t('label')} contained>
      <TableHead>
        <TableHeader>{t('age')}</TableHeader>
        {isOfPerson ? null : <TableHeader numeric>{t('free')}</TableHeader>}
        <TableHeader numeric>{t('taken')}</TableHeader>
        <TableHeader className="w-2/5">
          <span className="sr-only">{t('bar')}</span>
        </TableHeader>
      </TableHead>
      <TableBody>
        {rows.map(({ label, free, taken }) => (
          <TableRow key={label}>
            <TableCell className="whitespace-nowrap">{label}</TableCell>
            {isOfPerson ? null : <TableCell numeric>{free}</TableCell>}
            <TableCell numeric>{taken}</TableCell>
            <TableCell>
              <span aria-hidden className="flex h-2 overflow-hidden rounded-full bg-sunken">
                <span className="bg-info" style={{ width: `${(free / most) * 100}%` }} />
                <span className="bg-accent" style={{ width: `${(taken / most) * 100}%` }} />
              </span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
