// One part of a run, read when it is shown.
import type { ReactNode } from 'react';
import { NodeRunTable } from '#components/runs/node-run-table.tsx';
import { RunEvents } from '#components/runs/run-events.tsx';
import { RUN_PART_WORDS, type RunPart } from '#components/runs/run-parts.ts';
import { storyOf } from '#components/runs/run-story.ts';
import { RunTimeline } from '#components/runs/run-timeline.tsx';
import { RunUserTasks } from '#components/runs/run-user-tasks.tsx';
import { TaskRunList } from '#components/runs/task-run-list.tsx';
import { WfRunRows } from '#components/runs/wf-run-table.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import type { Page } from '#contracts/pagination.ts';
import type { UserPrincipal } from '#contracts/principal.ts';
import type { WfRun } from '#contracts/wf-run.ts';
import { translator } from '../../../../intl.ts';
import { pageLinks, read } from '../../../../read.ts';

export type RunPartViewProps = {
  run: WfRun;
  part: RunPart;
  bookmark: string | undefined;
  person: UserPrincipal;
};

export async function RunPartView({ run, part, bookmark, person }: RunPartViewProps) {
  const t = await translator('runs');
  const of = { wfRunId: run.id, limit: 50, bookmark };
  const label = t(`run.${RUN_PART_WORDS[part]}`);

  const paged = (page: Page<unknown>, empty: string, content: ReactNode) => {
    if (page.results.length === 0 && !bookmark) return <p className="p-4 text-muted text-sm">{empty}</p>;
    const { next, first } = pageLinks(`/admin/wf-runs/${run.id}`, { part, bookmark }, page);
    return (
      <>
        {content}
        <Pagination label={label} nextHref={next} firstHref={first} />
      </>
    );
  };

  switch (part) {
    case 'timeline':
      return <Story run={run} person={person} />;
    case 'nodes': {
      const page = await read(person, 'listNodeRuns', of);
      return paged(page, '', <NodeRunTable label={label} nodeRuns={page.results} wfRunId={run.id} />);
    }
    case 'tasks': {
      const page = await read(person, 'listTaskRuns', of);
      return paged(page, t('run.noTaskRuns'), <TaskRunList taskRuns={page.results} wfRunId={run.id} />);
    }
    case 'user-tasks': {
      const page = await read(person, 'listUserTaskRuns', of);
      return paged(page, t('run.noUserTasks'), <RunUserTasks tasks={page.results} />);
    }
    case 'children': {
      const page = await read(person, 'searchWfRuns', { parentWfRunId: run.id, limit: 50, bookmark });
      return paged(page, t('run.noChildren'), <WfRunRows contained runs={page.results} />);
    }
    case 'events': {
      const [came, thrown] = await Promise.all([
        read(person, 'listExternalEvents', { wfRunId: run.id, limit: 200 }),
        read(person, 'listWorkflowEvents', { wfRunId: run.id, limit: 200 }),
      ]);
      return <RunEvents came={came.results} thrown={thrown.results} />;
    }
  }
}

async function Story({ run, person }: { run: WfRun; person: UserPrincipal }) {
  const of = { wfRunId: run.id, limit: 200 };
  const [nodeRuns, taskRuns, userTaskRuns, externalEvents, workflowEvents] = await Promise.all([
    read(person, 'listNodeRuns', of),
    read(person, 'listTaskRuns', of),
    read(person, 'listUserTaskRuns', of),
    read(person, 'listExternalEvents', of),
    read(person, 'listWorkflowEvents', of),
  ]);
  const all = [nodeRuns, taskRuns, userTaskRuns, externalEvents, workflowEvents];
  const moments = storyOf({
    run,
    nodeRuns: nodeRuns.results,
    taskRuns: taskRuns.results,
    userTaskRuns: userTaskRuns.results,
    externalEvents: externalEvents.results,
    workflowEvents: workflowEvents.results,
  });
  return (
    <RunTimeline
      moments={moments}
      wfRunId={run.id}
      requester={run.requester}
      isCut={all.some(({ bookmark }) => bookmark !== null)}
    />
  );
}
