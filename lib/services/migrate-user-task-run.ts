// Migrate: an open task goes on with a newer version of its form.
import { changeUserTask } from './change-user-task.ts';
import type { Service } from './context.ts';

export const migrateUserTaskRun: Service<'migrateUserTaskRun'> = (context, input) => {
  const { principal } = context;
  const { userTaskDefVersion } = input;
  return changeUserTask(context, input, {
    verb: 'migrate',
    userId: null,
    command: (on) => ({
      ...on,
      type: 'MigrateUserTask',
      userId: principal.kind === 'user' ? principal.userId : principal.name,
      userTaskDefVersion,
    }),
  });
};
