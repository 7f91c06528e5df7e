import type { Metadata } from 'next';
import { DefinitionList } from '#components/admin/definition-list.tsx';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../read.ts';

export const metadata: Metadata = { title: 'WfSpecs' };

const PATH = '/admin/wf-specs';

export default async function WfSpecsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, ['prefix', 'bookmark']);
  const person = await requirePerson(PATH, params);
  const page = await read(person, 'searchWfSpecs', params);
  const { next, first } = pageLinks(PATH, params, page);
  return (
    <DefinitionList
      label="WfSpecs"
      description="Processes as data, each name in its latest version."
      path={PATH}
      params={params}
      nextHref={next}
      firstHref={first}
      rows={page.results.map((def) => ({
        name: def.name,
        href: `${PATH}/${def.name}`,
        version: `${def.majorVersion}.${def.revision}`,
        about: def.description,
        createdAt: def.createdAt,
      }))}
    />
  );
}
