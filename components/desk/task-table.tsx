'use client';

import { type MouseEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { isFinished } from '#contracts/user-task-status.ts';
import { keyOf } from '../bulk/bulk.ts';
import { GroupName, HolderName } from '../people/person-name.tsx';
import { Badge } from '../ui/badge.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { RowLink, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { TaskStatus } from '../user-task/task-status.tsx';
import { useTaskTitle } from '../user-task/use-task-title.ts';
import { DueDate } from './due-date.tsx';
import type { Selection } from './use-selection.ts';

export type TaskTableProps = { tasks: readonly UserTaskRunSummary[]; selection?: Selection };

/** Tasks as rows; on phones a row stacks what it says. Shift takes all rows from the one ticked last. */
export function TaskTable({ tasks, selection }: TaskTableProps) {
  const t = useTranslations('desk.tasks');
  const titleOf = useTaskTitle();
  const isShift = useRef(false);
  const last = useRef<number>(undefined);
  const selected = selection ? tasks.filter(selection.has).length : 0;

  function tick(index: number, isOn: boolean) {
    const from = isShift.current ? (last.current ?? index) : index;
    selection?.set(tasks.slice(Math.min(from, index), Math.max(from, index) + 1), isOn);
    last.current = index;
  }

  const watchShift = (event: MouseEvent) => {
    isShift.current = event.shiftKey;
  };
  return (
    <Table label={t('label')}>
      <TableHead>
        {selection ? (
          <TableHeader className="w-10">
            <Checkbox
              aria-label={t('selectPage')}
              checked={selected === 0 ? false : selected === tasks.length ? true : 'indeterminate'}
              onCheckedChange={() => selection.set(tasks, selected < tasks.length)}
            />
          </TableHeader>
        ) : null}
        <TableHeader>{t('task')}</TableHeader>
        <TableHeader className="max-md:hidden">{t('status')}</TableHeader>
        <TableHeader className="max-md:hidden">{t('holder')}</TableHeader>
        <TableHeader className="max-xl:hidden">{t('definition')}</TableHeader>
        <TableHeader className="max-lg:hidden">{t('due')}</TableHeader>
        <TableHeader numeric className="max-lg:hidden">
          {t('priority')}
        </TableHeader>
        <TableHeader className="max-md:hidden">{t('created')}</TableHeader>
      </TableHead>
      <TableBody>
        {tasks.map((task, index) => (
          <TableRow key={keyOf(task)} {...(selection?.has(task) && { className: 'bg-accent-soft' })}>
            {selection ? (
              <TableCell className="w-10 align-top max-md:pt-3 md:align-middle">
                {/* Above the link that covers the row. */}
                <Checkbox
                  className="z-1"
                  aria-label={t('select', {
                    title: task.context ? `${titleOf(task)}, ${task.context}` : titleOf(task),
                  })}
                  checked={selection.has(task)}
                  onClickCapture={watchShift}
                  onCheckedChange={(isOn) => tick(index, isOn === true)}
                />
              </TableCell>
            ) : null}
            <TableCell className="w-full max-w-0 max-lg:whitespace-normal! md:min-w-56">
              <RowLink
                href={`/tasks/${task.wfRunId}/${task.guid}?from=admin`}
                title={titleOf(task)}
                className="block truncate"
              >
                {titleOf(task)}
              </RowLink>
              {task.context ? <span className="block truncate text-muted text-xs">{task.context}</span> : null}
              <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs md:hidden">
                <TaskStatus bare status={task.status} />
                <HolderName owners={task} />
                {task.suspendedAt === null ? null : <Badge tone="warning">{t('onHold')}</Badge>}
                {/* The one date that matters now, named where its column is not. */}
                {task.dueAt === null || isFinished(task.status) ? (
                  <span className="text-muted">
                    {t.rich('createdWhen', { when: () => <RelativeTime key="when" at={task.createdAt} /> })}
                  </span>
                ) : (
                  <span className="text-muted">
                    {t.rich('dueWhen', { when: () => <DueDate key="when" task={task} /> })}
                  </span>
                )}
              </span>
            </TableCell>
            <TableCell className="whitespace-nowrap max-md:hidden">
              <TaskStatus bare status={task.status} />
              {task.suspendedAt === null ? null : <span className="block text-muted text-xs">{t('onHold')}</span>}
            </TableCell>
            <TableCell className="max-w-48 max-md:hidden">
              <HolderName owners={task} />
              {task.userId !== null && task.userGroup !== null ? (
                <GroupName name={task.userGroup} className="flex text-muted text-xs" />
              ) : null}
            </TableCell>
            <TableCell className="max-w-48 text-muted max-xl:hidden">
              <span className="flex items-baseline gap-1">
                <span title={task.userTaskDefName} className="truncate">
                  {task.userTaskDefName}
                </span>
                <span className="text-xs">v{task.userTaskDefVersion}</span>
              </span>
            </TableCell>
            <TableCell className="whitespace-nowrap max-lg:hidden">
              <DueDate task={task} />
            </TableCell>
            <TableCell numeric className="max-lg:hidden">
              {task.priority === 50 ? <span className="text-muted">{task.priority}</span> : task.priority}
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted max-md:hidden">
              <RelativeTime at={task.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
