'use client';

import { useTranslations } from 'use-intl';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { HolderName } from '../people/person-name.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { RowLink, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { TaskStatus } from '../user-task/task-status.tsx';
import { useTaskTitle } from '../user-task/use-task-title.ts';

/** The work that a run gave to people: who has it, how it stands, and the way to it. */
export function RunUserTasks({ tasks }: { tasks: readonly UserTaskRunSummary[] }) {
  const t = useTranslations('runs');
  const titleOf = useTaskTitle();
  return (
    <Table label={t('run.userTasks')} contained>
      <TableHead>
        <TableHeader>{t('run.task')}</TableHeader>
        <TableHeader>{t('list.status')}</TableHeader>
        <TableHeader>{t('run.owner')}</TableHeader>
        <TableHeader>{t('run.def')}</TableHeader>
        <TableHeader>{t('run.created')}</TableHeader>
      </TableHead>
      <TableBody>
        {tasks.map((task) => (
          <TableRow key={task.guid}>
            <TableCell className="min-w-56 max-w-96">
              <RowLink href={`/tasks/${task.wfRunId}/${task.guid}?from=admin`}>{titleOf(task)}</RowLink>
              {task.context ? <span className="block truncate text-muted text-xs">{task.context}</span> : null}
            </TableCell>
            <TableCell>
              <TaskStatus bare status={task.status} />
              {task.suspendedAt === null ? null : <span className="block text-muted text-xs">{t('run.onHold')}</span>}
            </TableCell>
            <TableCell>
              <HolderName owners={task} />
            </TableCell>
            <TableCell className="whitespace-nowrap">
              {task.userTaskDefName} <span className="text-muted">v{task.userTaskDefVersion}</span>
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <RelativeTime at={task.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
