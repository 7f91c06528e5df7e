'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { User } from '#contracts/identity.ts';
import type { Action } from '#contracts/operations/action.ts';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Switch } from '../ui/switch.tsx';
import { FormDialog, placed } from './form-dialog.tsx';
import { GroupsField } from './groups-field.tsx';

export type UserDialogProps = {
  /** Who is changed; absent for somebody new. */
  user?: User | undefined;
  save: Action<'putUser'>;
  onClose: () => void;
  onSaved: (userId: string) => void;
};

const LEAST_PASSWORD = 10;

/** Adds a person, or changes their name, groups, right or password. */
export function UserDialog({ user, save, onClose, onSaved }: UserDialogProps) {
  const t = useTranslations('desk.people');
  const [userId, setUserId] = useState(user?.id ?? '');
  const [displayName, setDisplayName] = useState(user?.displayName ?? '');
  const [groups, setGroups] = useState<readonly string[]>(user?.groups ?? []);
  const [isAdmin, setAdmin] = useState(user?.isAdmin ?? false);
  const [password, setPassword] = useState('');

  const words = useTranslations('desk.form');
  const check = () => [
    ...(userId.trim() === '' ? [{ path: 'userId', message: words('missing') }] : []),
    ...(displayName.trim() === '' ? [{ path: 'displayName', message: words('missing') }] : []),
    ...((!user || password !== '') && password.length < LEAST_PASSWORD
      ? [{ path: 'password', message: t('passwordShort') }]
      : []),
  ];

  async function submit() {
    const id = userId.trim();
    const result = await save({
      userId: id,
      displayName,
      groups: [...groups],
      isAdmin,
      mustBeNew: user === undefined,
      ...(password !== '' && { password }),
    });
    if (!result.ok) return placed(result.refusal, 'userId', t('taken'));
    onSaved(id);
    return undefined;
  }

  return (
    <FormDialog
      title={user ? t('edit.title', { name: user.displayName }) : t('add.title')}
      description={user ? t('edit.text') : t('add.text')}
      submitLabel={user ? t('edit.submit') : t('add.submit')}
      onClose={onClose}
      check={check}
      onSubmit={submit}
    >
      {(errorOf) => (
        <>
          {user ? null : (
            <Field label={t('userId')} help={t('userIdHelp')} error={errorOf('userId')} required>
              <Input
                value={userId}
                onChange={(event) => setUserId(event.target.value)}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={200}
              />
            </Field>
          )}
          <Field label={t('displayName')} error={errorOf('displayName')} required>
            <Input
              value={displayName}
              onChange={(event) => setDisplayName(event.target.value)}
              autoComplete="off"
              maxLength={200}
            />
          </Field>
          <GroupsField value={groups} onChange={setGroups} error={errorOf('groups')} />
          <Field layout="inline" label={t('isAdmin')} help={t('isAdminHelp')} error={errorOf('isAdmin')}>
            <Switch checked={isAdmin} onCheckedChange={setAdmin} />
          </Field>
          <Field
            label={user ? t('newPassword') : t('password')}
            help={user ? t('newPasswordHelp') : t('passwordHelp')}
            error={errorOf('password')}
            required={!user}
          >
            <Input
              type="password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              autoComplete="new-password"
              maxLength={200}
            />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
