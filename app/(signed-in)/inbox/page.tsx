import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Inbox } from '#components/inbox/inbox.tsx';
import { bareView, inboxHref, readInboxQuery } from '#components/inbox/inbox-query.ts';
import { PeopleProvider } from '#components/people/people-provider.tsx';
import { translator } from '../../intl.ts';
import { requirePerson, type SearchParams } from '../../read.ts';
import { readNames } from '../../read-names.ts';
import { bulkUserTaskRuns, createView, deleteView, nextUserTaskRun, replaceView } from '../actions.ts';
import { taskActions } from '../task-actions.ts';
import { NoTask } from './no-task.tsx';
import { readList, readOpenTask, readViews } from './read-inbox.ts';

type Props = { searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('inbox'))('title') };
}

export default async function InboxPage({ searchParams }: Props) {
  const params = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  );
  const query = readInboxQuery(params);
  const person = await requirePerson(inboxHref(query));
  if (params.get('view') !== query.view) redirect(inboxHref(query));
  const [{ search, page, saved }, task, views] = await Promise.all([
    readList(person, query),
    readOpenTask(person, query),
    readViews(person),
  ]);
  // A view that was deleted, or never was the reader's, leads to what always is.
  if (query.view === 'saved' && !saved) redirect(inboxHref(bareView({ ...query, view: 'mine', saved: undefined })));
  const { userId, groups, isAdmin } = person;
  const shown = page.results.flatMap(({ userId, requester }) => [userId, requester]);
  // Who is in no directory is called by their id, and need not be looked up again.
  const ids = shown.flatMap((id) => (id === null ? [] : [{ userId: id, displayName: id }]));
  const names = [...ids, ...(await readNames(person, shown))];
  return (
    <PeopleProvider people={names}>
      <Inbox
        person={{ userId, groups, isAdmin }}
        given={{ search, page, task, views }}
        noTask={<NoTask />}
        actions={{
          task: taskActions,
          next: nextUserTaskRun,
          bulk: bulkUserTaskRuns,
          views: { create: createView, replace: replaceView, remove: deleteView },
        }}
      />
    </PeopleProvider>
  );
}
