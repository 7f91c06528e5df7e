import type { Metadata } from 'next';
import { DeleteWfRun } from '#components/admin/delete-wf-run.tsx';
import { RunStatus } from '#components/admin/run-status.tsx';
import { WfRunView } from '#components/admin/wf-run-view.tsx';
import { Page } from '#components/ui/page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { firstOf, pageLinks, read, requirePerson, type SearchParams } from '../../../../read.ts';
import { deleteWfRun } from '../../../actions.ts';

type Props = { params: Promise<{ wfRunId: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `WfRun ${(await params).wfRunId}` };
}

export default async function WfRunPage({ params, searchParams }: Props) {
  const { wfRunId } = await params;
  const path = `/admin/wf-runs/${wfRunId}`;
  const here = await firstOf(searchParams, ['nodes']);
  const person = await requirePerson(path, here);
  const part = { wfRunId, limit: 200 };
  const [run, nodeRuns, taskRuns, userTaskRuns, variables] = await Promise.all([
    read(person, 'getWfRun', { wfRunId }),
    read(person, 'listNodeRuns', { wfRunId, limit: 50, bookmark: here.nodes }),
    read(person, 'listTaskRuns', part),
    read(person, 'listUserTaskRuns', part),
    read(person, 'listVariables', part),
  ]);
  const nodePages = pageLinks(path, here, nodeRuns, 'nodes');
  return (
    <Page>
      <PageHeader
        parents={[{ href: '/admin/wf-runs', label: 'WfRuns' }]}
        title={run.wfSpecName}
        description={<span className="font-mono text-xs wrap-anywhere">{run.id}</span>}
        status={<RunStatus status={run.status} />}
        actions={run.status === 'RUNNING' ? null : <DeleteWfRun wfRunId={wfRunId} deleteWfRun={deleteWfRun} />}
      />
      <WfRunView
        run={run}
        nodeRuns={nodeRuns}
        taskRuns={taskRuns}
        userTaskRuns={userTaskRuns}
        variables={variables}
        nextNodesHref={nodePages.next}
        firstNodesHref={nodePages.first}
      />
    </Page>
  );
}
