'use client';

import { useTranslations } from 'use-intl';
import type { ArmedHook } from '#contracts/user-task-hook.ts';
import type { Owners, UserTaskRun } from '#contracts/user-task-run.ts';
import { usePersonNames } from '../people/use-person-names.ts';

/** Whether a hook gives a task back to the group that it came from, rather than on to others. */
export const isWayBack = (task: Owners, to: Owners): boolean =>
  to.userId === null && to.userGroup !== null && to.userGroup === task.userGroup;

/** What each of the armed hooks would do, in a few words; in words `me` is "you". */
export function useHookWords(task: UserTaskRun, hooks: readonly ArmedHook[] | undefined, me: string) {
  const t = useTranslations('task.hooks');
  const you = useTranslations('task.story')('toYou');
  const named = (hooks ?? []).flatMap(({ effect }) =>
    effect?.type === 'REASSIGN' && effect.userId !== null ? [effect.userId] : [],
  );
  const person = usePersonNames(named);
  const nameOf = ({ userId, userGroup }: Owners) =>
    userId === me ? you : userId === null ? (userGroup ?? '') : person(userId);
  return ({ effect, problem }: ArmedHook): string => {
    switch (effect?.type) {
      case undefined:
        return t('unknown', { problem: problem ?? '' });
      case 'TASK':
        return t('reminder', { name: effect.taskDefName });
      case 'REASSIGN':
        return t(isWayBack(task, effect) ? 'backTo' : 'goesTo', { to: nameOf(effect) });
      case 'CANCEL':
        return effect.reason === null ? t('cancelled') : t('cancelledWith', { reason: effect.reason });
    }
  };
}
