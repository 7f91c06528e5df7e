// Definitions as rows, put once and deleted only while nothing uses them: the foreign keys of their uses see to that.
import type { JsonObject } from '#contracts/json.ts';
import { isDuplicate, isReferenceFault } from './database-error.ts';
import type { DefinitionId, DefinitionKind } from './definition-rows.ts';
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

/** What forbids a deletion, a few of them: definitions by name and version, or a WfRun. */
export type InUse = { usedBy: DefinitionId[]; wfRunId: string | null };

const SHOWN = 3;

/** Deletes one version, unless a definition uses it or there is a WfRun of it, of any status. */
export async function deleteDefinition(
  { prisma, definitions }: Store,
  tenantId: string,
  id: DefinitionId,
): Promise<'DELETED' | 'NOT_FOUND' | InUse> {
  const key = { tenantId, ...id };
  try {
    const outcome = await prisma.$transaction(async (tx) => {
      if (id.kind === 'WfSpec') {
        // Waits for steps under way and keeps others out: no run can begin between the look and the deletion.
        await tx.$executeRaw`LOCK TABLE wf_family IN SHARE MODE`;
        const where = { tenantId, wfSpecName: id.name, majorVersion: id.major, revision: id.revision };
        const ofSpec = await tx.wfRun.findFirst({ where, select: { id: true } });
        if (ofSpec) return { usedBy: [], wfRunId: ofSpec.id };
      }
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
    };
  }
}
