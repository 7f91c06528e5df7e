'use client';

import { Hourglass } from 'lucide';
import { useEffect, useEffectEvent } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import { heldActs } from './held-acts.ts';
import { HeldWords } from './held-bar.tsx';
import type { TaskId } from './task-query.ts';

const toastIdOf = ({ wfRunId, guid }: TaskId) => `held/${wfRunId}/${guid}`;

/** Once who held something back has gone on to another place, it goes with them; it goes back when they do. */
export function useHeldToast(task: TaskId): void {
  const t = useTranslations('task');
  const arrive = useEffectEvent(() => void toast.dismiss(toastIdOf(task)));
  const leave = useEffectEvent(() => {
    const act = heldActs.get(task);
    if (!act) return;
    toast(<HeldWords act={act} title={act.task.title} />, {
      id: toastIdOf(task),
      duration: Number.POSITIVE_INFINITY,
      icon: <Icon of={Hourglass} className="size-4 text-muted" />,
      action: { label: t('undo'), onClick: () => heldActs.takeBack(task) },
    });
  });
  useEffect(() => {
    arrive();
    return () => leave();
  }, []);
}

/** What was held back is sent or taken back. */
export const dropHeldToast = (task: TaskId): void => void toast.dismiss(toastIdOf(task));
