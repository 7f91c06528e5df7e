'use client';

import { ShieldCheck, UsersRound } from 'lucide';
import { useTranslations } from 'use-intl';
import type { User } from '#contracts/identity.ts';
import { Avatar } from '../ui/avatar.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { RowLink, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { GroupName } from './person-name.tsx';

export type UserTableProps = {
  users: readonly User[];
  narrowed: boolean;
  nextHref?: string | undefined;
  firstHref?: string | undefined;
};

/** Everybody, by user name. */
export function UserTable({ users, narrowed, nextHref, firstHref }: UserTableProps) {
  const t = useTranslations('desk.people');
  if (users.length === 0) {
    return (
      <Panel>
        <EmptyState icon={<Icon of={UsersRound} />} title={narrowed ? t('noMatch') : t('none')}>
          <p>{narrowed ? t('noMatchText') : t('noneText')}</p>
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel flush>
      <Table label={t('title')}>
        <TableHead>
          <TableHeader>{t('name')}</TableHeader>
          <TableHeader className="max-md:hidden">{t('groups')}</TableHeader>
          <TableHeader className="max-md:hidden">{t('rights')}</TableHeader>
        </TableHead>
        <TableBody>
          {users.map((user) => (
            <TableRow key={user.id}>
              <TableCell className="max-w-0 md:max-w-96">
                <span className="flex items-center gap-2.5">
                  <Avatar name={user.displayName} size="md" />
                  <span className="min-w-0">
                    <RowLink href={`/admin/people/${encodeURIComponent(user.id)}`} className="block truncate">
                      {user.displayName}
                    </RowLink>
                    <span className="block truncate text-muted text-xs">
                      {user.id}
                      {user.groups.length > 0 ? <span className="md:hidden"> · {user.groups.join(', ')}</span> : null}
                      {user.isAdmin ? <span className="md:hidden"> · {t('admin')}</span> : null}
                    </span>
                  </span>
                </span>
              </TableCell>
              <TableCell className="max-w-80 whitespace-normal max-md:hidden">
                <span className="flex flex-wrap gap-x-3 gap-y-1">
                  {user.groups.length === 0 ? <span className="text-muted">{t('noGroups')}</span> : null}
                  {user.groups.map((name) => (
                    <GroupName key={name} name={name} />
                  ))}
                </span>
              </TableCell>
              <TableCell className="max-md:hidden">
                {user.isAdmin ? (
                  <StatusPill tone="accent" icon={<Icon of={ShieldCheck} />} bare>
                    {t('admin')}
                  </StatusPill>
                ) : null}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Pagination label={t('title')} nextHref={nextHref} firstHref={firstHref} />
    </Panel>
  );
}
