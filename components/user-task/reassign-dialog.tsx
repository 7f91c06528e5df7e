'use client';

import { useId, useState } from 'react';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import type { Directory } from './reader.ts';

export type Assignment = { userId?: string; userGroup?: string; overrideClaim: boolean; reason: string };

export type ReassignDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  task: UserTaskRun;
  directory: Directory;
  /** A message that comes back keeps the dialog open. */
  onAssign: (assignment: Assignment) => Promise<string | undefined>;
};

/** Gives a task to a person, a group or both; taking it from somebody must be ticked. */
export function ReassignDialog({ open, onOpenChange, ...rest }: ReassignDialogProps) {
  // Mounted with the dialog, so that it starts from the owners of that moment.
  return open ? <OpenReassignDialog onClose={() => onOpenChange(false)} {...rest} /> : null;
}

type OpenProps = Omit<ReassignDialogProps, 'open' | 'onOpenChange'> & { onClose: () => void };

function OpenReassignDialog({ onClose, task, directory, onAssign }: OpenProps) {
  const listId = useId();
  const [userId, setUserId] = useState('');
  const [userGroup, setUserGroup] = useState(task.userGroup ?? '');
  const [overrideClaim, setOverride] = useState(false);

  async function assign(reason: string): Promise<string | undefined> {
    const [person, group] = [userId.trim(), userGroup.trim()];
    if (person === '' && group === '') return 'Name a person, a group, or both.';
    if (task.userId !== null && !overrideClaim)
      return `${task.userId} has this task. Tick the box to take it from them.`;
    return onAssign({
      ...(person && { userId: person }),
      ...(group && { userGroup: group }),
      overrideClaim,
      reason,
    });
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title="Reassign this task"
      description="Both owners are replaced by what you give here."
      confirmLabel="Reassign"
      dismissLabel="Leave it"
      reason={{ required: true, help: 'Kept in the assignment history.' }}
      onConfirm={assign}
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Person">
          <Input
            list={`${listId}-users`}
            autoComplete="off"
            spellCheck={false}
            autoCapitalize="none"
            value={userId}
            onChange={(event) => setUserId(event.target.value)}
          />
        </Field>
        <Field label="Group">
          <Input
            list={`${listId}-groups`}
            autoComplete="off"
            spellCheck={false}
            autoCapitalize="none"
            value={userGroup}
            onChange={(event) => setUserGroup(event.target.value)}
          />
        </Field>
        <datalist id={`${listId}-users`}>
          {directory.users.map((user) => (
            <option key={user.id} value={user.id}>
              {[user.displayName, ...user.groups].join(' · ')}
            </option>
          ))}
        </datalist>
        <datalist id={`${listId}-groups`}>
          {directory.groups.map((group) => (
            <option key={group.name} value={group.name}>
              {group.memberCount === 1 ? '1 member' : `${group.memberCount} members`}
            </option>
          ))}
        </datalist>
      </div>
      {task.userId === null ? null : (
        <Field layout="inline" label={`Take it from ${task.userId}`} help="A draft goes with the task.">
          <Checkbox checked={overrideClaim} onCheckedChange={(checked) => setOverride(checked === true)} />
        </Field>
      )}
    </ConfirmDialog>
  );
}
