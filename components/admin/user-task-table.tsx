import { ClipboardList } from 'lucide-react';
import type { Page } from '#contracts/pagination.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Panel } from '../ui/panel.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { RowLink, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { Owner } from '../user-task/owner.tsx';
import { TaskStatus } from '../user-task/task-status.tsx';

export type UserTaskTableProps = {
  page: Page<UserTaskRunSummary>;
  nextHref?: string | undefined;
  firstHref?: string | undefined;
  narrowed: boolean;
};

/** User tasks of everybody. */
export function UserTaskTable({ page, nextHref, firstHref, narrowed }: UserTaskTableProps) {
  if (page.results.length === 0) {
    return (
      <Panel>
        <EmptyState icon={<ClipboardList />} title={narrowed ? 'No user task matches' : 'No user task yet'}>
          <p>{narrowed ? 'Try fewer filters.' : 'When a WfRun needs a person, its task appears here.'}</p>
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel flush>
      <UserTaskRows tasks={page.results} />
      <Pagination label="User tasks" nextHref={nextHref} firstHref={firstHref} />
    </Panel>
  );
}

/** The table itself, for a panel of someone else's. */
export function UserTaskRows({
  tasks,
  contained = false,
}: {
  tasks: readonly UserTaskRunSummary[];
  contained?: boolean;
}) {
  const nobody = <span className="text-muted">–</span>;
  return (
    <Table label="User tasks" contained={contained}>
      <TableHead>
        <TableHeader>Task</TableHeader>
        <TableHeader>Status</TableHeader>
        <TableHeader>Person</TableHeader>
        <TableHeader>Group</TableHeader>
        <TableHeader>UserTaskDef</TableHeader>
        <TableHeader>Created</TableHeader>
      </TableHead>
      <TableBody>
        {tasks.map((task) => (
          <TableRow key={`${task.wfRunId}/${task.guid}`}>
            <TableCell className="min-w-56 max-w-96">
              <RowLink href={`/tasks/${task.wfRunId}/${task.guid}?from=admin`}>{task.title}</RowLink>
              {task.context ? <span className="block truncate text-muted text-xs">{task.context}</span> : null}
            </TableCell>
            <TableCell>
              <TaskStatus bare status={task.status} />
              {task.suspendedAt === null ? null : <span className="block text-muted text-xs">on hold</span>}
            </TableCell>
            <TableCell>{task.userId === null ? nobody : <Owner name={task.userId} />}</TableCell>
            <TableCell>{task.userGroup === null ? nobody : <Owner name={task.userGroup} kind="group" />}</TableCell>
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
