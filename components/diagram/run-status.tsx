'use client';

import { CircleAlert, CircleCheck, CirclePause, CirclePlay, type IconNode, TriangleAlert } from 'lucide';
import { useTranslations } from 'use-intl';
import type { RunStatus as Status } from '#contracts/wf-run.ts';
import { Icon } from '../ui/icon.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import type { Tone } from '../ui/tone.ts';

/** How each status of a WfRun, a ThreadRun or a NodeRun looks; its word is in the catalogue. */
export const RUN_STATUS_LOOKS: Record<Status, { tone: Tone; icon: IconNode }> = {
  RUNNING: { tone: 'info', icon: CirclePlay },
  HALTING: { tone: 'neutral', icon: CirclePause },
  HALTED: { tone: 'neutral', icon: CirclePause },
  COMPLETED: { tone: 'success', icon: CircleCheck },
  ERROR: { tone: 'danger', icon: CircleAlert },
  EXCEPTION: { tone: 'warning', icon: TriangleAlert },
};

/** Where a WfRun, a ThreadRun or a NodeRun stands. */
export function RunStatus({ status, bare = false }: { status: Status; bare?: boolean }) {
  const t = useTranslations('runs.status');
  const { tone, icon } = RUN_STATUS_LOOKS[status];
  return (
    <StatusPill tone={tone} icon={<Icon of={icon} />} bare={bare}>
      {t(status)}
    </StatusPill>
  );
}
