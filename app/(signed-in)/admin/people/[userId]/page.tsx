import type { Metadata } from 'next';
import { PeopleProvider } from '#components/people/people-provider.tsx';
import { peopleIn } from '#components/people/person-turn.ts';
import { PersonView } from '#components/people/person-view.tsx';
import { currentPerson, find, read, requirePerson } from '../../../../read.ts';
import { readNames } from '../../../../read-names.ts';
import { textOfSegment } from '../../../../segment.ts';
import { bulkUserTaskRuns, deleteUser, putUser } from '../../../actions.ts';

type Props = { params: Promise<{ userId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const userId = textOfSegment((await params).userId);
  const person = await currentPerson();
  const found = person?.isAdmin ? await find(person, 'getUser', { userId }) : null;
  return { title: found?.output.displayName ?? userId };
}

const DAY_MS = 86_400_000;

/** Also of somebody who has been removed: what they did stays. */
export default async function PersonPage({ params }: Props) {
  const userId = textOfSegment((await params).userId);
  const person = await requirePerson(`/admin/people/${encodeURIComponent(userId)}`);
  const held = { userId, status: 'ASSIGNED' } as const;
  const from = new Date(Date.now() - 30 * DAY_MS).toISOString();
  const [user, tasks, open, overdue, suspended, metrics, history] = await Promise.all([
    find(person, 'getUser', { userId }),
    read(person, 'searchUserTaskRuns', { ...held, sort: 'urgency', limit: 20 }),
    read(person, 'countUserTaskRuns', held),
    read(person, 'countUserTaskRuns', { ...held, overdue: true }),
    read(person, 'countUserTaskRuns', { ...held, suspended: true }),
    read(person, 'getUserTaskMetrics', { userId, from }),
    read(person, 'listEventsOfPerson', { userId, limit: 8 }),
  ]);
  const people = await readNames(person, [userId, ...history.results.flatMap(({ event }) => peopleIn(event))]);
  return (
    <PeopleProvider people={people}>
      <PersonView
        userId={userId}
        user={user?.output}
        tasks={tasks.results}
        counts={{ open: open.count, overdue: overdue.count, suspended: suspended.count }}
        metrics={metrics}
        history={history.results}
        actions={{ bulk: bulkUserTaskRuns, save: putUser, remove: deleteUser }}
      />
    </PeopleProvider>
  );
}
