'use client';

import { useTranslations } from 'use-intl';
import type { ArmedHook } from '#contracts/user-task-hook.ts';
import type { Owners, UserTaskRun } from '#contracts/user-task-run.ts';
import type { Names } from './use-names.ts';

/** Whether a hook gives a task back to the group that it came from, rather than on to others. */
export const isWayBack = (task: Owners, to: Owners): boolean =>
  to.userId === null && to.userGroup !== null && to.userGroup === task.userGroup;

/** What an armed hook would do, in a few words. */
export function useHookWords(task: UserTaskRun, names: Names): (hook: ArmedHook) => string {
  const t = useTranslations('task.hooks');
  return ({ effect, problem }) => {
    switch (effect?.type) {
      case undefined:
        return t('unknown', { problem: problem ?? '' });
      case 'TASK':
        return t('reminder', { name: effect.taskDefName });
      case 'REASSIGN':
        return t(isWayBack(task, effect) ? 'backTo' : 'goesTo', { to: names.to(effect) });
      case 'CANCEL':
        return effect.reason === null ? t('cancelled') : t('cancelledWith', { reason: effect.reason });
    }
  };
}
