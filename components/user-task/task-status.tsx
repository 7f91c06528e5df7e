'use client';

import { Ban, CircleCheck, CircleDashed, CircleUserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskStatus } from '#contracts/user-task-status.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import type { Tone } from '../ui/tone.ts';

const looks: Record<UserTaskStatus, { tone: Tone; icon: ReactNode }> = {
  UNASSIGNED: { tone: 'info', icon: <CircleDashed /> },
  ASSIGNED: { tone: 'accent', icon: <CircleUserRound /> },
  DONE: { tone: 'success', icon: <CircleCheck /> },
  CANCELLED: { tone: 'neutral', icon: <Ban /> },
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
