import type { Metadata } from 'next';
import { DefinitionList } from '#components/admin/definition-list.tsx';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../read.ts';

export const metadata: Metadata = { title: 'TaskDefs' };

const PATH = '/admin/task-defs';

export default async function TaskDefsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, ['prefix', 'bookmark']);
  const person = await requirePerson(PATH, params);
  const page = await read(person, 'searchTaskDefs', params);
  const { next, first } = pageLinks(PATH, params, page);
  return (
    <DefinitionList
      label="TaskDefs"
      description="What programs do for a process. A TaskDef never changes."
      path={PATH}
      params={params}
      nextHref={next}
      firstHref={first}
      rows={page.results.map((def) => ({
        name: def.name,
        href: `${PATH}/${def.name}`,
        about: def.description,
        createdAt: def.createdAt,
      }))}
    />
  );
}
