'use client';

import { ArrowRight, ShieldCheck } from 'lucide';
import { useTranslations } from 'use-intl';
import type { User } from '#contracts/identity.ts';
import type { Action } from '#contracts/operations/action.ts';
import type { PersonEvent } from '#contracts/user-task-history.ts';
import type { UserTaskMetrics } from '#contracts/user-task-metrics.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import type { BulkAction } from '../bulk/bulk.ts';
import { addressOf } from '../desk/task-filters.ts';
import { TaskTable } from '../desk/task-table.tsx';
import { Callout } from '../ui/callout.tsx';
import { useClock } from '../ui/clock.tsx';
import { formatSpan } from '../ui/format-time.ts';
import { Icon } from '../ui/icon.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Page } from '../ui/page.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { EditUser } from './add-user.tsx';
import { AgeTable } from './age-table.tsx';
import { Figures } from './figures.tsx';
import { MoveAll } from './move-all.tsx';
import { PersonHistory } from './person-history.tsx';
import { GroupName } from './person-name.tsx';
import { RemoveButton } from './remove-button.tsx';

export type PersonViewProps = {
  userId: string;
  /** Absent for somebody who is not in the directory, or not any more. */
  user: User | undefined;
  /** The most urgent of what they have. */
  tasks: readonly UserTaskRunSummary[];
  counts: { open: number; overdue: number; suspended: number };
  /** Of the last thirty days. */
  metrics: UserTaskMetrics;
  /** The latest of it. */
  history: readonly PersonEvent[];
  actions: { bulk: BulkAction; save: Action<'putUser'>; remove: Action<'deleteUser'> };
};

/** What a person has, how they are doing with it, and what an admin can do about it. */
export function PersonView({ userId, user, tasks, counts, metrics, history, actions }: PersonViewProps) {
  const t = useTranslations('desk.person');
  const { locale } = useClock();
  const name = user?.displayName ?? userId;
  const { timeInHand, throughput, handOvers, releases } = metrics;
  const all = addressOf('/admin/user-tasks', { userId, status: 'ASSIGNED' });
  const historyHref = `/admin/people/${encodeURIComponent(userId)}/history`;
  return (
    <Page>
      <PageHeader
        parents={[{ href: '/admin/people', label: t('people') }]}
        title={name}
        status={
          user?.isAdmin ? (
            <StatusPill tone="accent" icon={<Icon of={ShieldCheck} />}>
              {t('admin')}
            </StatusPill>
          ) : null
        }
        description={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-mono text-sm">{userId}</span>
            {user?.groups.map((group) => (
              <TextLink
                key={group}
                quiet
                href={`/admin/groups/${encodeURIComponent(group)}`}
                className="min-w-0 max-w-full"
              >
                <GroupName name={group} />
              </TextLink>
            ))}
            {user && user.groups.length === 0 ? <span>{t('noGroups')}</span> : null}
          </span>
        }
        actions={user ? <EditUser user={user} save={actions.save} /> : null}
      />
      {user ? null : <Callout tone="info">{t('unknown')}</Callout>}
      <Figures
        label={t('figures')}
        figures={[
          { label: t('open'), value: counts.open },
          { label: t('overdue'), value: counts.overdue, tone: counts.overdue > 0 ? 'danger' : undefined },
          { label: t('completed'), value: throughput.completed },
          { label: t('inHand'), value: timeInHand ? formatSpan(timeInHand.p50 * 1000, locale) : '–' },
          { label: t('handOvers'), value: handOvers },
          { label: t('releases'), value: releases },
        ]}
      />
      <Panel
        title={t('holds', { count: counts.open + counts.suspended })}
        description={counts.suspended > 0 ? t('suspended', { count: counts.suspended }) : undefined}
        flush
        actions={
          counts.open > 0 ? (
            <LinkButton size="sm" href={all}>
              {t('all')}
              <Icon of={ArrowRight} />
            </LinkButton>
          ) : null
        }
      >
        <MoveAll kind="person" id={userId} name={name} count={counts.open + counts.suspended} bulk={actions.bulk} />
        {tasks.length > 0 ? (
          <TaskTable tasks={tasks} />
        ) : (
          <p className="px-4 py-4 text-muted">{t('holdsNothing', { name })}</p>
        )}
      </Panel>
      <div className="grid items-start gap-6 lg:grid-cols-2 [&>*]:min-w-0">
        <Panel
          title={t('history')}
          actions={
            <LinkButton size="sm" href={historyHref}>
              {t('wholeHistory')}
              <Icon of={ArrowRight} />
            </LinkButton>
          }
        >
          {history.length > 0 ? (
            <PersonHistory userId={userId} entries={history} />
          ) : (
            <p className="text-muted">{t('noHistory')}</p>
          )}
        </Panel>
        <div className="grid gap-6 [&>*]:min-w-0">
          <Panel title={t('ageing')} flush>
            <AgeTable ageing={metrics.ageing} isOfPerson />
          </Panel>
          {user ? (
            <Panel title={t('remove')}>
              <p className="mb-3 text-muted">{t('removeText')}</p>
              <RemoveButton kind="person" name={name} remove={() => actions.remove({ userId })} />
            </Panel>
          ) : null}
        </div>
      </div>
    </Page>
  );
}
