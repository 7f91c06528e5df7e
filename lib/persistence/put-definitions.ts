// Definitions as rows, put once and deleted only while nothing uses them: the foreign keys of their uses see to that.
import type { JsonObject } from '#contracts/json.ts';
import { isDuplicate, isReferenceFault } from './database-error.ts';
import type { DefinitionId, DefinitionKind } from './definition-rows.ts';
import type { Prisma } from './generated/client.ts';
import type { Store } from './store.ts';

/** Stores a version: TAKEN when it is there already, MISSING when something that it uses was deleted meanwhile. */
export async function insertDefinition(
  { prisma, definitions }: Store,
  tenantId: string,
  id: DefinitionId,
  body: JsonObject,
  uses: readonly DefinitionId[],
): Promise<'CREATED' | 'TAKEN' | 'MISSING'> {
  try {
    await prisma.$transaction([
      prisma.definition.create({ data: { tenantId, ...id, body } }),
      prisma.definitionUse.createMany({
        data: uses.map((used) => ({
          tenantId,
          ...id,
          usedKind: used.kind,
          usedName: used.name,
          usedMajor: used.major,
          usedRevision: used.revision,
        })),
      }),
    ]);
    if (id.kind === 'WfSpec') definitions.forgetLatest(tenantId, id.name);
    return 'CREATED';
  } catch (error) {
    if (isDuplicate(error)) return 'TAKEN';
    if (isReferenceFault(error)) return 'MISSING';
    throw error;
  }
}

/** What forbids a deletion, a few of them: definitions by name and version, or a WfRun or a schedule. */
export type InUse = { usedBy: DefinitionId[]; wfRunId: string | null; scheduleId: string | null };

const SHOWN = 3;

/** Deletes one version, unless a definition uses it, or a WfRun. */
export async function deleteDefinition(
  { prisma, definitions }: Store,
  tenantId: string,
  id: DefinitionId,
): Promise<'DELETED' | 'NOT_FOUND' | InUse> {
  const key = { tenantId, ...id };
  try {
    const outcome = await prisma.$transaction(async (tx) => {
      // Waits for steps under way and keeps others out: no run can begin to use it between the look and the deletion.
      await tx.$executeRaw`LOCK TABLE wf_family IN SHARE MODE`;
      const wfRunId = await findRunUsing(tx, tenantId, id);
      if (wfRunId !== null) return { usedBy: [], wfRunId, scheduleId: null };
      const scheduleId = id.kind === 'WfSpec' ? await findScheduleOf(tx, tenantId, id) : null;
      if (scheduleId !== null) return { usedBy: [], wfRunId, scheduleId };
      const { count } = await tx.definition.deleteMany({ where: key });
      if (count === 0) return 'NOT_FOUND';
      await tx.retiredVersion.createMany({ data: [key], skipDuplicates: true });
      return 'DELETED';
    });
    if (outcome === 'DELETED' && id.kind === 'WfSpec') {
      definitions.forget(tenantId, { name: id.name, majorVersion: id.major, revision: id.revision });
    }
    return outcome;
  } catch (error) {
    if (!isReferenceFault(error)) throw error;
    const where = { tenantId, usedKind: id.kind, usedName: id.name, usedMajor: id.major, usedRevision: id.revision };
    const uses = await prisma.definitionUse.findMany({ where, take: SHOWN });
    return {
      // The check of the table keeps other kinds out.
      usedBy: uses.map(({ kind, name, major, revision }) => ({ kind: kind as DefinitionKind, name, major, revision })),
      wfRunId: null,
      scheduleId: null,
    };
  }
}

/** A schedule that would find no version of its WfSpec any more. */
async function findScheduleOf(
  tx: Prisma.TransactionClient,
  tenantId: string,
  { name, major, revision }: DefinitionId,
): Promise<string | null> {
  const [schedule] = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM scheduled_wf_run s
    WHERE s.tenant_id = ${tenantId} AND s.wf_spec_name = ${name}
      AND coalesce(s.major_version, ${major}) = ${major} AND coalesce(s.revision, ${revision}) = ${revision}
      AND NOT EXISTS (
        SELECT FROM definition d
        WHERE d.tenant_id = s.tenant_id AND d.kind = 'WfSpec' AND d.name = s.wf_spec_name
          AND (d.major, d.revision) <> (${major}, ${revision})
          AND d.major = coalesce(s.major_version, d.major) AND d.revision = coalesce(s.revision, d.revision)
      )
    LIMIT 1`;
  return schedule?.id ?? null;
}

/** A WfRun that uses a definition beside what its WfSpec says, which is a use by that. */
async function findRunUsing(
  tx: Prisma.TransactionClient,
  tenantId: string,
  { kind, name, major: majorVersion, revision }: DefinitionId,
): Promise<string | null> {
  switch (kind) {
    case 'WfSpec': {
      const where = { tenantId, wfSpecName: name, majorVersion, revision };
      return (await tx.wfRun.findFirst({ where, select: { id: true } }))?.id ?? null;
    }
    case 'TaskDef': {
      // By a name that was worked out.
      const where = { tenantId, taskDefName: name };
      return (await tx.taskQueue.findFirst({ where, select: { wfRunId: true } }))?.wfRunId ?? null;
    }
    case 'ExternalEventDef': {
      const where = { tenantId, defName: name, claimedThread: null };
      return (await tx.externalEvent.findFirst({ where, select: { wfRunId: true } }))?.wfRunId ?? null;
    }
    case 'UserTaskDef': {
      // Also a task that is finished is read with its form.
      const where = { tenantId, userTaskDefName: name, userTaskDefVersion: majorVersion };
      return (await tx.userTaskRun.findFirst({ where, select: { wfRunId: true } }))?.wfRunId ?? null;
    }
    case 'MigrationPlan': {
      // The plan keeps the version from being deleted that a run which it moved still refers to.
      const [run] = await tx.$queryRaw<{ id: string }[]>`
        SELECT r.id FROM definition_use u
        JOIN wf_run r ON r.tenant_id = u.tenant_id AND r.wf_spec_name = u.used_name AND r.major_version = u.used_major
          AND r.revision = u.used_revision
        WHERE u.tenant_id = ${tenantId} AND u.kind = ${kind} AND u.name = ${name} AND u.used_kind = 'WfSpec' LIMIT 1`;
      return run?.id ?? null;
    }
    default:
      return null;
  }
}
