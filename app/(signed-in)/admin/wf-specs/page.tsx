import type { Metadata } from 'next';
import { DefinitionTable } from '#components/admin/definition-table.tsx';
import { FilterBar } from '#components/admin/filter-bar.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../read.ts';

export const metadata: Metadata = { title: 'WfSpecs' };

const PATH = '/admin/wf-specs';

export default async function WfSpecsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, ['prefix', 'bookmark']);
  const person = await requirePerson(PATH, params);
  const page = await read(person, 'searchWfSpecs', params);
  const { next, first } = pageLinks(PATH, params, page);
  return (
    <Page>
      <PageHeader title="WfSpecs" description="Processes as data, each name in its latest version." />
      <FilterBar
        label="WfSpecs"
        path={PATH}
        values={params}
        filters={[{ kind: 'text', name: 'prefix', label: 'Name begins with' }]}
      />
      <DefinitionTable
        label="WfSpecs"
        nextHref={next}
        firstHref={first}
        prefix={params.prefix}
        rows={page.results.map((def) => ({
          name: def.name,
          href: `${PATH}/${def.name}`,
          version: `${def.majorVersion}.${def.revision}`,
          about: def.description,
          createdAt: def.createdAt,
        }))}
      />
    </Page>
  );
}
