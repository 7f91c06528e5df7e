import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { taskTitle } from '#contracts/local-text.ts';
import { readIntl, translator } from '../../../../intl.ts';
import { currentPerson, find, firstOf, requirePerson, type SearchParams } from '../../../../read.ts';
import { TaskView } from '../../../task-view.tsx';

type Props = { params: Promise<{ wfRunId: string; guid: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { wfRunId, guid } = await params;
  const person = await currentPerson();
  const found = person && (await find(person, 'getUserTaskRun', { wfRunId, guid }));
  if (!found) return { title: (await translator('task'))('page.title') };
  return { title: taskTitle(found.output, (await readIntl()).language) };
}

export default async function TaskPage({ params, searchParams }: Props) {
  const id = await params;
  const here = await firstOf(searchParams, ['from']);
  const person = await requirePerson(`/tasks/${id.wfRunId}/${id.guid}`, here);
  const t = await translator('task');
  const back =
    here.from === 'admin' && person.isAdmin
      ? { href: '/admin/user-tasks', label: t('page.userTasks') }
      : { href: '/inbox?view=mine', label: t('page.inbox') };
  return (
    <>
      <h1 className="sr-only">{t('page.title')}</h1>
      <TaskView person={person} id={id} back={back} missing={notFound} />
    </>
  );
}
