'use client';

import { ArrowRight } from 'lucide';
import { useTranslations } from 'use-intl';
import type { Group, Person } from '#contracts/identity.ts';
import type { Action } from '#contracts/operations/action.ts';
import type { UserTaskMetrics } from '#contracts/user-task-metrics.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import type { BulkAction } from '../bulk/bulk.ts';
import { addressOf } from '../desk/task-filters.ts';
import { TaskTable } from '../desk/task-table.tsx';
import { useClock } from '../ui/clock.tsx';
import { formatSpan } from '../ui/format-time.ts';
import { Icon } from '../ui/icon.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Page } from '../ui/page.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { AgeTable } from './age-table.tsx';
import { Figures } from './figures.tsx';
import { GroupMembers } from './group-members.tsx';
import { MoveAll } from './move-all.tsx';
import { RemoveButton } from './remove-button.tsx';

export type GroupViewProps = {
  group: Group;
  /** The first of them. */
  members: readonly Person[];
  /** The most urgent of what nobody has claimed. */
  tasks: readonly UserTaskRunSummary[];
  counts: { free: number; taken: number; overdue: number; suspended: number };
  /** Of the last thirty days. */
  metrics: UserTaskMetrics;
  actions: { bulk: BulkAction; saveUser: Action<'putUser'>; remove: Action<'deleteGroup'> };
};

/** Who is in a group, what it has by state and age, and what an admin can do about it. */
export function GroupView({ group: { name, memberCount }, members, tasks, counts, metrics, actions }: GroupViewProps) {
  const t = useTranslations('desk.group');
  const { locale } = useClock();
  const held = counts.free + counts.taken + counts.suspended;
  return (
    <Page>
      <PageHeader
        parents={[{ href: '/admin/groups', label: t('groups') }]}
        title={name}
        description={t('description', { count: memberCount })}
      />
      <Figures
        label={t('figures')}
        figures={[
          { label: t('free'), value: counts.free },
          { label: t('taken'), value: counts.taken },
          { label: t('overdue'), value: counts.overdue, tone: counts.overdue > 0 ? 'danger' : undefined },
          { label: t('suspended'), value: counts.suspended },
          { label: t('completed'), value: metrics.throughput.completed },
          {
            label: t('toClaim'),
            value: metrics.timeToClaim ? formatSpan(metrics.timeToClaim.p50 * 1000, locale) : '–',
          },
        ]}
      />
      <Panel
        title={t('waiting')}
        flush
        actions={
          held > 0 ? (
            <LinkButton size="sm" href={addressOf('/admin/user-tasks', { userGroup: name, status: 'open' })}>
              {t('all')}
              <Icon of={ArrowRight} />
            </LinkButton>
          ) : null
        }
      >
        <MoveAll kind="group" id={name} name={name} count={held} bulk={actions.bulk} />
        {tasks.length > 0 ? <TaskTable tasks={tasks} /> : <p className="px-4 py-4 text-muted">{t('nothingWaits')}</p>}
      </Panel>
      <div className="grid items-start gap-6 lg:grid-cols-2 [&>*]:min-w-0">
        <GroupMembers name={name} members={members} memberCount={memberCount} save={actions.saveUser} />
        <div className="grid gap-6 [&>*]:min-w-0">
          <Panel title={t('ageing')} flush>
            <AgeTable ageing={metrics.ageing} />
          </Panel>
          <Panel title={t('remove')}>
            <p className="mb-3 text-muted">{t('removeText')}</p>
            <RemoveButton kind="group" name={name} remove={() => actions.remove({ name })} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}
