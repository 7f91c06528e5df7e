'use client';

import { Workflow } from 'lucide';
import { useTranslations } from 'use-intl';
import type { Page } from '#contracts/pagination.ts';
import type { WfRunSummary } from '#contracts/wf-run.ts';
import { RunStatus } from '../diagram/run-status.tsx';
import { PersonName } from '../people/person-name.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Panel } from '../ui/panel.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { RowLink, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { Lasted } from './lasted.tsx';

export type WfRunTableProps = {
  page: Page<WfRunSummary>;
  nextHref?: string | undefined;
  firstHref?: string | undefined;
  narrowed: boolean;
};

/** WfRuns, newest first. */
export function WfRunTable({ page, nextHref, firstHref, narrowed }: WfRunTableProps) {
  const t = useTranslations('runs.list');
  if (page.results.length === 0) {
    return (
      <Panel>
        <EmptyState icon={<Icon of={Workflow} />} title={narrowed ? t('noMatchTitle') : t('emptyTitle')}>
          <p>{narrowed ? t('noMatchText') : t('emptyText')}</p>
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel flush>
      <WfRunRows runs={page.results} />
      <Pagination label={t('title')} nextHref={nextHref} firstHref={firstHref}>
        {t('count', { count: page.results.length })}
      </Pagination>
    </Panel>
  );
}

/** The table itself, for a panel of someone else's. */
export function WfRunRows({ runs, contained = false }: { runs: readonly WfRunSummary[]; contained?: boolean }) {
  const t = useTranslations('runs.list');
  return (
    <Table label={t('title')} contained={contained}>
      <TableHead>
        <TableHeader>{t('wfSpec')}</TableHeader>
        <TableHeader>{t('status')}</TableHeader>
        <TableHeader className="max-md:hidden">{t('wfRun')}</TableHeader>
        <TableHeader>{t('requester')}</TableHeader>
        <TableHeader>{t('started')}</TableHeader>
        <TableHeader numeric>{t('took')}</TableHeader>
      </TableHead>
      <TableBody>
        {runs.map((run) => (
          <TableRow key={run.id}>
            <TableCell className="min-w-48 wrap-anywhere max-lg:whitespace-normal!">
              <RowLink
                href={`/admin/wf-runs/${run.id}`}
                aria-label={`${run.wfSpecName} ${run.majorVersion}.${run.revision}, ${run.id}`}
              >
                {run.wfSpecName}{' '}
                <span className="font-normal text-muted tabular-nums">
                  {run.majorVersion}.{run.revision}
                </span>
              </RowLink>
              {run.parentWfRunId === null ? null : <span className="ml-2 text-muted text-xs">{t('childRun')}</span>}
              <span className="block font-mono text-muted text-xs md:hidden">{run.id}</span>
            </TableCell>
            <TableCell>
              <RunStatus bare status={run.status} />
            </TableCell>
            <TableCell title={run.id} className="max-w-48 truncate font-mono text-muted text-xs max-md:hidden">
              {run.id}
            </TableCell>
            <TableCell>
              {run.requester === null ? <span className="text-muted">–</span> : <PersonName id={run.requester} />}
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <RelativeTime at={run.startedAt} />
            </TableCell>
            <TableCell numeric>
              <Lasted from={run.startedAt} to={run.endedAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
