// Put a UserTaskDef: identical to the latest version it is that one, else it is the next.
import { checkUserTaskDef } from '#contracts/form/check-user-task-def.ts';
import type { Service } from './context.ts';
import { putNextVersion } from './put-definition.ts';

export const putUserTaskDef: Service<'putUserTaskDef'> = (context, { name, ...body }) =>
  putNextVersion(
    context,
    'UserTaskDef',
    name,
    () => ({ errors: checkUserTaskDef(body), body }),
    () => undefined,
  );
