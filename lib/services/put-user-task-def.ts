// Put a UserTaskDef: identical to the latest version it is that one, else it is the next.
import type { Service } from './context.ts';
import { putNextVersion } from './put-definition.ts';

export const putUserTaskDef: Service<'putUserTaskDef'> = (context, { name, ...body }) =>
  putNextVersion(
    context,
    'UserTaskDef',
    name,
    () => ({ errors: [], body }),
    () => undefined,
  );
