'use client';

import { Ban, CircleCheck, CircleDashed, CircleUserRound } from 'lucide';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskStatus } from '#contracts/user-task-status.ts';
import { Icon } from '../ui/icon.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import type { Tone } from '../ui/tone.ts';

const looks: Record<UserTaskStatus, { tone: Tone; icon: ReactNode }> = {
  UNASSIGNED: { tone: 'info', icon: <Icon of={CircleDashed} /> },
  ASSIGNED: { tone: 'accent', icon: <Icon of={CircleUserRound} /> },
  DONE: { tone: 'success', icon: <Icon of={CircleCheck} /> },
  CANCELLED: { tone: 'neutral', icon: <Icon of={Ban} /> },
};

/** Where a task stands. */
export function TaskStatus({ status, bare = false }: { status: UserTaskStatus; bare?: boolean }) {
  const t = useTranslations('task.status');
  const { tone, icon } = looks[status];
  return (
    <StatusPill tone={tone} icon={icon} bare={bare}>
      {t(status)}
    </StatusPill>
  );
}
