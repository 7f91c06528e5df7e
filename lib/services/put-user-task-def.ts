// Put a UserTaskDef: identical to the latest version it is that one, else it is the next.
import { checkUserTaskDef } from '#contracts/form/check-user-task-def.ts';
import type { Service } from './context.ts';
import { putNextVersion } from './put-definition.ts';
import { RefusedError } from './refuse.ts';

export const putUserTaskDef: Service<'putUserTaskDef'> = (context, { name, latest: seen, ...body }) =>
  putNextVersion(
    context,
    'UserTaskDef',
    name,
    () => ({ errors: checkUserTaskDef(body), body }),
    (latest) => {
      if (seen === undefined || seen === (latest?.version ?? 'none')) return;
      const detail = latest
        ? `UserTaskDef ${name} has version ${latest.version} by now.`
        : `There is no UserTaskDef ${name} any more.`;
      throw new RefusedError({ code: 'ABORTED', detail, ...(latest && { current: latest }) });
    },
  );
