'use client';

import { useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';
import { type BulkAction, type BulkReport, undoAll } from '../bulk/bulk.ts';
import { BulkReportCallout } from '../bulk/bulk-report.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { toast } from '../ui/toast.ts';
import { offerUndo } from '../user-task/last-undo.ts';

export type BulkDoneProps = {
  report: BulkReport;
  bulk: BulkAction;
  onUndone: (report: BulkReport) => void;
  onClose: () => void;
};

/** What came of work on several tasks: in passing when it went as was said before, else task by task. */
export function BulkDone({ report, bulk, onUndone, onClose }: BulkDoneProps) {
  const t = useTranslations('bulk');
  const { action, outcomes, isAsForeseen } = report;
  const done = outcomes.flatMap(({ task, problem }) => (problem ? [] : [task]));
  const undo = () => void undoAll(bulk, done).then(onUndone);

  const tell = useEffectEvent(() => {
    const message = t(`report.${action}`, { count: done.length });
    if (action === 'cancel' || action === 'undo') toast.success(message);
    else offerUndo(message, t('undo'), undo);
    onClose();
  });
  useEffect(() => {
    if (isAsForeseen) tell();
  }, [isAsForeseen]);

  if (isAsForeseen) return null;
  return (
    <Dialog open onOpenChange={onClose} title={t('report.label')} size="lg">
      <BulkReportCallout key={report.at} report={report} bulk={bulk} onUndone={onUndone} onDismiss={onClose} />
    </Dialog>
  );
}
