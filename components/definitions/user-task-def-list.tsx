'use client';

import { ArrowDown, FilePlus2, FormInput, SearchX, TriangleAlert } from 'lucide';
import { useLocale, useTranslations } from 'use-intl';
import type { UserTaskDefSort, UserTaskDefSummary } from '#contracts/definition-use.ts';
import { MAX_COUNTED } from '#contracts/definition-use.ts';
import { textIn } from '#contracts/local-text.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Page } from '../ui/page.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Panel } from '../ui/panel.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { RowLink, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { AgeingBar } from './ageing-bar.tsx';
import { DefinitionSearch } from './definition-search.tsx';

const PATH = '/admin/user-task-defs';

export type UserTaskDefListProps = {
  rows: readonly UserTaskDefSummary[];
  q: string;
  sort: UserTaskDefSort;
  nextHref: string | undefined;
  firstHref: string | undefined;
};

/** All forms with the work that waits on each; search, order and page live in the address. */
export function UserTaskDefList({ rows, q, sort, nextHref, firstHref }: UserTaskDefListProps) {
  const t = useTranslations('definitions');
  return (
    <Page>
      <PageHeader
        title={t('userTaskDefs')}
        description={t('list.description')}
        actions={
          <LinkButton href={`${PATH}/new`} variant="primary" icon={<Icon of={FilePlus2} />}>
            {t('list.new')}
          </LinkButton>
        }
      />
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <DefinitionSearch label={t('list.search')} path={PATH} name="q" value={q} keep={{ sort }} />
          <p aria-live="polite" className="text-muted text-sm">
            {t(nextHref || firstHref ? 'list.more' : 'list.shown', { count: rows.length })}
          </p>
        </div>
        <Panel flush>
          {rows.length === 0 ? <Nothing q={q} /> : <Rows rows={rows} q={q} sort={sort} />}
          <Pagination label={t('userTaskDefs')} nextHref={nextHref} firstHref={firstHref} />
        </Panel>
      </div>
    </Page>
  );
}

function Nothing({ q }: { q: string }) {
  const t = useTranslations('definitions.list');
  if (q !== '') {
    return (
      <EmptyState
        icon={<Icon of={SearchX} />}
        title={t('notFound', { q })}
        action={<LinkButton href={PATH}>{t('clear')}</LinkButton>}
      >
        <p>{t('notFoundHelp')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Icon of={FormInput} />}
      title={t('none')}
      action={
        <LinkButton href={`${PATH}/new`} variant="primary">
          {t('new')}
        </LinkButton>
      }
    >
      <p>{t('noneHelp')}</p>
    </EmptyState>
  );
}

type RowsProps = Pick<UserTaskDefListProps, 'rows' | 'q' | 'sort'>;

function Rows({ rows, q, sort }: RowsProps) {
  const t = useTranslations('definitions.list');
  const locale = useLocale();
  const language = useLanguage();
  const number = (count: number) =>
    count >= MAX_COUNTED ? t('atLeast', { count: count.toLocaleString(locale) }) : count.toLocaleString(locale);
  const by = (order: UserTaskDefSort, column: string, numeric = false, className = '') => (
    <SortHeader order={order} column={column} numeric={numeric} className={className} sort={sort} q={q} />
  );
  return (
    <Table label={t('description')}>
      <TableHead>
        {by('name', t('name'))}
        {by('-open', t('open'), true)}
        {by('-overdue', t('overdue'), true)}
        <TableHeader numeric className="max-md:hidden">
          {t('done')}
        </TableHeader>
        <TableHeader className="w-40 max-md:hidden">{t('age')}</TableHeader>
        <TableHeader className="max-md:hidden">{t('usedBy')}</TableHeader>
        {by('-changed', t('changed'), false, 'max-md:hidden')}
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.name}>
            <TableCell className="min-w-36 wrap-anywhere max-lg:whitespace-normal! md:min-w-52">
              <RowLink href={`${PATH}/${row.name}`}>
                {row.displayName === undefined ? row.name : textIn(row.displayName, language)}
              </RowLink>
              <div className="text-muted text-xs">
                {row.displayName === undefined ? null : <span className="mr-2 font-mono">{row.name}</span>}
                {t('versionsOf', { version: row.version, count: row.versions })}
              </div>
            </TableCell>
            <TableCell
              numeric
              title={t('openOf', { unassigned: number(row.unassigned), assigned: number(row.assigned) })}
            >
              {number(row.unassigned + row.assigned)}
            </TableCell>
            <TableCell numeric>
              {row.overdue > 0 ? (
                <span className="inline-flex items-center gap-1 font-medium text-danger-ink">
                  <Icon of={TriangleAlert} className="size-3.5" />
                  {number(row.overdue)}
                </span>
              ) : (
                <span className="text-muted">0</span>
              )}
            </TableCell>
            <TableCell numeric className="max-md:hidden">
              {number(row.done)}
            </TableCell>
            <TableCell className="min-w-32 max-md:hidden">
              <AgeingBar ageing={row.ageing} />
            </TableCell>
            <TableCell className="max-w-64 max-md:hidden">
              <Users names={row.wfSpecs} />
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted max-md:hidden">
              <RelativeTime at={row.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

type SortHeaderProps = Pick<UserTaskDefListProps, 'sort' | 'q'> & {
  order: UserTaskDefSort;
  column: string;
  numeric: boolean;
  className: string;
};

/** A column's name as the link that orders by it; names turn round when they lead already. */
function SortHeader({ order, column, numeric, className, sort, q }: SortHeaderProps) {
  const t = useTranslations('definitions.list');
  const isReversed = order === 'name' && sort === '-name';
  const current = sort === order || isReversed;
  const next = order === 'name' && sort === 'name' ? '-name' : order;
  const params = new URLSearchParams({ ...(q !== '' && { q }), ...(next !== 'name' && { sort: next }) });
  const isDescending = current && (isReversed || order.startsWith('-'));
  return (
    <TableHeader
      numeric={numeric}
      className={className}
      aria-sort={current ? (isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <TextLink
        quiet
        href={params.size > 0 ? `${PATH}?${params}` : PATH}
        scroll={false}
        title={t('sort', { column })}
        className="inline-flex items-center gap-1 text-inherit"
      >
        {column}
        {current ? <Icon of={ArrowDown} className={`size-3 ${isDescending ? '' : 'rotate-180'}`} /> : null}
      </TextLink>
    </TableHeader>
  );
}

const SHOWN = 2;

function Users({ names }: { names: readonly string[] }) {
  const t = useTranslations('definitions.list');
  if (names.length === 0) return <span className="text-muted">{t('nobody')}</span>;
  return (
    <span className="relative z-1 flex flex-wrap gap-x-2" title={names.join('\n')}>
      {names.slice(0, SHOWN).map((name) => (
        <TextLink key={name} quiet href={`/admin/wf-specs/${name}`} className="min-w-0 truncate">
          {name}
        </TextLink>
      ))}
      {names.length > SHOWN ? (
        <span className="text-muted">{t('moreUsers', { count: names.length - SHOWN })}</span>
      ) : null}
    </span>
  );
}
