'use client';

import { AlarmClock } from 'lucide';
import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { Icon } from '../ui/icon.tsx';
import { TimelineGroup, TimelineItem } from '../ui/timeline.tsx';
import { Countdown } from './countdown.tsx';
import { useHookWords } from './hook-words.ts';
import { useArmedHooks } from './use-armed-hooks.ts';

/** The dashed end of a history: what happens by itself if nobody acts. */
export function TimelineUpcoming({ task, me }: { task: UserTaskRun; me: string }) {
  const t = useTranslations('task.story');
  const { data: hooks = [] } = useArmedHooks(task);
  const words = useHookWords(task, hooks, me);
  if (hooks.length === 0) return null;
  return (
    <TimelineGroup heading={t('upcoming')}>
      {hooks.map((hook) => (
        <TimelineItem
          key={hook.id}
          upcoming
          icon={<Icon of={AlarmClock} />}
          title={words(hook)}
          time={<Countdown at={hook.dueAt} />}
        />
      ))}
    </TimelineGroup>
  );
}
