import type { Page } from '#contracts/pagination.ts';
import type { TaskRun } from '#contracts/task-run.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { isEnded, type NodeRun, type RunVariable, type ThreadType, type WfRun } from '#contracts/wf-run.ts';
import { Callout } from '../ui/callout.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { DescriptionItem, DescriptionList } from '../ui/description-list.tsx';
import { Panel } from '../ui/panel.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { Owner } from '../user-task/owner.tsx';
import { Lasted } from './lasted.tsx';
import { NodeRunTable } from './node-run-table.tsx';
import { RunStatus } from './run-status.tsx';
import { TaskRunList } from './task-run-list.tsx';
import { UserTaskRows } from './user-task-table.tsx';
import { VariableTable } from './variable-table.tsx';

export type WfRunViewProps = {
  run: WfRun;
  nodeRuns: Page<NodeRun>;
  taskRuns: Page<TaskRun>;
  userTaskRuns: Page<UserTaskRunSummary>;
  variables: Page<RunVariable>;
  /** The pages of NodeRuns; the other parts are shown as far as one page goes. */
  nextNodesHref?: string | undefined;
  firstNodesHref?: string | undefined;
};

const KINDS: Record<ThreadType, string> = {
  ENTRYPOINT: 'of',
  CHILD: 'child of',
  INTERRUPT: 'interrupts',
  FAILURE_HANDLER: 'handles a failure of',
};

/** One WfRun: where its threads stand, where they have been, what they know, and the work it gave out. */
export function WfRunView({ run, nodeRuns, taskRuns, userTaskRuns, variables, ...nodePages }: WfRunViewProps) {
  const failed = run.threadRuns.filter((thread) => thread.failure !== null);
  return (
    <>
      {failed.map((thread) => (
        <Callout
          key={thread.number}
          tone={thread.status === 'EXCEPTION' ? 'warning' : 'danger'}
          title={`${thread.failure?.name} in thread ${thread.threadSpecName}`}
        >
          {thread.failure?.message ? <p>{thread.failure.message}</p> : null}
        </Callout>
      ))}

      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_20rem] xl:items-start">
        <div className="grid min-w-0 gap-6">
          {userTaskRuns.results.length > 0 ? (
            <Panel flush title="User tasks">
              <UserTaskRows contained tasks={userTaskRuns.results} />
              <Rest page={userTaskRuns} />
            </Panel>
          ) : null}
          <Panel flush title="Node runs">
            <NodeRunTable page={nodeRuns} wfRunId={run.id} {...nodePages} />
          </Panel>
          {taskRuns.results.length > 0 ? (
            <Panel flush title="Tasks">
              <TaskRunList taskRuns={taskRuns.results} />
              <Rest page={taskRuns} />
            </Panel>
          ) : null}
        </div>

        <div className="grid min-w-0 gap-6 max-xl:order-first max-xl:md:grid-cols-2">
          <Panel title="Run">
            <DescriptionList>
              <DescriptionItem term="WfSpec">
                <TextLink href={`/admin/wf-specs/${run.wfSpecName}?version=${run.majorVersion}.${run.revision}`}>
                  {run.wfSpecName}
                </TextLink>{' '}
                <span className="text-muted">
                  {run.majorVersion}.{run.revision}
                </span>
              </DescriptionItem>
              {run.parentWfRunId === null ? null : (
                <DescriptionItem term="Child of">
                  <TextLink href={`/admin/wf-runs/${run.parentWfRunId}`}>{run.parentWfRunId}</TextLink>
                </DescriptionItem>
              )}
              {run.requester === null ? null : (
                <DescriptionItem term="Requester">
                  <Owner name={run.requester} />
                </DescriptionItem>
              )}
              <DescriptionItem term="Started">
                <AbsoluteTime at={run.startedAt} />
              </DescriptionItem>
              {run.endedAt === null ? null : (
                <DescriptionItem term="Ended">
                  <AbsoluteTime at={run.endedAt} />
                </DescriptionItem>
              )}
              <DescriptionItem term="Took">
                <Lasted from={run.startedAt} to={run.endedAt} />
              </DescriptionItem>
              <DescriptionItem term="Id">
                <span className="flex items-center gap-1">
                  <span className="truncate font-mono text-xs">{run.id}</span>
                  <CopyButton value={run.id} label="Copy WfRun id" />
                </span>
              </DescriptionItem>
            </DescriptionList>
          </Panel>
          <Panel title="Threads">
            <ul className="grid gap-3">
              {run.threadRuns.map((thread) => (
                <li key={thread.number} className="grid gap-0.5 text-sm">
                  <span className="flex items-center justify-between gap-3">
                    <span className="truncate font-medium">
                      {thread.number > 0 ? <span className="text-muted tabular-nums">{thread.number} </span> : null}
                      {thread.threadSpecName}
                    </span>
                    <RunStatus bare status={thread.status} />
                  </span>
                  <span className="text-muted wrap-anywhere">
                    {isEnded(thread.status) ? 'ended at' : 'at'} {thread.currentNodeName}
                    {thread.parentThreadRunNumber === null
                      ? null
                      : ` · ${KINDS[thread.type]} ${thread.parentThreadRunNumber}`}
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title="Variables" className="max-xl:md:col-span-2">
            <VariableTable variables={variables.results} />
            <Rest page={variables} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Rest({ page }: { page: Page<unknown> }) {
  if (page.bookmark === null) return null;
  return <p className="px-4 py-2.5 text-muted text-sm">The first {page.results.length}; the API lists them all.</p>;
}
