import { CircleAlert, CircleCheck, CirclePause, CirclePlay, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RunStatus as Status } from '#contracts/wf-run.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import type { Tone } from '../ui/tone.ts';

const looks: Record<Status, { tone: Tone; icon: ReactNode; word: string }> = {
  RUNNING: { tone: 'info', icon: <CirclePlay />, word: 'Running' },
  HALTING: { tone: 'neutral', icon: <CirclePause />, word: 'Halting' },
  HALTED: { tone: 'neutral', icon: <CirclePause />, word: 'Halted' },
  COMPLETED: { tone: 'success', icon: <CircleCheck />, word: 'Completed' },
  ERROR: { tone: 'danger', icon: <CircleAlert />, word: 'Error' },
  EXCEPTION: { tone: 'warning', icon: <TriangleAlert />, word: 'Exception' },
};

export const RUN_STATUS_WORDS = Object.entries(looks).map(([value, { word }]) => ({ value, label: word }));

/** Where a WfRun, a ThreadRun or a NodeRun stands. */
export function RunStatus({ status, bare = false }: { status: Status; bare?: boolean }) {
  const { tone, icon, word } = looks[status];
  return (
    <StatusPill tone={tone} icon={icon} bare={bare}>
      {word}
    </StatusPill>
  );
}
