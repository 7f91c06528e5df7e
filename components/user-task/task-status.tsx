import { Ban, CircleCheck, CircleDashed, CircleUserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { UserTaskStatus } from '#contracts/user-task-status.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import type { Tone } from '../ui/tone.ts';

const looks: Record<UserTaskStatus, { tone: Tone; icon: ReactNode; word: string }> = {
  UNASSIGNED: { tone: 'info', icon: <CircleDashed />, word: 'Unclaimed' },
  ASSIGNED: { tone: 'accent', icon: <CircleUserRound />, word: 'Assigned' },
  DONE: { tone: 'success', icon: <CircleCheck />, word: 'Done' },
  CANCELLED: { tone: 'neutral', icon: <Ban />, word: 'Cancelled' },
};

export const TASK_STATUS_WORDS = Object.entries(looks).map(([value, { word }]) => ({ value, label: word }));

/** Where a task stands. */
export function TaskStatus({ status, bare = false }: { status: UserTaskStatus; bare?: boolean }) {
  const { tone, icon, word } = looks[status];
  return (
    <StatusPill tone={tone} icon={icon} bare={bare}>
      {word}
    </StatusPill>
  );
}
