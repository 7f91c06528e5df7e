// Put a UserTaskDef: identical to the latest version it is that one, else it is the next.
import { jsonEquals } from '#contracts/json.ts';
import { userTaskDefBody } from '#contracts/user-task-def.ts';
import { findUserTaskDef, insertUserTaskDef } from '#persistence/user-task-defs.ts';
import type { Service } from './context.ts';
import { refuse } from './refuse.ts';
import { storedBody } from './stored-body.ts';

const MAX_TRIES = 5;

export const putUserTaskDef: Service<'putUserTaskDef'> = async ({ deps, principal }, { name, ...given }) => {
  const { store } = deps;
  const { tenantId } = principal;
  const body = storedBody(given);
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const latest = await findUserTaskDef(store, tenantId, name);
    if (latest) {
      const { name: _, version: __, createdAt: ___, ...rest } = latest;
      if (jsonEquals(storedBody(userTaskDefBody.parse(rest)), body)) return latest;
    }
    const version = latest ? latest.version + 1 : 0;
    if (!(await insertUserTaskDef(store, tenantId, { name, version }, body))) continue;
    const stored = await findUserTaskDef(store, tenantId, name, version);
    if (stored) return stored;
  }
  return refuse('ABORTED', `UserTaskDef ${name} is being changed by many at once. Try again.`);
};
