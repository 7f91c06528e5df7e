// WfSpecs as rows, with what each names. A deleted version keeps its row, so that its number is never given to another.
import type { JsonObject } from '#contracts/json.ts';
import type { WfSpec, WfSpecId } from '#contracts/wf-spec.ts';
import { isDuplicate, isReferenceFault } from './database-error.ts';
import { wfSpecOf } from './definition-rows.ts';
import type { WfSpecModel } from './generated/models.ts';
import { likePrefix, type NamePage } from './name-page.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';

export type WfSpecUses = { taskDefs: string[]; userTaskDefs: { name: string; version: number }[] };

/** Stores a version: TAKEN when another put it first, MISSING when something that it names was deleted meanwhile. */
export async function insertWfSpec(
  { prisma }: Store,
  tenantId: string,
  { name, majorVersion, revision }: WfSpecId,
  body: JsonObject,
  uses: WfSpecUses,
): Promise<'CREATED' | 'TAKEN' | 'MISSING'> {
  const key = { tenantId, wfSpecName: name, majorVersion, revision };
  try {
    await prisma.$transaction([
      prisma.wfSpec.create({ data: { tenantId, name, majorVersion, revision, body } }),
      prisma.wfSpecTaskDef.createMany({ data: uses.taskDefs.map((taskDefName) => ({ ...key, taskDefName })) }),
      prisma.wfSpecUserTaskDef.createMany({
        data: uses.userTaskDefs.map((form) => ({
          ...key,
          userTaskDefName: form.name,
          userTaskDefVersion: form.version,
        })),
      }),
    ]);
    return 'CREATED';
  } catch (error) {
    if (isDuplicate(error)) return 'TAKEN';
    if (isReferenceFault(error)) return 'MISSING';
    throw error;
  }
}

const LATEST: Statement = {
  name: 'find-latest-wf-spec',
  text: `
SELECT name, major_version AS "majorVersion", revision FROM wf_spec
WHERE tenant_id = $1 AND name = $2 AND deleted_at IS NULL
  AND ($3::int IS NULL OR major_version = $3) AND ($4::int IS NULL OR revision = $4)
ORDER BY major_version DESC, revision DESC LIMIT 1`,
};

/** Which version runs: the latest of those that are asked for. */
export async function findLatestWfSpecId(
  { pool }: Store,
  tenantId: string,
  wanted: { name: string; majorVersion?: number | undefined; revision?: number | undefined },
): Promise<WfSpecId | null> {
  const { name, majorVersion = null, revision = null } = wanted;
  const [id] = await run<WfSpecId>(pool, LATEST, [tenantId, name, majorVersion, revision]);
  return id ?? null;
}

export async function findWfSpec({ prisma }: Store, tenantId: string, id: WfSpecId): Promise<WfSpec | null> {
  const { name, majorVersion, revision } = id;
  const row = await prisma.wfSpec.findFirst({ where: { tenantId, name, majorVersion, revision, deletedAt: null } });
  return row && wfSpecOf(row);
}

/** Every number that a name has used, deleted ones too. */
export async function usedWfSpecVersions(
  { prisma }: Store,
  tenantId: string,
  name: string,
): Promise<{ majorVersion: number; revision: number }[]> {
  return prisma.wfSpec.findMany({ where: { tenantId, name }, select: { majorVersion: true, revision: true } });
}

/** One page by name, each WfSpec in its latest version. */
export async function listWfSpecs(
  { prisma }: Store,
  tenantId: string,
  { prefix, after, take }: NamePage,
): Promise<WfSpec[]> {
  const rows = await prisma.$queryRaw<WfSpecModel[]>`
    SELECT DISTINCT ON (name) tenant_id AS "tenantId", name, major_version AS "majorVersion", revision, body,
      created_at AS "createdAt", deleted_at AS "deletedAt"
    FROM wf_spec
    WHERE tenant_id = ${tenantId} AND deleted_at IS NULL AND name LIKE ${`${likePrefix(prefix)}%`}
      AND name > ${after ?? ''}
    ORDER BY name, major_version DESC, revision DESC LIMIT ${take}`;
  return rows.map(wfSpecOf);
}

/** One page of versions below `before`, newest first. */
export async function listWfSpecVersions(
  { prisma }: Store,
  tenantId: string,
  name: string,
  { before, take }: { before: { majorVersion: number; revision: number } | null; take: number },
): Promise<WfSpec[]> {
  const older = before && [
    { majorVersion: { lt: before.majorVersion } },
    { majorVersion: before.majorVersion, revision: { lt: before.revision } },
  ];
  const rows = await prisma.wfSpec.findMany({
    where: { tenantId, name, deletedAt: null, ...(older && { OR: older }) },
    orderBy: [{ majorVersion: 'desc' }, { revision: 'desc' }],
    take,
  });
  return rows.map(wfSpecOf);
}

/** Deletes a version that never ran: IN_USE when it has a run, of any status. */
export async function deleteWfSpec(
  { prisma, definitions }: Store,
  tenantId: string,
  id: WfSpecId,
): Promise<'DELETED' | 'NOT_FOUND' | 'IN_USE'> {
  const { name, majorVersion, revision } = id;
  const key = { tenantId, wfSpecName: name, majorVersion, revision };
  const outcome = await prisma.$transaction(async (tx) => {
    // Waits for steps under way and keeps others out: no run can begin between the look and the deletion.
    await tx.$executeRaw`LOCK TABLE wf_family IN SHARE MODE`;
    if (await tx.wfRun.findFirst({ where: key, select: { id: true } })) return 'IN_USE';
    const { count } = await tx.wfSpec.updateMany({
      where: { tenantId, name, majorVersion, revision, deletedAt: null },
      data: { deletedAt: new Date() },
    });
    await tx.wfSpecTaskDef.deleteMany({ where: key });
    await tx.wfSpecUserTaskDef.deleteMany({ where: key });
    return count > 0 ? 'DELETED' : 'NOT_FOUND';
  });
  if (outcome === 'DELETED') definitions.forget(tenantId, id);
  return outcome;
}
