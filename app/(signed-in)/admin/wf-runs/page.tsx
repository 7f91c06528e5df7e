import type { Metadata } from 'next';
import { FilterBar } from '#components/admin/filter-bar.tsx';
import { RUN_STATUS_WORDS } from '#components/admin/run-status.tsx';
import { WfRunTable } from '#components/admin/wf-run-table.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { runStatus } from '#contracts/wf-run.ts';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../read.ts';

export const metadata: Metadata = { title: 'WfRuns' };

const PATH = '/admin/wf-runs';

export default async function WfRunsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await firstOf(searchParams, ['wfSpecName', 'status', 'startedAfter', 'startedBefore', 'bookmark']);
  const person = await requirePerson(PATH, params);
  const { status, bookmark, ...filters } = params;
  const [page, specs] = await Promise.all([
    read(person, 'searchWfRuns', { ...params, status: runStatus.safeParse(status).data }),
    read(person, 'searchWfSpecs', { limit: 200 }),
  ]);
  const { next, first } = pageLinks(PATH, params, page);
  return (
    <Page>
      <PageHeader title="WfRuns" description="Every pass through a process, newest first." />
      <FilterBar
        label="WfRuns"
        path={PATH}
        values={params}
        filters={[
          { kind: 'text', name: 'wfSpecName', label: 'WfSpec', suggestions: specs.results.map(({ name }) => name) },
          { kind: 'choice', name: 'status', label: 'Status', options: RUN_STATUS_WORDS },
          { kind: 'day', name: 'startedAfter', label: 'Started from' },
          { kind: 'day', name: 'startedBefore', label: 'Started until', end: true },
        ]}
      />
      <WfRunTable
        page={page}
        nextHref={next}
        firstHref={first}
        narrowed={[status, ...Object.values(filters)].some(Boolean)}
      />
    </Page>
  );
}
