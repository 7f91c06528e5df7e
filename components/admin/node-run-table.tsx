import type { Page } from '#contracts/pagination.ts';
import type { NodeRun } from '#contracts/wf-run.ts';
import { Pagination } from '../ui/pagination.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { Lasted } from './lasted.tsx';
import { NodeType } from './node-type.tsx';
import { RunStatus } from './run-status.tsx';

export type NodeRunTableProps = {
  page: Page<NodeRun>;
  wfRunId: string;
  nextNodesHref?: string | undefined;
  firstNodesHref?: string | undefined;
};

/** Where the threads have been, in order of arrival. */
export function NodeRunTable({ page, wfRunId, nextNodesHref, firstNodesHref }: NodeRunTableProps) {
  const threads = new Set(page.results.map((nodeRun) => nodeRun.threadRunNumber));
  return (
    <>
      <Table label="Node runs">
        <TableHead>
          {threads.size > 1 ? <TableHeader>Thread</TableHeader> : null}
          <TableHeader numeric>#</TableHeader>
          <TableHeader>Node</TableHeader>
          <TableHeader>Status</TableHeader>
          <TableHeader>Arrived</TableHeader>
          <TableHeader numeric>Took</TableHeader>
        </TableHead>
        <TableBody>
          {page.results.map((nodeRun) => (
            <TableRow key={`${nodeRun.threadRunNumber}-${nodeRun.position}`}>
              {threads.size > 1 ? (
                <TableCell className="whitespace-nowrap">
                  {nodeRun.threadRunNumber} {nodeRun.threadSpecName}
                </TableCell>
              ) : null}
              <TableCell numeric className="text-muted">
                {nodeRun.position}
              </TableCell>
              <TableCell className="min-w-52">
                <NodeName nodeRun={nodeRun} wfRunId={wfRunId} />
                {nodeRun.failures.map((failure, index) => (
                  <p
                    // biome-ignore lint/suspicious/noArrayIndexKey: failures have no name of their own, and none is ever taken out.
                    key={index}
                    className="text-danger-ink text-xs wrap-anywhere"
                  >
                    {failure.name}: {failure.message}
                    {failure.wasProperlyHandled ? ' (handled)' : ''}
                  </p>
                ))}
                {nodeRun.childWfRunId === null ? null : (
                  <p className="text-xs wrap-anywhere">
                    <TextLink quiet href={`/admin/wf-runs/${nodeRun.childWfRunId}`}>
                      Child run {nodeRun.childWfRunId}
                    </TextLink>
                  </p>
                )}
                {nodeRun.endedAt === null && nodeRun.wakeAt !== null ? (
                  <p className="text-muted text-xs">
                    until <AbsoluteTime at={nodeRun.wakeAt} />
                  </p>
                ) : null}
              </TableCell>
              <TableCell>
                <RunStatus bare status={nodeRun.status} />
              </TableCell>
              <TableCell className="whitespace-nowrap">
                <AbsoluteTime at={nodeRun.arrivedAt} timeOnly />
              </TableCell>
              <TableCell numeric>
                <Lasted from={nodeRun.arrivedAt} to={nodeRun.endedAt} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Pagination label="Node runs" nextHref={nextNodesHref} firstHref={firstNodesHref} />
    </>
  );
}

function NodeName({ nodeRun, wfRunId }: { nodeRun: NodeRun; wfRunId: string }) {
  const href = nodeRun.userTaskRunGuid
    ? `/tasks/${wfRunId}/${nodeRun.userTaskRunGuid}?from=admin`
    : nodeRun.taskRunGuid && `#task-${nodeRun.taskRunGuid}`;
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <span className="font-medium wrap-anywhere">
        {href ? (
          <TextLink quiet href={href}>
            {nodeRun.nodeName}
          </TextLink>
        ) : (
          nodeRun.nodeName
        )}
      </span>
      <NodeType type={nodeRun.nodeType} />
    </span>
  );
}
