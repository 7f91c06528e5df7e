'use client';

import {
  Ban,
  CircleAlert,
  CircleCheck,
  CirclePlay,
  Clock,
  Hourglass,
  type IconNode,
  TimerOff,
  TriangleAlert,
} from 'lucide';
import { useTranslations } from 'use-intl';
import type { TaskStatus } from '#contracts/task-run.ts';
import { Icon } from '../ui/icon.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import type { Tone } from '../ui/tone.ts';

const looks: Record<TaskStatus, { tone: Tone; icon: IconNode }> = {
  PENDING: { tone: 'neutral', icon: Hourglass },
  SCHEDULED: { tone: 'neutral', icon: Clock },
  RUNNING: { tone: 'info', icon: CirclePlay },
  SUCCESS: { tone: 'success', icon: CircleCheck },
  FAILED: { tone: 'danger', icon: CircleAlert },
  TIMEOUT: { tone: 'danger', icon: TimerOff },
  OUTPUT_ERROR: { tone: 'danger', icon: CircleAlert },
  INPUT_ERROR: { tone: 'danger', icon: CircleAlert },
  CANCELLED: { tone: 'neutral', icon: Ban },
  EXCEPTION: { tone: 'warning', icon: TriangleAlert },
};

/** Where a TaskRun or one attempt of it stands. */
export function TaskRunStatus({ status }: { status: TaskStatus }) {
  const t = useTranslations('runs.taskStatus');
  const { tone, icon } = looks[status];
  return (
    <StatusPill bare tone={tone} icon={<Icon of={icon} />}>
      {t(status)}
    </StatusPill>
  );
}
