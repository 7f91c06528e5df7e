'use client';

import { useTranslations } from 'use-intl';
import type { Owners } from '#contracts/user-task-run.ts';
import { Avatar, type AvatarProps } from '../ui/avatar.tsx';
import { cn } from '../ui/styles.ts';
import { useMe } from './people-provider.tsx';
import { usePersonName } from './use-people.ts';

type Look = { size?: AvatarProps['size']; className?: string };

export type PersonNameProps = Look & {
  id: string;
  /** Calls the reader by their name too, where "You" would not say who it is: on paper, in lists of people. */
  always?: boolean;
};

/** A person by avatar and name, "You" for the reader; the id is in the tooltip. */
export function PersonName({ id, size = 'xs', always = false, className }: PersonNameProps) {
  const t = useTranslations('people');
  const me = useMe();
  const name = usePersonName(id);
  return (
    <span title={id} className={cn(lineClass, className)}>
      <Avatar name={name} size={size} />
      <span className="truncate">{id === me && !always ? t('you') : name}</span>
    </span>
  );
}

/** A group by mark and name. */
export function GroupName({ name, size = 'xs', className }: Look & { name: string }) {
  return (
    <span className={cn(lineClass, className)}>
      <Avatar name={name} kind="group" size={size} />
      <span className="truncate">{name}</span>
    </span>
  );
}

/** Who has a task: the person, else the group, else nobody. */
export function HolderName({ owners, ...look }: Look & { owners: Owners }) {
  const t = useTranslations('people');
  if (owners.userId !== null) return <PersonName id={owners.userId} {...look} />;
  if (owners.userGroup !== null) return <GroupName name={owners.userGroup} {...look} />;
  return <span className={cn('text-muted', look.className)}>{t('nobody')}</span>;
}

const lineClass = 'base:inline-flex min-w-0 max-w-full items-center gap-1.5 align-middle';
