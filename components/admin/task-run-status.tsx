import { Ban, CircleAlert, CircleCheck, CirclePlay, Clock, Hourglass, TimerOff, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TaskStatus } from '#contracts/task-run.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import type { Tone } from '../ui/tone.ts';

const looks: Record<TaskStatus, { tone: Tone; icon: ReactNode; word: string }> = {
  PENDING: { tone: 'neutral', icon: <Hourglass />, word: 'Pending' },
  SCHEDULED: { tone: 'neutral', icon: <Clock />, word: 'Scheduled' },
  RUNNING: { tone: 'info', icon: <CirclePlay />, word: 'Running' },
  SUCCESS: { tone: 'success', icon: <CircleCheck />, word: 'Success' },
  FAILED: { tone: 'danger', icon: <CircleAlert />, word: 'Failed' },
  TIMEOUT: { tone: 'danger', icon: <TimerOff />, word: 'Timed out' },
  OUTPUT_ERROR: { tone: 'danger', icon: <CircleAlert />, word: 'Bad output' },
  INPUT_ERROR: { tone: 'danger', icon: <CircleAlert />, word: 'Bad input' },
  CANCELLED: { tone: 'neutral', icon: <Ban />, word: 'Cancelled' },
  EXCEPTION: { tone: 'warning', icon: <TriangleAlert />, word: 'Exception' },
};

/** Where a TaskRun or one attempt of it stands. */
export function TaskRunStatus({ status }: { status: TaskStatus }) {
  const { tone, icon, word } = looks[status];
  return (
    <StatusPill bare tone={tone} icon={icon}>
      {word}
    </StatusPill>
  );
}
