import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GroupView } from '#components/people/group-view.tsx';
import { PeopleProvider } from '#components/people/people-provider.tsx';
import { read, requirePerson } from '../../../../read.ts';
import { readNames } from '../../../../read-names.ts';
import { textOfSegment } from '../../../../segment.ts';
import { bulkUserTaskRuns, deleteGroup, putUser } from '../../../actions.ts';

type Props = { params: Promise<{ name: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: textOfSegment((await params).name) };
}

const DAY_MS = 86_400_000;

export default async function GroupPage({ params }: Props) {
  const name = textOfSegment((await params).name);
  const person = await requirePerson(`/admin/groups/${encodeURIComponent(name)}`);
  // By its beginning; of the names that begin so, the shortest comes first.
  const [group] = (await read(person, 'searchGroups', { prefix: name, limit: 1 })).results;
  if (group?.name !== name) notFound();
  const free = { userGroup: name, status: 'UNASSIGNED' } as const;
  const taken = { userGroup: name, status: 'ASSIGNED' } as const;
  const open = { userGroup: name, status: ['UNASSIGNED' as const, 'ASSIGNED' as const] };
  const from = new Date(Date.now() - 30 * DAY_MS).toISOString();
  const [members, tasks, freeCount, takenCount, overdue, suspended, metrics] = await Promise.all([
    read(person, 'searchPeople', { userGroup: name, limit: 200 }),
    read(person, 'searchUserTaskRuns', { ...free, sort: 'urgency', limit: 20 }),
    read(person, 'countUserTaskRuns', free),
    read(person, 'countUserTaskRuns', taken),
    read(person, 'countUserTaskRuns', { ...open, overdue: true }),
    read(person, 'countUserTaskRuns', { ...open, suspended: true }),
    read(person, 'getUserTaskMetrics', { userGroup: name, from }),
  ]);
  const people = await readNames(
    person,
    tasks.results.map(({ userId }) => userId),
  );
  return (
    <PeopleProvider people={[...people, ...members.results]}>
      <GroupView
        group={group}
        members={members.results}
        tasks={tasks.results}
        counts={{
          free: freeCount.count,
          taken: takenCount.count,
          overdue: overdue.count,
          suspended: suspended.count,
        }}
        metrics={metrics}
        actions={{ bulk: bulkUserTaskRuns, saveUser: putUser, remove: deleteGroup }}
      />
    </PeopleProvider>
  );
}
