import type { Metadata } from 'next';
import { DefinitionSearch } from '#components/definitions/definition-search.tsx';
import { WfSpecTable } from '#components/runs/wf-spec-table.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { translator } from '../../../../intl.ts';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../../read.ts';

export const metadata: Metadata = { title: 'WfSpecs' };

const PATH = '/admin/wf-specs';

export default async function WfSpecsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, ['prefix', 'bookmark']);
  const person = await requirePerson(PATH, params);
  const [page, t] = await Promise.all([read(person, 'searchWfSpecs', params), translator('runs')]);
  const specs = page.results.map(({ name, majorVersion, revision, description, createdAt }) => ({
    name,
    majorVersion,
    revision,
    description,
    createdAt,
  }));
  const names = specs.map(({ name }) => name).join(',');
  const counts = names === '' ? { results: [] } : await read(person, 'countWfRuns', { wfSpecNames: names });
  const { next, first } = pageLinks(PATH, params, page);
  return (
    <Page>
      <PageHeader title={t('spec.title')} description={t('spec.description')} />
      <div className="grid gap-3">
        <DefinitionSearch label={t('spec.filter')} path={PATH} name="prefix" value={params.prefix ?? ''} />
        <WfSpecTable specs={specs} counts={counts.results} nextHref={next} firstHref={first} prefix={params.prefix} />
      </div>
    </Page>
  );
}
