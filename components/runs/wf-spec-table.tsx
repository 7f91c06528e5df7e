'use client';

import { SearchX, Workflow } from 'lucide';
import { useTranslations } from 'use-intl';
import type { WfRunCount } from '#contracts/wf-run.ts';
import type { WfSpec } from '#contracts/wf-spec.ts';
import { RUN_STATUS_LOOKS } from '../diagram/run-status.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Panel } from '../ui/panel.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { RowLink, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { TextLink } from '../ui/text-link.tsx';

export type WfSpecTableProps = {
  specs: readonly Pick<WfSpec, 'name' | 'majorVersion' | 'revision' | 'description' | 'createdAt'>[];
  counts: readonly WfRunCount[];
  nextHref?: string | undefined;
  firstHref?: string | undefined;
  prefix: string | undefined;
};

/** WfSpecs by name, each in its latest version, with the runs of it that have not completed. */
export function WfSpecTable({ specs, counts, nextHref, firstHref, prefix }: WfSpecTableProps) {
  const t = useTranslations('runs.spec');
  if (specs.length === 0) {
    return (
      <Panel>
        <EmptyState
          icon={prefix ? <Icon of={SearchX} /> : <Icon of={Workflow} />}
          title={prefix ? t('noMatchTitle', { prefix }) : t('emptyTitle')}
          action={prefix ? <LinkButton href="/admin/wf-specs">{t('clear')}</LinkButton> : null}
        >
          <p>{prefix ? t('noMatchText') : t('emptyText')}</p>
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel flush>
      <Table label={t('title')}>
        <TableHead>
          <TableHeader>{t('name')}</TableHeader>
          <TableHeader className="max-md:hidden">{t('latest')}</TableHeader>
          <TableHeader>{t('runs')}</TableHeader>
          <TableHeader className="max-md:hidden">{t('about')}</TableHeader>
          <TableHeader className="max-md:hidden">{t('since')}</TableHeader>
        </TableHead>
        <TableBody>
          {specs.map((spec) => (
            <TableRow key={spec.name}>
              <TableCell className="min-w-32 wrap-anywhere max-lg:whitespace-normal! md:min-w-48">
                <RowLink href={`/admin/wf-specs/${spec.name}`}>{spec.name}</RowLink>
                <span className="block text-muted text-xs tabular-nums md:hidden">
                  {spec.majorVersion}.{spec.revision}
                </span>
              </TableCell>
              <TableCell className="tabular-nums max-md:hidden">
                {spec.majorVersion}.{spec.revision}
              </TableCell>
              <TableCell>
                <Counts name={spec.name} counts={counts.filter(({ wfSpecName }) => wfSpecName === spec.name)} />
              </TableCell>
              <TableCell className="w-full min-w-48 max-w-0 truncate text-muted max-md:hidden">
                {spec.description}
              </TableCell>
              <TableCell className="whitespace-nowrap max-md:hidden">
                <RelativeTime at={spec.createdAt} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Pagination label={t('title')} nextHref={nextHref} firstHref={firstHref} />
    </Panel>
  );
}

/** How many runs stand how, each a link to them. */
function Counts({ name, counts }: { name: string; counts: readonly WfRunCount[] }) {
  const t = useTranslations('runs');
  if (counts.length === 0) return <span className="whitespace-nowrap text-muted">{t('spec.noRuns')}</span>;
  return (
    <span className="relative z-1 flex gap-x-3 whitespace-nowrap max-md:flex-wrap">
      {counts.map(({ status, count }) => {
        const { tone, icon } = RUN_STATUS_LOOKS[status];
        return (
          <TextLink key={status} quiet href={`/admin/wf-runs?wfSpecName=${name}&status=${status}`}>
            <StatusPill bare tone={tone} icon={<Icon of={icon} />}>
              {t(`spec.counts.${status}`, { count })}
            </StatusPill>
          </TextLink>
        );
      })}
    </span>
  );
}
