import type { ReactNode } from 'react';
import { PeopleProvider } from '#components/people/people-provider.tsx';
import type { TaskDetailProps } from '#components/user-task/task-detail.tsx';
import { TaskPage } from '#components/user-task/task-page.tsx';
import { peopleOf } from '#components/user-task/task-story.ts';
import type { UserPrincipal } from '#contracts/principal.ts';
import { find } from '../read.ts';
import { readNames } from '../read-names.ts';
import { nextUserTaskRun } from './actions.ts';
import { taskActions } from './task-actions.ts';

export type TaskViewProps = Pick<TaskDetailProps, 'back' | 'pageHref'> & {
  person: UserPrincipal;
  id: { wfRunId: string; guid: string };
  /** In place of a task that is not there for this person. */
  missing: () => ReactNode;
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
        next={nextUserTaskRun}
        {...header}
      />
    </PeopleProvider>
  );
}
