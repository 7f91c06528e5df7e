// Put a TaskDef: created once, and never changed.
import { jsonEquals } from '#contracts/json.ts';
import { taskDefBody } from '#contracts/task-def.ts';
import { findTaskDef, insertTaskDef } from '#persistence/task-defs.ts';
import type { Service } from './context.ts';
import { refuse } from './refuse.ts';
import { storedBody } from './stored-body.ts';

export const putTaskDef: Service<'putTaskDef'> = async ({ deps, principal }, { name, ...given }) => {
  const body = storedBody(given);
  await insertTaskDef(deps.store, principal.tenantId, name, body);
  const stored = await findTaskDef(deps.store, principal.tenantId, name);
  // Someone deleted it at once: then it was put, and the answer would be of no use.
  if (!stored) return refuse('ABORTED', `TaskDef ${name} was deleted at the same time.`);
  const { name: _, createdAt: __, ...rest } = stored;
  if (jsonEquals(storedBody(taskDefBody.parse(rest)), body)) return stored;
  return refuse('ALREADY_EXISTS', `There is another TaskDef ${name}, and a TaskDef never changes.`);
};
