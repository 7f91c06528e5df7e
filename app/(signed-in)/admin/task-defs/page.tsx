import type { Metadata } from 'next';
import { DefinitionTable } from '#components/admin/definition-table.tsx';
import { FilterBar } from '#components/admin/filter-bar.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../read.ts';

export const metadata: Metadata = { title: 'TaskDefs' };

const PATH = '/admin/task-defs';

export default async function TaskDefsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, ['prefix', 'bookmark']);
  const person = await requirePerson(PATH, params);
  const page = await read(person, 'searchTaskDefs', params);
  const { next, first } = pageLinks(PATH, params, page);
  return (
    <Page>
      <PageHeader title="TaskDefs" description="What programs do for a process. A TaskDef never changes." />
      <FilterBar
        label="TaskDefs"
        path={PATH}
        values={params}
        filters={[{ kind: 'text', name: 'prefix', label: 'Name begins with' }]}
      />
      <DefinitionTable
        label="TaskDefs"
        nextHref={next}
        firstHref={first}
        prefix={params.prefix}
        rows={page.results.map((def) => ({
          name: def.name,
          href: `${PATH}/${def.name}`,
          about: def.description,
          createdAt: def.createdAt,
        }))}
      />
    </Page>
  );
}
