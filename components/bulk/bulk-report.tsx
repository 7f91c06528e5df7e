'use client';

import { ListChecks, Undo2 } from 'lucide';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Icon } from '../ui/icon.tsx';
import { type BulkAction, type BulkReport, reasonsOf, undoAll } from './bulk.ts';
import { BulkRows } from './bulk-rows.tsx';
import { ReasonList } from './reason-list.tsx';

export type BulkReportCalloutProps = {
  report: BulkReport;
  bulk: BulkAction;
  onUndone: (report: BulkReport) => void;
  onDismiss: () => void;
};

/** For how long it can be taken back: a little less than the ten seconds that the server takes it for. */
const UNDO_MS = 9_000;

/** What was done and what was not, why, and the way back while there is one. */
export function BulkReportCallout({ report, bulk, onUndone, onDismiss }: BulkReportCalloutProps) {
  const t = useTranslations('bulk');
  const words = useRefusalWords();
  const [isUndoing, setUndoing] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const rowsId = useId();
  const [isNews, setNews] = useState(true);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where the button that was pressed is gone already; a dialog gives the focus on when it closes.
    const isFree = document.activeElement === document.body && !document.querySelector('[role="alertdialog"]');
    if (isFree) section.current?.focus();
  }, []);
  const { action, outcomes, left, refusal } = report;
  const done = outcomes.flatMap(({ task, problem }) => (problem ? [] : [task]));
  const reasons = reasonsOf(outcomes);
  const isUndoable = useWithin(report.at, UNDO_MS) && done.length > 0 && action !== 'cancel' && action !== 'undo';

  async function undo() {
    setUndoing(true);
    const undone = await undoAll(bulk, done);
    setUndoing(false);
    onUndone(undone);
  }

  return (
    <section
      ref={section}
      aria-label={t('report.label')}
      tabIndex={-1}
      {...(isNews && { 'data-focus-next': true })}
      onBlur={() => setNews(false)}
      className="grid gap-2 outline-none"
    >
      <Callout
        live
        tone={reasons.length > 0 || left.length > 0 ? 'warning' : 'success'}
        title={t(`report.${action}`, { count: done.length })}
        actions={
          <>
            {isUndoable ? (
              <Button size="sm" icon={<Icon of={Undo2} />} loading={isUndoing} onClick={undo}>
                {t('undo')}
              </Button>
            ) : null}
            <Button
              size="sm"
              icon={<Icon of={ListChecks} />}
              aria-expanded={isOpen}
              aria-controls={rowsId}
              onClick={() => setOpen(!isOpen)}
            >
              {t(isOpen ? 'rows.hide' : 'rows.show')}
            </Button>
            <Button size="sm" variant="ghost" onClick={onDismiss}>
              {t('dismiss')}
            </Button>
          </>
        }
      >
        {reasons.length > 0 ? (
          <div className="mt-1 grid gap-1.5">
            <p>{t('report.not', { count: outcomes.length - done.length })}</p>
            <ReasonList reasons={reasons} />
          </div>
        ) : null}
        {left.length > 0 ? <p className="mt-1">{t('report.left', { count: left.length })}</p> : null}
        {refusal ? <p className="mt-1">{words(refusal)}</p> : null}
      </Callout>
      <div id={rowsId}>{isOpen ? <BulkRows report={report} /> : null}</div>
    </section>
  );
}

/** Whether less than so much time has passed since; it changes by itself. */
function useWithin(since: number, ms: number): boolean {
  const [over, setOver] = useState<number>();
  useEffect(() => {
    const timer = setTimeout(() => setOver(since), Math.max(0, since + ms - Date.now()));
    return () => clearTimeout(timer);
  }, [since, ms]);
  return over !== since;
}
