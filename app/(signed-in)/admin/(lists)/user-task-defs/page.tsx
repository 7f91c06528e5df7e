import type { Metadata } from 'next';
import { UserTaskDefList } from '#components/definitions/user-task-def-list.tsx';
import { USER_TASK_DEF_SORTS } from '#contracts/definition-use.ts';
import { translator } from '../../../../intl.ts';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../../read.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('definitions');
  return { title: t('userTaskDefs') };
}

const PATH = '/admin/user-task-defs';

export default async function UserTaskDefsPage({ searchParams }: { searchParams: SearchParams }) {
  const { q, bookmark, ...given } = await firstOf(searchParams, ['q', 'sort', 'bookmark']);
  const sort = USER_TASK_DEF_SORTS.find((one) => one === given.sort) ?? 'name';
  const params = { q, sort, bookmark };
  const person = await requirePerson(PATH, params);
  const page = await read(person, 'summarizeUserTaskDefs', { ...params, limit: 25 });
  const { next, first } = pageLinks(PATH, params, page);
  return <UserTaskDefList rows={page.results} q={q ?? ''} sort={sort} nextHref={next} firstHref={first} />;
}
