import type { ReactNode } from 'react';
import { TaskDetail, type TaskDetailProps } from '#components/user-task/task-detail.tsx';
import type { UserPrincipal } from '#contracts/principal.ts';
import { find, read } from '../read.ts';
import * as actions from './actions.ts';

export type TaskViewProps = Pick<TaskDetailProps, 'back' | 'pageHref'> & {
  person: UserPrincipal;
  id: { wfRunId: string; guid: string };
  /** In place of a task that is not there for this person. */
  missing: () => ReactNode;
};

const taskActions: TaskDetailProps['actions'] = {
  claim: actions.claimUserTaskRun,
  release: actions.releaseUserTaskRun,
  save: actions.saveUserTaskRun,
  complete: actions.completeUserTaskRun,
  assign: actions.assignUserTaskRun,
  cancel: actions.cancelUserTaskRun,
  addComment: actions.addComment,
  editComment: actions.editComment,
  deleteComment: actions.deleteComment,
};

/** A task with all that may be done to it. */
export async function TaskView({ person, id, missing, ...header }: TaskViewProps) {
  const [found, directory] = await Promise.all([find(person, 'getUserTaskRun', id), readDirectory(person)]);
  if (!found) return missing();
  return (
    <TaskDetail
      key={`${id.wfRunId}/${id.guid}`}
      task={found.output}
      reader={{ userId: person.userId, isAdmin: person.isAdmin }}
      actions={taskActions}
      directory={directory}
      {...header}
    />
  );
}

/** Whom an admin may choose from when assigning; nobody else assigns. */
async function readDirectory(person: UserPrincipal): Promise<TaskDetailProps['directory']> {
  if (!person.isAdmin) return { users: [], groups: [] };
  const [users, groups] = await Promise.all([
    read(person, 'searchUsers', { limit: 200 }),
    read(person, 'searchGroups', { limit: 200 }),
  ]);
  return { users: users.results, groups: groups.results };
}
