// Definitions in memory: a WfSpec version with all that it names. None of it ever changes, so it is kept until there are too many.
import type { WfSpecId } from '#contracts/wf-spec.ts';
import type { World } from '#engine/world.ts';
import { definitionOf } from './definition-rows.ts';
import type { PrismaClient } from './generated/client.ts';

const MAX_SPECS = 1000;

export type DefinitionCache = {
  /** The world of a family pinned to these WfSpecs. One that does not exist is absent from it. */
  world: (tenantId: string, ids: WfSpecId[]) => Promise<World>;
  /** For when a WfSpec turned out to be deleted. */
  forget: (tenantId: string, id: WfSpecId) => void;
};

export function createDefinitionCache(prisma: PrismaClient): DefinitionCache {
  const worlds = new Map<string, Promise<World | null>>();

  const worldOf = (tenantId: string, id: WfSpecId): Promise<World | null> => {
    const key = keyOf(tenantId, id);
    const cached = worlds.get(key);
    if (cached) return cached;
    const loading = loadWorld(prisma, tenantId, id);
    worlds.set(key, loading);
    const [oldest] = worlds.keys();
    if (oldest !== undefined && worlds.size > MAX_SPECS) worlds.delete(oldest);
    const forget = () => worlds.delete(key);
    loading.then((world) => world ?? forget(), forget);
    return loading;
  };

  return {
    world: async (tenantId, ids) => join(await Promise.all(ids.map((id) => worldOf(tenantId, id)))),
    forget: (tenantId, id) => {
      worlds.delete(keyOf(tenantId, id));
    },
  };
}

const keyOf = (tenantId: string, { name, majorVersion, revision }: WfSpecId): string =>
  JSON.stringify([tenantId, name, majorVersion, revision]);

const formKey = (name: string, version: number): string => `${name} ${version}`;

async function loadWorld(prisma: PrismaClient, tenantId: string, id: WfSpecId): Promise<World | null> {
  const key = { tenantId, kind: 'WfSpec', name: id.name, major: id.majorVersion, revision: id.revision } as const;
  const row = await prisma.definition.findUnique({
    where: { tenantId_kind_name_major_revision: key },
    include: { uses: { include: { used: true } } },
  });
  if (!row) return null;
  const wfSpec = definitionOf({ ...row, kind: 'WfSpec' });
  const used = row.uses.map((use) => use.used);
  const taskDefs = new Map(
    used.flatMap((one) => (one.kind === 'TaskDef' ? [[one.name, definitionOf({ ...one, kind: 'TaskDef' })]] : [])),
  );
  const forms = new Map(
    used.flatMap((one) =>
      one.kind === 'UserTaskDef' ? [[formKey(one.name, one.major), definitionOf({ ...one, kind: 'UserTaskDef' })]] : [],
    ),
  );
  return {
    wfSpec: (wanted) => (keyOf(tenantId, wanted) === keyOf(tenantId, wfSpec) ? wfSpec : undefined),
    taskDef: (wanted) => taskDefs.get(wanted),
    userTaskDef: (wanted, version) => forms.get(formKey(wanted, version)),
  };
}

function join(found: (World | null)[]): World {
  const worlds = found.filter((world) => world !== null);
  const [only] = worlds;
  if (only && worlds.length === 1) return only;
  const first = <T>(look: (world: World) => T | undefined): T | undefined => {
    for (const world of worlds) {
      const hit = look(world);
      if (hit) return hit;
    }
    return undefined;
  };
  return {
    wfSpec: (id) => first((world) => world.wfSpec(id)),
    taskDef: (name) => first((world) => world.taskDef(name)),
    userTaskDef: (name, version) => first((world) => world.userTaskDef(name, version)),
  };
}
