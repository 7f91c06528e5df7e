import type { Metadata } from 'next';
import { TaskDesk } from '#components/desk/task-desk.tsx';
import { TaskFilterBar } from '#components/desk/task-filter-bar.tsx';
import { FILTER_NAMES, searchOf } from '#components/desk/task-filters.ts';
import { PeopleProvider } from '#components/people/people-provider.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { translator } from '../../../../intl.ts';
import { find, firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../../read.ts';
import { readNames } from '../../../../read-names.ts';
import { bulkUserTaskRuns } from '../../../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('desk.tasks');
  return { title: t('title') };
}

const PATH = '/admin/user-tasks';

export default async function UserTasksPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, [...FILTER_NAMES, 'bookmark']);
  const person = await requirePerson(PATH, params);
  const { bookmark, ...filters } = params;
  const { sort, ...search } = searchOf(filters);
  const [t, found, counted, defs, specs] = await Promise.all([
    translator('desk.tasks'),
    find(person, 'searchUserTaskRuns', { ...search, ...(sort && { sort }), ...(bookmark && { bookmark }) }),
    find(person, 'countUserTaskRuns', search),
    read(person, 'searchUserTaskDefs', { limit: 200 }),
    read(person, 'searchWfSpecs', { limit: 200 }),
  ]);
  // An address that was written by hand may ask for what cannot be.
  const page = found?.output ?? { results: [], bookmark: null };
  const { next, first } = pageLinks(PATH, params, page);
  const people = await readNames(person, [filters.userId ?? null, ...page.results.map(({ userId }) => userId)]);
  return (
    <PeopleProvider people={people}>
      <Page width="full">
        <PageHeader title={t('title')} description={t('description')} />
        <TaskFilterBar
          path={PATH}
          filters={filters}
          userTaskDefs={defs.results.map(({ name, version }) => ({ name, version }))}
          wfSpecs={specs.results.map(({ name }) => name)}
        />
        <TaskDesk
          path={PATH}
          filters={filters}
          tasks={page.results}
          total={counted?.output ?? { count: 0, isCapped: false }}
          nextHref={next}
          firstHref={first}
          bulk={bulkUserTaskRuns}
        />
      </Page>
    </PeopleProvider>
  );
}
