'use client';

import { UsersRound } from 'lucide';
import { useTranslations } from 'use-intl';
import type { Group } from '#contracts/identity.ts';
import { Avatar } from '../ui/avatar.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Panel } from '../ui/panel.tsx';
import { RowLink, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';

export type GroupTableProps = {
  groups: readonly Group[];
  narrowed: boolean;
  nextHref?: string | undefined;
  firstHref?: string | undefined;
};

/** All groups, by name. */
export function GroupTable({ groups, narrowed, nextHref, firstHref }: GroupTableProps) {
  const t = useTranslations('desk.groups');
  if (groups.length === 0) {
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
          <TableHeader numeric>{t('members')}</TableHeader>
        </TableHead>
        <TableBody>
          {groups.map(({ name, memberCount }) => (
            <TableRow key={name}>
              <TableCell className="w-full max-w-0 md:w-auto md:max-w-96">
                <span className="flex items-center gap-2.5">
                  <Avatar name={name} kind="group" size="md" />
                  <RowLink href={`/admin/groups/${encodeURIComponent(name)}`} title={name} className="truncate">
                    {name}
                  </RowLink>
                </span>
              </TableCell>
              <TableCell numeric>{memberCount}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Pagination label={t('title')} nextHref={nextHref} firstHref={firstHref} />
    </Panel>
  );
}
