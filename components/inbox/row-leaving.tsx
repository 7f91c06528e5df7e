'use client';

import { Ban, CircleCheck, UserRound, UserRoundMinus } from 'lucide';
import { useTranslations } from 'use-intl';
import { usePersonName } from '../people/use-people.ts';
import { Icon } from '../ui/icon.tsx';
import { Mark } from './row-mark.tsx';
import type { Row } from './use-task-list.ts';

/** Why it does not belong here any more. */
export function Leaving({ row: { task }, me }: { row: Row; me: string }) {
  const t = useTranslations('inbox.row');
  const name = usePersonName(task.userId ?? '');
  const look = 'font-medium text-ink';
  switch (task.status) {
    case 'DONE':
      return (
        <Mark icon={<Icon of={CircleCheck} />} className={look}>
          {task.userId === me || task.userId === null ? t('doneByMe') : t('done', { name })}
        </Mark>
      );
    case 'CANCELLED':
      return (
        <Mark icon={<Icon of={Ban} />} className={look}>
          {t('cancelled')}
        </Mark>
      );
    case 'UNASSIGNED':
      return (
        <Mark icon={<Icon of={UserRoundMinus} />} className={look}>
          {task.userGroup === null ? t('left') : t('released', { name: task.userGroup })}
        </Mark>
      );
    case 'ASSIGNED':
      return (
        <Mark icon={<Icon of={UserRound} />} className={look}>
          {task.userId === me ? t('mine') : t('claimed', { name })}
        </Mark>
      );
  }
}
