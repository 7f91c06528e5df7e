'use client';

import { CircleAlert, CircleCheck, CirclePause, CirclePlay, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { RunStatus as Status } from '#contracts/wf-run.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import type { Tone } from '../ui/tone.ts';

/** How each status of a WfRun, a ThreadRun or a NodeRun looks; its word is in the catalogue. */
export const RUN_STATUS_LOOKS: Record<Status, { tone: Tone; Icon: LucideIcon }> = {
  RUNNING: { tone: 'info', Icon: CirclePlay },
  HALTING: { tone: 'neutral', Icon: CirclePause },
  HALTED: { tone: 'neutral', Icon: CirclePause },
  COMPLETED: { tone: 'success', Icon: CircleCheck },
  ERROR: { tone: 'danger', Icon: CircleAlert },
  EXCEPTION: { tone: 'warning', Icon: TriangleAlert },
};

/** Where a WfRun, a ThreadRun or a NodeRun stands. */
export function RunStatus({ status, bare = false }: { status: Status; bare?: boolean }) {
  const t = useTranslations('runs.status');
  const { tone, Icon } = RUN_STATUS_LOOKS[status];
  return (
    <StatusPill tone={tone} icon={<Icon />} bare={bare}>
      {t(status)}
    </StatusPill>
  );
}
