import { MousePointerClick } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { type InboxQuery, inboxHref, parseTaskId, readInboxQuery, VIEW_LABELS } from '#components/inbox/inbox-query.ts';
import { TaskDetailSkeleton } from '#components/inbox/inbox-skeletons.tsx';
import { TaskList } from '#components/inbox/task-list.tsx';
import { NotFoundProblem } from '#components/shell/page-problems.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Panes } from '#components/ui/panes.tsx';
import type { UserPrincipal } from '#contracts/principal.ts';
import { requirePerson, type SearchParams } from '../../read.ts';
import { TaskView } from '../task-view.tsx';
import { readTasks } from './read-tasks.ts';

type Props = { searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: VIEW_LABELS[readInboxQuery(await searchParams).view] };
}

export default async function InboxPage({ searchParams }: Props) {
  const params = await searchParams;
  const query = readInboxQuery(params);
  const person = await requirePerson(inboxHref(query));
  if (params.view !== query.view) redirect(inboxHref(query));
  const page = await readTasks(person, query);
  return (
    <Panes
      heading={`Inbox: ${VIEW_LABELS[query.view]}`}
      listLabel="Tasks"
      list={
        <TaskList
          query={query}
          page={page}
          me={person.userId}
          groups={query.view === 'available' ? person.groups : []}
        />
      }
      detailLabel="Task"
      detail={query.task || page.results.length > 0 ? <Detail query={query} person={person} /> : null}
      showing={query.task ? 'detail' : 'list'}
    />
  );
}

function Detail({ query, person }: { query: InboxQuery; person: UserPrincipal }) {
  const id = query.task && parseTaskId(query.task);
  if (!id) {
    return (
      <EmptyState icon={<MousePointerClick />} title="Choose a task" className="my-auto">
        <p>It opens here, beside the list.</p>
      </EmptyState>
    );
  }
  return (
    <Suspense key={query.task} fallback={<TaskDetailSkeleton />}>
      <TaskView
        person={person}
        id={id}
        missing={() => <NotFoundProblem />}
        back={{ href: inboxHref({ ...query, task: undefined }), label: VIEW_LABELS[query.view] }}
        pageHref={`/tasks/${id.wfRunId}/${id.guid}`}
      />
    </Suspense>
  );
}
