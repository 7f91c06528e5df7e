'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { NodeRun } from '#contracts/wf-run.ts';
import { apiPath, readApi } from '../api/read-api.ts';
import { RunStatus } from '../diagram/run-status.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { Lasted } from './lasted.tsx';
import { NodeRunNotes, nodeRunHref } from './node-run-table.tsx';

export type NodeRunListProps = {
  wfRunId: string;
  threadSpecName: string;
  nodeName: string;
  threadRunNumber: number | null;
  /** Another one reads the list anew. */
  revision: string;
};

/** The arrivals at one node, oldest first. */
export function NodeRunList({ wfRunId, threadSpecName, nodeName, threadRunNumber, revision }: NodeRunListProps) {
  const t = useTranslations('runs.run');
  const where = { threadSpecName, nodeName, threadRunNumber };
  const query = useInfiniteQuery({
    queryKey: ['nodeRuns', wfRunId, where, revision],
    queryFn: ({ pageParam, signal }) =>
      readApi<'listNodeRuns'>(
        apiPath`/wf-runs/${wfRunId}/node-runs`,
        { ...where, limit: 20, bookmark: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.bookmark,
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <Skeleton className="h-16" />;
  if (query.isError) {
    return (
      <Callout tone="danger" live actions={<Button onClick={() => query.refetch()}>{t('tryAgain')}</Button>}>
        {t('loadFailed')}
      </Callout>
    );
  }
  const nodeRuns = query.data.pages.flatMap(({ results }) => results);
  if (nodeRuns.length === 0) return <p className="text-muted text-sm">{t('noNodeRuns')}</p>;
  return (
    <div className="grid gap-3">
      <ol className="grid gap-3">
        {nodeRuns.map((nodeRun) => (
          <Arrival key={`${nodeRun.threadRunNumber}-${nodeRun.position}`} nodeRun={nodeRun} wfRunId={wfRunId} />
        ))}
      </ol>
      {query.hasNextPage ? (
        <Button size="sm" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('moreNodeRuns')}
        </Button>
      ) : null}
    </div>
  );
}

function Arrival({ nodeRun, wfRunId }: { nodeRun: NodeRun; wfRunId: string }) {
  const t = useTranslations('runs.run');
  const href = nodeRunHref(nodeRun, wfRunId);
  return (
    <li className="grid gap-0.5 border-line-strong border-l-2 pl-3 text-sm">
      <span className="flex flex-wrap items-center justify-between gap-x-3">
        <RunStatus bare status={nodeRun.status} />
        <span className="text-muted text-xs">{t('thread', { number: `${nodeRun.threadRunNumber}` })}</span>
      </span>
      <span className="text-muted text-xs">
        <AbsoluteTime at={nodeRun.arrivedAt} /> · <Lasted from={nodeRun.arrivedAt} to={nodeRun.endedAt} />
      </span>
      <NodeRunNotes nodeRun={nodeRun} />
      {href ? (
        <TextLink href={href} className="text-xs">
          {nodeRun.userTaskRunGuid ? t('showUserTask') : t('showAttempts')}
        </TextLink>
      ) : null}
    </li>
  );
}
