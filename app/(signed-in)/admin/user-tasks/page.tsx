import type { Metadata } from 'next';
import { FilterBar } from '#components/admin/filter-bar.tsx';
import { UserTaskTable } from '#components/admin/user-task-table.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { userTaskStatus } from '#contracts/user-task-run.ts';
import { USER_TASK_STATUSES } from '#contracts/user-task-status.ts';
import { translator } from '../../../intl.ts';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../read.ts';

export const metadata: Metadata = { title: 'User tasks' };

const PATH = '/admin/user-tasks';

export default async function UserTasksPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, ['q', 'status', 'userId', 'userGroup', 'userTaskDefName', 'bookmark']);
  const person = await requirePerson(PATH, params);
  const { status, bookmark, ...filters } = params;
  const [page, users, groups, defs] = await Promise.all([
    read(person, 'searchUserTaskRuns', { ...params, status: userTaskStatus.safeParse(status).data }),
    read(person, 'searchUsers', { limit: 200 }),
    read(person, 'searchGroups', { limit: 200 }),
    read(person, 'searchUserTaskDefs', { limit: 200 }),
  ]);
  const t = await translator('task.status');
  const statuses = USER_TASK_STATUSES.map((value) => ({ value, label: t(value) }));
  const { next, first } = pageLinks(PATH, params, page);
  return (
    <Page>
      <PageHeader title="User tasks" description="What people were asked to do, everybody's, newest first." />
      <FilterBar
        label="User tasks"
        path={PATH}
        values={params}
        filters={[
          { kind: 'text', name: 'q', label: 'Title or context' },
          { kind: 'choice', name: 'status', label: 'Status', options: statuses },
          { kind: 'text', name: 'userId', label: 'Person', suggestions: users.results.map(({ id }) => id) },
          { kind: 'text', name: 'userGroup', label: 'Group', suggestions: groups.results.map(({ name }) => name) },
          {
            kind: 'text',
            name: 'userTaskDefName',
            label: 'UserTaskDef',
            suggestions: defs.results.map(({ name }) => name),
          },
        ]}
      />
      <UserTaskTable
        page={page}
        nextHref={next}
        firstHref={first}
        narrowed={[status, ...Object.values(filters)].some(Boolean)}
      />
    </Page>
  );
}
