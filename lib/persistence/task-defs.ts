// TaskDefs as rows: put once, never changed, deleted only while no WfSpec names them.
import type { JsonObject } from '#contracts/json.ts';
import type { TaskDef } from '#contracts/task-def.ts';
import { isDuplicate, isReferenceFault } from './database-error.ts';
import { taskDefOf } from './definition-rows.ts';
import { type NamePage, namesAfter } from './name-page.ts';
import type { Store } from './store.ts';

/** False when there is one of this name already. */
export async function insertTaskDef(
  { prisma }: Store,
  tenantId: string,
  name: string,
  body: JsonObject,
): Promise<boolean> {
  try {
    await prisma.taskDef.create({ data: { tenantId, name, body } });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

export async function findTaskDef({ prisma }: Store, tenantId: string, name: string): Promise<TaskDef | null> {
  const row = await prisma.taskDef.findUnique({ where: { tenantId_name: { tenantId, name } } });
  return row && taskDefOf(row);
}

export async function findTaskDefs({ prisma }: Store, tenantId: string, names: string[]): Promise<TaskDef[]> {
  return (await prisma.taskDef.findMany({ where: { tenantId, name: { in: names } } })).map(taskDefOf);
}

/** One page by name. */
export async function listTaskDefs({ prisma }: Store, tenantId: string, page: NamePage): Promise<TaskDef[]> {
  const where = { tenantId, name: namesAfter(page) };
  return (await prisma.taskDef.findMany({ where, orderBy: { name: 'asc' }, take: page.take })).map(taskDefOf);
}

/** Deletes one; `usedBy` names WfSpec versions that forbid it. */
export async function deleteTaskDef(
  { prisma }: Store,
  tenantId: string,
  name: string,
): Promise<{ deleted: boolean; usedBy: string[] }> {
  try {
    const { count } = await prisma.taskDef.deleteMany({ where: { tenantId, name } });
    return { deleted: count > 0, usedBy: [] };
  } catch (error) {
    if (!isReferenceFault(error)) throw error;
    const uses = await prisma.wfSpecTaskDef.findMany({ where: { tenantId, taskDefName: name }, take: 3 });
    return { deleted: false, usedBy: uses.map((use) => `${use.wfSpecName} ${use.majorVersion}.${use.revision}`) };
  }
}
