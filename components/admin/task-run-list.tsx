import type { TaskRun } from '#contracts/task-run.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { JsonView } from '../ui/json-view.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { Lasted } from './lasted.tsx';
import { TaskRunStatus } from './task-run-status.tsx';

type Attempt = TaskRun['attempts'][number];

/** The work given to programs: what they got, and what came of every attempt. */
export function TaskRunList({ taskRuns }: { taskRuns: readonly TaskRun[] }) {
  return (
    <ul className="divide-y divide-line">
      {taskRuns.map((taskRun) => (
        <li key={taskRun.guid} id={`task-${taskRun.guid}`} className="grid gap-3 px-4 py-3.5 target:bg-accent-soft">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <h3 className="font-medium">{taskRun.taskDefName}</h3>
            <TaskRunStatus status={taskRun.status} />
            <span className="ml-auto text-muted text-xs tabular-nums">
              {taskRun.attempts.length} of at most {taskRun.totalAttempts}{' '}
              {taskRun.totalAttempts === 1 ? 'attempt' : 'attempts'}
            </span>
          </div>
          {taskRun.inputs.length > 0 ? (
            <JsonView
              label={`inputs of ${taskRun.taskDefName}`}
              value={Object.fromEntries(taskRun.inputs.map(({ name, value }) => [name, value]))}
            />
          ) : null}
          <ol className="grid gap-3">
            {taskRun.attempts.map((attempt) => (
              <li key={attempt.number}>
                <AttemptView attempt={attempt} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}

function AttemptView({ attempt }: { attempt: Attempt }) {
  const label = `attempt ${attempt.number + 1}`;
  return (
    <div className="grid gap-2 border-line-strong border-l-2 pl-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
        <span className="font-medium">Attempt {attempt.number + 1}</span>
        <TaskRunStatus status={attempt.status} />
        <span className="text-muted text-xs">
          <AbsoluteTime at={attempt.startedAt ?? attempt.scheduledAt} />
          {attempt.startedAt === null ? null : (
            <>
              {' · '}
              <Lasted from={attempt.startedAt} to={attempt.endedAt} />
            </>
          )}
          {attempt.workerId === null ? null : ` · ${attempt.workerId}`}
        </span>
      </p>
      {attempt.error ? (
        <p className="text-danger-ink wrap-anywhere">
          {attempt.error.type}: {attempt.error.message}
        </p>
      ) : null}
      {attempt.output === null ? null : <JsonView label={`output of ${label}`} value={attempt.output} />}
      {attempt.logOutput === null ? null : <CodeBlock label={`log of ${label}`} code={attempt.logOutput} />}
    </div>
  );
}
