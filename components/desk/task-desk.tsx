'use client';

import { ClipboardList } from 'lucide';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import type { BulkAction, BulkKind, BulkReport } from '../bulk/bulk.ts';
import { BulkDialog } from '../bulk/bulk-dialog.tsx';
import { BulkReportCallout } from '../bulk/bulk-report.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Panel } from '../ui/panel.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { SelectionBanner } from './selection-banner.tsx';
import { SortSelect } from './sort-select.tsx';
import { addressOf, type Filters, isNarrowed, searchOf } from './task-filters.ts';
import { TaskTable } from './task-table.tsx';
import { useSelection } from './use-selection.ts';

export type TaskDeskProps = {
  path: string;
  filters: Filters;
  tasks: readonly UserTaskRunSummary[];
  /** How many match in all, counted up to a bound. */
  total: { count: number; isCapped: boolean };
  nextHref?: string | undefined;
  firstHref?: string | undefined;
  bulk: BulkAction;
};

/** A page of what the search found, to read, to select from and to work on as many. */
export function TaskDesk({ path, filters, tasks, total, nextHref, firstHref, bulk }: TaskDeskProps) {
  const t = useTranslations('desk.tasks');
  const router = useRouter();
  const selection = useSelection(addressOf(path, filters));
  const [kind, setKind] = useState<BulkKind>();
  const [report, setReport] = useState<BulkReport>();

  function show(done: BulkReport) {
    setReport(done);
    router.refresh();
  }

  if (tasks.length === 0 && !report) {
    const narrowed = isNarrowed(filters);
    return (
      <Panel>
        <EmptyState
          icon={<Icon of={ClipboardList} />}
          title={narrowed ? t('noMatch') : t('none')}
          action={narrowed ? <LinkButton href={path}>{t('all')}</LinkButton> : null}
        >
          <p>{narrowed ? t('noMatchText') : t('noneText')}</p>
        </EmptyState>
      </Panel>
    );
  }
  return (
    <div className="grid gap-3">
      {report ? (
        <BulkReportCallout
          key={report.at}
          report={report}
          bulk={bulk}
          onUndone={show}
          onDismiss={() => setReport(undefined)}
        />
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p role="status" className="text-muted text-sm tabular-nums">
          {t(total.isCapped ? 'countMore' : 'count', { count: total.count })}
        </p>
        <SortSelect path={path} filters={filters} />
      </div>
      <SelectionBanner selection={selection} page={tasks} total={total} search={searchOf(filters)} />
      <Panel flush>
        <TaskTable tasks={tasks} selection={selection} />
        <Pagination label={t('label')} nextHref={nextHref} firstHref={firstHref} />
      </Panel>
      <BulkBar count={selection.size} onChoose={setKind} onClear={selection.clear} />
      {kind ? (
        <BulkDialog
          kind={kind}
          tasks={selection.tasks}
          bulk={bulk}
          onClose={() => setKind(undefined)}
          onDone={(done) => {
            selection.clear();
            show(done);
          }}
        />
      ) : null}
    </div>
  );
}
