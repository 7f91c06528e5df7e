import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { WF_RUN_FILTERS } from '#components/runs/wf-run-filter-names.ts';
import { WfRunFilters } from '#components/runs/wf-run-filters.tsx';
import { WfRunTable } from '#components/runs/wf-run-table.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { runStatus } from '#contracts/wf-run.ts';
import type { WfSpec } from '#contracts/wf-spec.ts';
import { translator } from '../../../../intl.ts';
import { find, firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../../read.ts';

export const metadata: Metadata = { title: 'WfRuns' };

const PATH = '/admin/wf-runs';

export default async function WfRunsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, [...WF_RUN_FILTERS, 'bookmark']);
  const person = await requirePerson(PATH, params);
  const { status, bookmark, find: words, variable, value, ...filters } = params;
  // Who knows the id wants the run itself.
  const named = words && !bookmark ? await find(person, 'getWfRun', { wfRunId: words.trim() }) : null;
  if (named) redirect(`${PATH}/${named.output.id}`);
  const search = {
    ...filters,
    bookmark,
    ...(words && { q: words }),
    status: runStatus.safeParse(status).data,
    ...(variable && value && filters.wfSpecName && { [`variable.${variable}`]: value }),
  };
  const [found, specs, spec, t] = await Promise.all([
    find(person, 'searchWfRuns', search),
    read(person, 'searchWfSpecs', { limit: 200 }),
    filters.wfSpecName ? find(person, 'getWfSpec', { name: filters.wfSpecName }) : null,
    translator('runs'),
  ]);
  // What cannot be searched for, such as a word as the value of a number, nothing has.
  const page = found?.output ?? { results: [], bookmark: null };
  const { next, first } = pageLinks(PATH, params, page);
  return (
    <Page>
      <PageHeader title={t('list.title')} description={t('list.description')} />
      <WfRunFilters
        path={PATH}
        values={Object.fromEntries(WF_RUN_FILTERS.map((name) => [name, params[name]]))}
        wfSpecNames={specs.results.map(({ name }) => name)}
        searchable={spec ? searchableIn(spec.output) : []}
      />
      <WfRunTable
        page={page}
        nextHref={next}
        firstHref={first}
        narrowed={WF_RUN_FILTERS.some((name) => Boolean(params[name]))}
      />
    </Page>
  );
}

/** By what runs of a WfSpec can be found: variables, and fields of JSON ones as the search names them. */
function searchableIn({ threads, entrypoint }: WfSpec): string[] {
  return (threads[entrypoint]?.variables ?? []).flatMap(({ name, searchable, jsonIndexes }) => [
    ...(searchable ? [name] : []),
    ...jsonIndexes.map(({ path }) => `${name}_${path}`),
  ]);
}
