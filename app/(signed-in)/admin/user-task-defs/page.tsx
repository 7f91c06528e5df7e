import type { Metadata } from 'next';
import { DefinitionTable } from '#components/admin/definition-table.tsx';
import { FilterBar } from '#components/admin/filter-bar.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../read.ts';

export const metadata: Metadata = { title: 'UserTaskDefs' };

const PATH = '/admin/user-task-defs';

export default async function UserTaskDefsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, ['prefix', 'bookmark']);
  const person = await requirePerson(PATH, params);
  const page = await read(person, 'searchUserTaskDefs', params);
  const { next, first } = pageLinks(PATH, params, page);
  return (
    <Page>
      <PageHeader title="UserTaskDefs" description="The forms that people fill in, each name in its latest version." />
      <FilterBar
        label="UserTaskDefs"
        path={PATH}
        values={params}
        filters={[{ kind: 'text', name: 'prefix', label: 'Name begins with' }]}
      />
      <DefinitionTable
        label="UserTaskDefs"
        nextHref={next}
        firstHref={first}
        prefix={params.prefix}
        rows={page.results.map((def) => ({
          name: def.name,
          href: `${PATH}/${def.name}`,
          version: `v${def.version}`,
          about: def.displayName ?? def.description,
          createdAt: def.createdAt,
        }))}
      />
    </Page>
  );
}
