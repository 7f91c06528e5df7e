'use client';

import {
  Ban,
  CircleAlert,
  CircleCheck,
  CirclePlay,
  Clock,
  Hourglass,
  type LucideIcon,
  TimerOff,
  TriangleAlert,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { TaskStatus } from '#contracts/task-run.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import type { Tone } from '../ui/tone.ts';

const looks: Record<TaskStatus, { tone: Tone; Icon: LucideIcon }> = {
  PENDING: { tone: 'neutral', Icon: Hourglass },
  SCHEDULED: { tone: 'neutral', Icon: Clock },
  RUNNING: { tone: 'info', Icon: CirclePlay },
  SUCCESS: { tone: 'success', Icon: CircleCheck },
  FAILED: { tone: 'danger', Icon: CircleAlert },
  TIMEOUT: { tone: 'danger', Icon: TimerOff },
  OUTPUT_ERROR: { tone: 'danger', Icon: CircleAlert },
  INPUT_ERROR: { tone: 'danger', Icon: CircleAlert },
  CANCELLED: { tone: 'neutral', Icon: Ban },
  EXCEPTION: { tone: 'warning', Icon: TriangleAlert },
};

/** Where a TaskRun or one attempt of it stands. */
export function TaskRunStatus({ status }: { status: TaskStatus }) {
  const t = useTranslations('runs.taskStatus');
  const { tone, Icon } = looks[status];
  return (
    <StatusPill bare tone={tone} icon={<Icon />}>
      {t(status)}
    </StatusPill>
  );
}
