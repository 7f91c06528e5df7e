'use client';

import { Ban, CirclePause, Eye } from 'lucide';
import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { Callout } from '../ui/callout.tsx';
import { Icon } from '../ui/icon.tsx';
import { lastTurn } from './task-story.ts';

export type StandingProps = { task: UserTaskRun; isMine: boolean; nameOf: (userId: string) => string };

/** Why the form below is as it is: over, on hold, another's, or nobody's yet. */
export function Standing({ task, isMine, nameOf }: StandingProps) {
  const t = useTranslations('task');
  if (task.status === 'CANCELLED') {
    return (
      <Callout icon={<Icon of={Ban} />} title={t('cancelled')}>
        {lastTurn(task)?.reason}
      </Callout>
    );
  }
  if (task.suspendedAt !== null) {
    return (
      <Callout tone="warning" icon={<Icon of={CirclePause} />} title={t('onHold.title')}>
        {t('onHold.text')}
      </Callout>
    );
  }
  if (task.status === 'DONE') return null;
  if (task.userTaskDef.fields.length === 0) return <p className="text-muted">{t('noQuestions')}</p>;
  if (isMine) return null;
  return (
    <p className="flex items-center gap-2 text-muted text-sm">
      <Icon of={Eye} className="size-4 shrink-0" />
      {task.allowed.includes('claim')
        ? t('readOnly.claim')
        : task.userId === null
          ? t('readOnly.none')
          : t('readOnly.other', { name: nameOf(task.userId) })}
    </p>
  );
}
