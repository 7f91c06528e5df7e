// UserTaskDefs as rows: versions from 0, deleted one by one while no WfSpec is pinned to them.
import type { JsonObject } from '#contracts/json.ts';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import { isDuplicate, isReferenceFault } from './database-error.ts';
import { userTaskDefOf } from './definition-rows.ts';
import type { UserTaskDefModel } from './generated/models.ts';
import { likePrefix, type NamePage } from './name-page.ts';
import type { Store } from './store.ts';

/** False when this version is taken. */
export async function insertUserTaskDef(
  { prisma }: Store,
  tenantId: string,
  { name, version }: { name: string; version: number },
  body: JsonObject,
): Promise<boolean> {
  try {
    await prisma.userTaskDef.create({ data: { tenantId, name, version, body } });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Without a version the latest. */
export async function findUserTaskDef(
  { prisma }: Store,
  tenantId: string,
  name: string,
  version?: number,
): Promise<UserTaskDef | null> {
  const where = { tenantId, name, ...(version !== undefined && { version }) };
  const row = await prisma.userTaskDef.findFirst({ where, orderBy: { version: 'desc' } });
  return row && userTaskDefOf(row);
}

/** Every version of these forms. */
export async function findUserTaskDefs({ prisma }: Store, tenantId: string, names: string[]): Promise<UserTaskDef[]> {
  return (await prisma.userTaskDef.findMany({ where: { tenantId, name: { in: names } } })).map(userTaskDefOf);
}

/** One page by name, each form in its latest version. */
export async function listUserTaskDefs(
  { prisma }: Store,
  tenantId: string,
  { prefix, after, take }: NamePage,
): Promise<UserTaskDef[]> {
  const rows = await prisma.$queryRaw<UserTaskDefModel[]>`
    SELECT DISTINCT ON (name) tenant_id AS "tenantId", name, version, body, created_at AS "createdAt" FROM user_task_def
    WHERE tenant_id = ${tenantId} AND name LIKE ${`${likePrefix(prefix)}%`} AND name > ${after ?? ''}
    ORDER BY name, version DESC LIMIT ${take}`;
  return rows.map(userTaskDefOf);
}

/** One page of versions below `before`, newest first. */
export async function listUserTaskDefVersions(
  { prisma }: Store,
  tenantId: string,
  name: string,
  { before, take }: { before: number | null; take: number },
): Promise<UserTaskDef[]> {
  const where = { tenantId, name, ...(before !== null && { version: { lt: before } }) };
  return (await prisma.userTaskDef.findMany({ where, orderBy: { version: 'desc' }, take })).map(userTaskDefOf);
}

/** Deletes one version; `usedBy` names WfSpec versions that forbid it. */
export async function deleteUserTaskDef(
  { prisma }: Store,
  tenantId: string,
  name: string,
  version: number,
): Promise<{ deleted: boolean; usedBy: string[] }> {
  try {
    const { count } = await prisma.userTaskDef.deleteMany({ where: { tenantId, name, version } });
    return { deleted: count > 0, usedBy: [] };
  } catch (error) {
    if (!isReferenceFault(error)) throw error;
    const where = { tenantId, userTaskDefName: name, userTaskDefVersion: version };
    const uses = await prisma.wfSpecUserTaskDef.findMany({ where, take: 3 });
    return { deleted: false, usedBy: uses.map((use) => `${use.wfSpecName} ${use.majorVersion}.${use.revision}`) };
  }
}
