'use client';

import { useTranslations } from 'use-intl';
import type { TaskAttempt, TaskRun } from '#contracts/task-run.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { JsonView } from '../ui/json-view.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { Lasted } from './lasted.tsx';
import { TaskRunStatus } from './task-run-status.tsx';

/** The work given to programs: what they got, and what came of every attempt, with what was logged. */
export function TaskRunList({ taskRuns, wfRunId }: { taskRuns: readonly TaskRun[]; wfRunId: string }) {
  const t = useTranslations('runs.run');
  return (
    <ul aria-label={t('taskRuns')} className="divide-y divide-line">
      {taskRuns.map((taskRun) => (
        <li
          key={taskRun.guid}
          id={`task-${taskRun.guid}`}
          className="grid grid-cols-1 gap-3 px-4 py-3.5 target:bg-accent-soft"
        >
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <h3 className="font-medium">
              <TextLink quiet href={`/admin/task-defs/${taskRun.taskDefName}`}>
                {taskRun.taskDefName}
              </TextLink>
            </h3>
            <TaskRunStatus status={taskRun.status} />
            {taskRun.userTask ? (
              <TextLink quiet href={`/tasks/${wfRunId}/${taskRun.userTask.guid}?from=admin`} className="text-xs">
                {t('reminder', { guid: taskRun.userTask.guid })}
              </TextLink>
            ) : null}
            <span className="ml-auto text-muted text-xs tabular-nums">
              {t('attempts', { done: taskRun.attempts.length, most: `${taskRun.totalAttempts}` })}
            </span>
          </div>
          {taskRun.inputs.length > 0 ? (
            <JsonView
              label={t('inputsOf', { name: taskRun.taskDefName })}
              value={Object.fromEntries(taskRun.inputs.map(({ name, value }) => [name, value]))}
            />
          ) : null}
          <ol className="grid grid-cols-1 gap-3">
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

function AttemptView({ attempt }: { attempt: TaskAttempt }) {
  const t = useTranslations('runs.run');
  const number = `${attempt.number + 1}`;
  return (
    <div className="grid grid-cols-1 gap-2 border-line-strong border-l-2 pl-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
        <span className="font-medium">{t('attempt', { number })}</span>
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
      {attempt.output === null ? null : <JsonView label={t('outputOf', { number })} value={attempt.output} />}
      {attempt.logOutput === null ? null : <CodeBlock label={t('logOf', { number })} code={attempt.logOutput} />}
    </div>
  );
}
