'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { MAX_REASON_LENGTH } from '#contracts/text-limits.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { PersonPicker } from '../people/person-picker.tsx';
import { usePersonName } from '../people/use-people.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Field } from '../ui/field.tsx';

export type HandOverDialogProps = {
  task: UserTaskRun;
  onClose: () => void;
  /** A message that comes back keeps the dialog open. */
  onHandOver: (heir: { userId: string; name: string }, reason: string) => Promise<string | undefined>;
};

/** Gives a task to a named colleague, with a reason, in one step. */
export function HandOverDialog({ task, onClose, onHandOver }: HandOverDialogProps) {
  const t = useTranslations('task');
  const [userId, setUserId] = useState('');
  const name = usePersonName(userId);
  const [isMissing, setMissing] = useState(false);
  const except = [...(task.userId === null ? [] : [task.userId]), ...task.excludeUsers];

  function check() {
    setMissing(userId === '');
    return userId !== '';
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('dialog.handOver.title')}
      description={
        task.userGroup === null ? t('dialog.handOver.textAnyone') : t('dialog.handOver.text', { group: task.userGroup })
      }
      confirmLabel={t('handOver')}
      dismissLabel={t('dialog.keepIt')}
      reason={{
        label: t('dialog.reason'),
        required: true,
        help: t('dialog.handOver.help'),
        maxLength: MAX_REASON_LENGTH,
      }}
      onCheck={check}
      onConfirm={(reason) => onHandOver({ userId, name }, reason)}
    >
      <Field
        label={t('dialog.handOver.to')}
        required
        error={isMissing && userId === '' ? t('dialog.handOver.missing') : undefined}
      >
        <PersonPicker
          value={userId}
          onValueChange={setUserId}
          except={except}
          {...(task.userGroup !== null && { userGroup: task.userGroup })}
        />
      </Field>
    </ConfirmDialog>
  );
}
