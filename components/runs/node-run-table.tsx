'use client';

import { useTranslations } from 'use-intl';
import { nodeLabel } from '#contracts/node-label.ts';
import type { NodeRun } from '#contracts/wf-run.ts';
import { RunStatus } from '../diagram/run-status.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { Lasted } from './lasted.tsx';
import { NodeType } from './node-type.tsx';

export type NodeRunTableProps = { label: string; nodeRuns: readonly NodeRun[]; wfRunId: string };

/** Where the threads have been, in order of arrival. */
export function NodeRunTable({ label, nodeRuns, wfRunId }: NodeRunTableProps) {
  const t = useTranslations('runs');
  const threads = new Set(nodeRuns.map((nodeRun) => nodeRun.threadRunNumber));
  return (
    <Table label={label} contained>
      <TableHead>
        {threads.size > 1 ? <TableHeader>{t('actions.thread')}</TableHeader> : null}
        <TableHeader numeric>{t('run.position')}</TableHeader>
        <TableHeader>{t('run.node')}</TableHeader>
        <TableHeader>{t('list.status')}</TableHeader>
        <TableHeader>{t('run.arrived')}</TableHeader>
        <TableHeader numeric>{t('list.took')}</TableHeader>
      </TableHead>
      <TableBody>
        {nodeRuns.map((nodeRun) => (
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
              <NodeRunNotes nodeRun={nodeRun} />
            </TableCell>
            <TableCell>
              <RunStatus bare status={nodeRun.status} />
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <AbsoluteTime at={nodeRun.arrivedAt} />
            </TableCell>
            <TableCell numeric>
              <Lasted from={nodeRun.arrivedAt} to={nodeRun.endedAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** What is only of some arrivals: failures, a child run, what it waits for. */
export function NodeRunNotes({ nodeRun }: { nodeRun: NodeRun }) {
  const t = useTranslations('runs.run');
  const { failures, childWfRunId, endedAt, wakeAt, correlationKey } = nodeRun;
  return (
    <>
      {failures.map((failure, index) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: failures have no name of their own, and none is ever taken out.
          key={index}
          className="text-danger-ink text-xs wrap-anywhere"
        >
          {failure.name}
          {failure.message ? `: ${failure.message}` : ''}
          {failure.wasProperlyHandled ? ` (${t('handled')})` : ''}
        </p>
      ))}
      {childWfRunId === null ? null : (
        <p className="text-xs wrap-anywhere">
          <TextLink quiet href={`/admin/wf-runs/${childWfRunId}`}>
            {t('childRun', { id: childWfRunId })}
          </TextLink>
        </p>
      )}
      {endedAt === null && wakeAt !== null ? (
        <p className="text-muted text-xs">
          {t('nodeUntil')} <AbsoluteTime at={wakeAt} />
        </p>
      ) : null}
      {endedAt === null && correlationKey !== null ? (
        <p className="text-muted text-xs wrap-anywhere">{t('key', { key: correlationKey })}</p>
      ) : null}
    </>
  );
}

function NodeName({ nodeRun, wfRunId }: { nodeRun: NodeRun; wfRunId: string }) {
  const href = nodeRunHref(nodeRun, wfRunId);
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <span title={nodeRun.nodeName} className="font-medium wrap-anywhere">
        {href ? (
          <TextLink quiet href={href}>
            {nodeLabel(nodeRun.nodeName)}
          </TextLink>
        ) : (
          nodeLabel(nodeRun.nodeName)
        )}
      </span>
      <NodeType type={nodeRun.nodeType} />
    </span>
  );
}

/** Where the work is to be seen that an arrival began. */
export function nodeRunHref({ userTaskRunGuid, taskRunGuid }: NodeRun, wfRunId: string): string | null {
  if (userTaskRunGuid) return `/tasks/${wfRunId}/${userTaskRunGuid}?from=admin`;
  return taskRunGuid === null ? null : `/admin/wf-runs/${wfRunId}?part=tasks#task-${taskRunGuid}`;
}
