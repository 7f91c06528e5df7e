'use client';

import { ArrowRightLeft } from 'lucide';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiError } from '../api/read-api.ts';
import { useErrorWords } from '../api/use-refusal-words.ts';
import type { BulkAction, BulkReport, DeskTask } from '../bulk/bulk.ts';
import { BulkDialog } from '../bulk/bulk-dialog.tsx';
import { BulkReportCallout } from '../bulk/bulk-report.tsx';
import { ProgressLine } from '../bulk/progress-line.tsx';
import type { Search } from '../desk/task-filters.ts';
import { walkTasks } from '../desk/walk-tasks.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Icon } from '../ui/icon.tsx';

export type MoveAllProps = {
  kind: 'person' | 'group';
  id: string;
  name: string;
  /** How many open tasks there are, as far as was counted. */
  count: number;
  bulk: BulkAction;
};

const OPEN: Search['status'] = ['UNASSIGNED', 'ASSIGNED'];

/** Moves everything that a person or a group has, those on hold too, in one action. */
export function MoveAll({ kind, id, name, count, bulk }: MoveAllProps) {
  const t = useTranslations('desk.move');
  const errorWords = useErrorWords();
  const router = useRouter();
  const [found, setFound] = useState<number>();
  const [tasks, setTasks] = useState<{ tasks: DeskTask[]; isMore: boolean }>();
  const [report, setReport] = useState<BulkReport>();
  const [failure, setFailure] = useState<string>();

  async function gather() {
    setFailure(undefined);
    setReport(undefined);
    setFound(0);
    const held: Search = kind === 'person' ? { userId: id, status: 'ASSIGNED' } : { userGroup: id, status: OPEN };
    try {
      const all = await walkTasks({ searches: [held, { ...held, suspended: true }], onProgress: setFound });
      if (all.tasks.length > 0) setTasks(all);
      else setFailure(t('nothing', { name }));
    } catch (error) {
      setFailure(error instanceof ApiError ? errorWords(error) : t('unreachable'));
    } finally {
      setFound(undefined);
    }
  }

  function show(done: BulkReport) {
    setReport(done);
    router.refresh();
  }

  if (count === 0 && !report && !failure && !tasks) return null;
  return (
    <div className="grid gap-3 border-line border-b px-4 py-3">
      {count > 0 ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button icon={<Icon of={ArrowRightLeft} />} loading={found !== undefined} onClick={gather}>
            {t('button')}
          </Button>
          <span className="text-muted text-sm">{t('help')}</span>
        </div>
      ) : null}
      {found === undefined ? null : <ProgressLine label={t('gathering')} done={found} />}
      {failure ? (
        <Callout tone="warning" live>
          {failure}
        </Callout>
      ) : null}
      {report ? (
        <BulkReportCallout
          key={report.at}
          report={report}
          bulk={bulk}
          onUndone={show}
          onDismiss={() => setReport(undefined)}
        />
      ) : null}
      {tasks ? (
        <BulkDialog
          kind="move"
          tasks={tasks.tasks}
          title={t(tasks.isMore ? 'titleFirst' : 'title', { name, count: tasks.tasks.length })}
          initial={{ to: kind, name: '', keepsOther: true }}
          except={kind === 'person' ? { person: id } : { group: id }}
          bulk={bulk}
          onClose={() => setTasks(undefined)}
          onDone={show}
        />
      ) : null}
    </div>
  );
}
