'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { MAX_REASON_LENGTH } from '#contracts/text-limits.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { GroupPicker } from '../people/group-picker.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Field } from '../ui/field.tsx';
import type { Names } from './use-names.ts';

export type Assignment = { userId?: string; userGroup?: string; overrideClaim: boolean; reason: string };

export type ReassignDialogProps = {
  task: UserTaskRun;
  names: Names;
  onClose: () => void;
  /** A message that comes back keeps the dialog open. */
  onAssign: (assignment: Assignment) => Promise<string | undefined>;
};

/** Gives a task to a person, a group or both; taking it from somebody must be ticked. */
export function ReassignDialog({ task, names, onClose, onAssign }: ReassignDialogProps) {
  const t = useTranslations('task');
  const [userId, setUserId] = useState('');
  const [userGroup, setUserGroup] = useState(task.userGroup ?? '');
  const [overrideClaim, setOverride] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const owner = task.userId === null ? null : names.person(task.userId);

  const isNobody = userId === '' && userGroup === '';
  const isUnticked = owner !== null && !overrideClaim;

  function check() {
    setChecked(true);
    return !isNobody && !isUnticked;
  }

  async function assign(reason: string): Promise<string | undefined> {
    return onAssign({
      ...(userId !== '' && { userId }),
      ...(userGroup !== '' && { userGroup }),
      overrideClaim,
      reason,
    });
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('dialog.reassign.title')}
      description={t('dialog.reassign.text')}
      confirmLabel={t('reassign')}
      dismissLabel={t('dialog.leaveIt')}
      reason={{ label: t('dialog.reason'), required: true, help: t('dialog.kept'), maxLength: MAX_REASON_LENGTH }}
      onCheck={check}
      onConfirm={assign}
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Field
          label={t('dialog.reassign.person')}
          error={isChecked && isNobody ? t('dialog.reassign.missing') : undefined}
        >
          <PersonPicker value={userId} onValueChange={setUserId} except={task.excludeUsers} clearable />
        </Field>
        <Field label={t('dialog.reassign.group')}>
          <GroupPicker value={userGroup} onValueChange={setUserGroup} clearable />
        </Field>
      </div>
      {owner === null ? null : (
        <Field
          layout="inline"
          label={t('dialog.reassign.from', { name: owner })}
          help={t('dialog.reassign.fromHelp')}
          error={isChecked && isUnticked ? t('dialog.reassign.tick', { name: owner }) : undefined}
        >
          <Checkbox checked={overrideClaim} onCheckedChange={(checked) => setOverride(checked === true)} />
        </Field>
      )}
    </ConfirmDialog>
  );
}
