import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentPerson, find, firstOf, requirePerson, type SearchParams } from '../../../../read.ts';
import { TaskView } from '../../../task-view.tsx';

type Props = { params: Promise<{ wfRunId: string; guid: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { wfRunId, guid } = await params;
  const person = await currentPerson();
  const found = person && (await find(person, 'getUserTaskRun', { wfRunId, guid }));
  return { title: found?.output.title ?? 'Task' };
}

export default async function TaskPage({ params, searchParams }: Props) {
  const id = await params;
  const here = await firstOf(searchParams, ['from']);
  const person = await requirePerson(`/tasks/${id.wfRunId}/${id.guid}`, here);
  const back =
    here.from === 'admin' && person.isAdmin
      ? { href: '/admin/user-tasks', label: 'User tasks' }
      : { href: '/inbox?view=mine', label: 'Inbox' };
  return (
    <>
      <h1 className="sr-only">User task</h1>
      <TaskView person={person} id={id} back={back} missing={notFound} />
    </>
  );
}
