'use client';

import { UserRoundMinus } from 'lucide';
import Link from 'next/link';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { Person } from '#contracts/identity.ts';
import type { Action } from '#contracts/operations/action.ts';
import { ApiError, apiPath, readApi } from '../api/read-api.ts';
import { useErrorWords, useRefusalWords } from '../api/use-refusal-words.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Panel } from '../ui/panel.tsx';
import { PersonPicker } from './person-picker.tsx';

export type GroupMembersProps = {
  name: string;
  members: readonly Person[];
  /** How many there are, of whom only the first may be shown. */
  memberCount: number;
  save: Action<'putUser'>;
};

/** Who is in a group; somebody comes in or goes out. */
export function GroupMembers({ name, members, memberCount, save }: GroupMembersProps) {
  const t = useTranslations('desk.groups');
  const errorWords = useErrorWords();
  const words = useRefusalWords();
  const [pending, startTransition] = useTransition();
  const [failure, setFailure] = useState<string>();

  /** One person at a time, so that it does not matter how many others there are. */
  function change(userId: string, isIn: boolean) {
    startTransition(async () => {
      setFailure(undefined);
      try {
        const user = await readApi<'getUser'>(apiPath`/users/${userId}`);
        const groups = user.groups.filter((group) => group !== name);
        const { displayName, isAdmin } = user;
        const result = await save({ userId, displayName, isAdmin, groups: isIn ? [...groups, name] : groups });
        if (!result.ok) setFailure(words(result.refusal));
        else toast.success(isIn ? t('joined', { name: displayName }) : t('left', { name: displayName }));
      } catch (error) {
        setFailure(error instanceof ApiError ? errorWords(error) : t('unreachable'));
      }
    });
  }

  return (
    <Panel title={t('membersOf', { count: memberCount })} aria-busy={pending}>
      <div className="grid grid-cols-1 gap-3">
        <Field label={t('addMember')} error={failure}>
          <PersonPicker
            value=""
            disabled={pending}
            except={members.map(({ userId }) => userId)}
            onValueChange={(userId) => userId !== '' && change(userId, true)}
          />
        </Field>
        {members.length === 0 ? <p className="text-muted">{t('noMembers')}</p> : null}
        <ul className="divide-y divide-line">
          {members.map(({ userId, displayName }) => (
            <li key={userId} className="flex items-center gap-2.5 py-1.5">
              <Avatar name={displayName} size="md" />
              <Link
                href={`/admin/people/${encodeURIComponent(userId)}`}
                className="min-w-0 flex-1 truncate rounded-sm text-ink hover:underline touch:py-2.5"
              >
                {displayName} <span className="text-muted text-xs">{userId}</span>
              </Link>
              <IconButton
                size="sm"
                label={t('removeMember', { name: displayName })}
                icon={<Icon of={UserRoundMinus} />}
                disabled={pending}
                onClick={() => change(userId, false)}
              />
            </li>
          ))}
        </ul>
        {memberCount > members.length ? (
          <p className="text-muted text-sm">{t('moreMembers', { count: memberCount - members.length })}</p>
        ) : null}
      </div>
    </Panel>
  );
}
