'use client';

import { Bot, SearchX } from 'lucide';
import { useTranslations } from 'use-intl';
import type { TaskDef } from '#contracts/task-def.ts';
import { typeName } from '#contracts/value.ts';
import { Badge } from '../ui/badge.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Page } from '../ui/page.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Panel } from '../ui/panel.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { RowLink, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { DefinitionSearch } from './definition-search.tsx';

const PATH = '/admin/task-defs';

export type TaskDefListProps = {
  rows: readonly TaskDef[];
  prefix: string;
  nextHref: string | undefined;
  firstHref: string | undefined;
};

/** All TaskDefs by name. */
export function TaskDefList({ rows, prefix, nextHref, firstHref }: TaskDefListProps) {
  const t = useTranslations('definitions');
  return (
    <Page>
      <PageHeader title={t('taskDefs')} description={t('taskList.description')} />
      <div className="grid gap-3">
        <DefinitionSearch label={t('taskList.search')} path={PATH} name="prefix" value={prefix} />
        <Panel flush>
          {rows.length === 0 ? (
            <EmptyState
              icon={prefix === '' ? <Icon of={Bot} /> : <Icon of={SearchX} />}
              title={prefix === '' ? t('taskList.none') : t('taskList.notFound', { q: prefix })}
              action={prefix === '' ? null : <LinkButton href={PATH}>{t('list.clear')}</LinkButton>}
            >
              <p>{t(prefix === '' ? 'taskList.noneHelp' : 'taskList.notFoundHelp')}</p>
            </EmptyState>
          ) : (
            <Table label={t('taskDefs')}>
              <TableHead>
                <TableHeader>{t('list.name')}</TableHeader>
                <TableHeader className="max-md:hidden">{t('taskList.about')}</TableHeader>
                <TableHeader className="max-md:hidden">{t('taskList.inputs')}</TableHeader>
                <TableHeader className="max-md:hidden">{t('taskList.returns')}</TableHeader>
                <TableHeader className="max-md:hidden">{t('taskList.since')}</TableHeader>
              </TableHead>
              <TableBody>
                {rows.map((def) => (
                  <TableRow key={def.name}>
                    <TableCell className="max-md:w-full max-md:max-w-0 md:whitespace-nowrap">
                      <RowLink href={`${PATH}/${def.name}`}>{def.name}</RowLink>
                      <span className="block truncate text-muted text-xs md:hidden">{def.description}</span>
                    </TableCell>
                    <TableCell className="w-full min-w-48 max-w-0 truncate text-muted max-md:hidden">
                      {def.description}
                    </TableCell>
                    <TableCell className="max-w-64 truncate text-muted max-md:hidden">
                      {def.inputVars.map(({ name }) => name).join(', ')}
                    </TableCell>
                    <TableCell className="max-md:hidden">
                      {def.returnType ? (
                        <Badge mono>{typeName(def.returnType)}</Badge>
                      ) : (
                        <span className="text-muted">{t('taskList.nothing')}</span>
                      )}
                    </TableCell>
                    <TableCell className="whitespace-nowrap text-muted max-md:hidden">
                      <RelativeTime at={def.createdAt} />
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          )}
          <Pagination label={t('taskDefs')} nextHref={nextHref} firstHref={firstHref} />
        </Panel>
      </div>
    </Page>
  );
}
