import type { Metadata } from 'next';
import { TaskDefList } from '#components/definitions/task-def-list.tsx';
import { translator } from '../../../../intl.ts';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../../read.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('definitions');
  return { title: t('taskDefs') };
}

const PATH = '/admin/task-defs';

export default async function TaskDefsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, ['prefix', 'bookmark']);
  const person = await requirePerson(PATH, params);
  const page = await read(person, 'searchTaskDefs', params);
  const { next, first } = pageLinks(PATH, params, page);
  return <TaskDefList rows={page.results} prefix={params.prefix ?? ''} nextHref={next} firstHref={first} />;
}
