'use client';

import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { useClock } from '../ui/clock.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { formatTimeOfDay } from '../ui/format-time.ts';
import { lastTurn, turnOf } from './task-story.ts';
import type { Names } from './use-names.ts';
import type { Conflict } from './use-task.ts';

export type ConflictNoticeProps = {
  conflict: Conflict;
  /** As it is now. */
  task: UserTaskRun;
  names: Names;
  onDismiss: () => void;
};

/** Says who was first, with what and when, and gives back what the reader had typed. */
export function ConflictNotice({ conflict, task, names, onDismiss }: ConflictNoticeProps) {
  const t = useTranslations('task');
  const clock = useClock();
  const turn = conflict.isTold ? lastTurn(task) : undefined;
  const kind = turn && turnOf(turn);
  const told =
    turn && kind && kind !== 'created'
      ? t(`conflict.by.${kind}`, {
          actor: names.actor(turn),
          to: turn.type === 'ASSIGNED' ? names.to(turn.after) : '',
          time: formatTimeOfDay(new Date(turn.at), clock),
          ...{ me: names.verb(turn) },
        })
      : null;
  return (
    <Callout
      tone="warning"
      title={conflict.isGone ? t('conflict.gone') : (told ?? t('conflict.changed'))}
      actions={
        <Button size="sm" onClick={onDismiss}>
          {t('dismiss')}
        </Button>
      }
    >
      {turn?.reason ? <p>“{turn.reason}”</p> : null}
      {conflict.isGone ? null : <p>{told ? t('conflict.now') : t('conflict.again')}</p>}
      {conflict.kept === '' ? null : (
        <div className="mt-2 flex items-start gap-2 rounded-md border border-warning-line bg-surface py-1.5 pr-1.5 pl-3">
          <div className="min-w-0 flex-1">
            <p className="font-medium text-sm">{t('conflict.typed')}</p>
            <p className="max-h-60 overflow-y-auto whitespace-pre-wrap text-sm wrap-anywhere">{conflict.kept}</p>
          </div>
          <CopyButton value={conflict.kept} label={t('conflict.copy')} />
        </div>
      )}
    </Callout>
  );
}
