import { Workflow } from 'lucide-react';
import type { Page } from '#contracts/pagination.ts';
import type { WfRunSummary } from '#contracts/wf-run.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Panel } from '../ui/panel.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { RowLink, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { Owner } from '../user-task/owner.tsx';
import { Lasted } from './lasted.tsx';
import { RunStatus } from './run-status.tsx';

export type WfRunTableProps = {
  page: Page<WfRunSummary>;
  nextHref?: string | undefined;
  firstHref?: string | undefined;
  narrowed: boolean;
};

/** WfRuns, newest first. */
export function WfRunTable({ page, nextHref, firstHref, narrowed }: WfRunTableProps) {
  if (page.results.length === 0) {
    return (
      <Panel>
        <EmptyState icon={<Workflow />} title={narrowed ? 'No WfRun matches' : 'No WfRun yet'}>
          <p>
            {narrowed
              ? 'Try fewer filters.'
              : 'A WfRun is one pass through a process. Start one from a WfSpec, through the API or with the SDK.'}
          </p>
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel flush>
      <Table label="WfRuns">
        <TableHead>
          <TableHeader>WfRun</TableHeader>
          <TableHeader>WfSpec</TableHeader>
          <TableHeader>Status</TableHeader>
          <TableHeader>Requester</TableHeader>
          <TableHeader>Started</TableHeader>
          <TableHeader numeric>Took</TableHeader>
        </TableHead>
        <TableBody>
          {page.results.map((run) => (
            <TableRow key={run.id}>
              <TableCell className="max-w-72">
                <RowLink href={`/admin/wf-runs/${run.id}`} className="block truncate font-mono text-xs">
                  {run.id}
                </RowLink>
              </TableCell>
              <TableCell className="whitespace-nowrap">
                {run.wfSpecName}{' '}
                <span className="text-muted">
                  {run.majorVersion}.{run.revision}
                </span>
              </TableCell>
              <TableCell>
                <RunStatus bare status={run.status} />
              </TableCell>
              <TableCell>
                {run.requester === null ? <span className="text-muted">–</span> : <Owner name={run.requester} />}
              </TableCell>
              <TableCell className="whitespace-nowrap">
                <RelativeTime at={run.startedAt} />
              </TableCell>
              <TableCell numeric>
                <Lasted from={run.startedAt} to={run.endedAt} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Pagination label="WfRuns" nextHref={nextHref} firstHref={firstHref} />
    </Panel>
  );
}
