import type { ReactNode } from 'react';
import { PeopleProvider } from '#components/people/people-provider.tsx';
import type { TaskActions } from '#components/user-task/task-actions.ts';
import type { TaskDetailProps } from '#components/user-task/task-detail.tsx';
import { TaskPage } from '#components/user-task/task-page.tsx';
import { peopleOf } from '#components/user-task/task-story.ts';
import type { UserPrincipal } from '#contracts/principal.ts';
import { find } from '../read.ts';
import { readNames } from '../read-names.ts';
import * as actions from './actions.ts';

export type TaskViewProps = Pick<TaskDetailProps, 'back' | 'pageHref'> & {
  person: UserPrincipal;
  id: { wfRunId: string; guid: string };
  /** In place of a task that is not there for this person. */
  missing: () => ReactNode;
};

/** All that may be done to a task. */
const taskActions: TaskActions = {
  claim: actions.claimUserTaskRun,
  release: actions.releaseUserTaskRun,
  handOver: actions.handOverUserTaskRun,
  takeOver: actions.takeOverUserTaskRun,
  undo: actions.undoUserTaskRun,
  save: actions.saveUserTaskRun,
  complete: actions.completeUserTaskRun,
  assign: actions.assignUserTaskRun,
  cancel: actions.cancelUserTaskRun,
  fireHook: actions.fireUserTaskHook,
  postponeHook: actions.postponeUserTaskHook,
  disarmHook: actions.disarmUserTaskHook,
  addComment: actions.addComment,
  editComment: actions.editComment,
  deleteComment: actions.deleteComment,
};

/** A task as it is now, with all that may be done to it; from then on it follows what becomes of it. */
export async function TaskView({ person, id, missing, ...header }: TaskViewProps) {
  const found = await find(person, 'getUserTaskRun', id);
  if (!found) return missing();
  const { userId, groups, isAdmin } = person;
  return (
    <PeopleProvider people={await readNames(person, peopleOf(found.output))}>
      <TaskPage
        key={`${id.wfRunId}/${id.guid}`}
        task={found.output}
        reader={{ userId, groups, isAdmin }}
        actions={taskActions}
        next={actions.nextUserTaskRun}
        {...header}
      />
    </PeopleProvider>
  );
}
