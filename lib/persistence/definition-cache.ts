// Definitions in memory: WfSpec versions with all that they name. None of it ever changes, so it is kept until there is too much of it;
// what may change, which version is the latest and what does not exist, is believed for a second.

import type { ExternalEventDef, WorkflowEventDef } from '#contracts/event-def.ts';
import type { StructDef } from '#contracts/struct-def.ts';
import type { TaskDef } from '#contracts/task-def.ts';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import type { WfSpec, WfSpecId } from '#contracts/wf-spec.ts';
import { type Limits, type Needed, NotLoaded, type World } from '#engine/world.ts';
import { taskDefOf, userTaskDefOf, wfSpecOf } from './definition-rows.ts';
import type { PrismaClient } from './generated/client.ts';

const MAX_SPECS_PER_TENANT = 1000;
const MAX_TENANTS = 1000;
const BELIEVED_MS = 1000;

export type DefinitionCache = {
  /** What is loaded of a tenant: its look-ups throw NotLoaded for what has to be loaded first. */
  worldOf: (tenantId: string) => World;
  load: (tenantId: string, needed: Needed) => Promise<void>;
  /** The world with these WfSpecs loaded. One that does not exist is absent from it. */
  world: (tenantId: string, ids: WfSpecId[]) => Promise<World>;
  /** The latest version of a WfSpec, or the latest revision of a major version. */
  latest: (tenantId: string, name: string, majorVersion?: number) => Promise<WfSpecId | null>;
  /** For when a WfSpec version turned out to be deleted. */
  forget: (tenantId: string, id: WfSpecId) => void;
  /** For when this process put or deleted a version. */
  forgetLatest: (tenantId: string, name: string) => void;
};

type Kept<T> = { value: T | undefined; until: number };
type Tenant = {
  wfSpecs: Map<string, Kept<WfSpec>>;
  latest: Map<string, Kept<WfSpec>>;
  taskDefs: Map<string, Kept<TaskDef>>;
  userTaskDefs: Map<string, UserTaskDef>;
  externalEventDefs: Map<string, ExternalEventDef>;
  workflowEventDefs: Map<string, WorkflowEventDef>;
  structDefs: Map<string, StructDef>;
  world: World;
};

export function createDefinitionCache(prisma: PrismaClient, limits: Limits): DefinitionCache {
  const tenants = new Map<string, Tenant>();
  const loading = new Map<string, Promise<void>>();

  const tenantOf = (tenantId: string): Tenant => {
    let tenant = tenants.get(tenantId);
    if (tenant && tenant.wfSpecs.size <= MAX_SPECS_PER_TENANT) return tenant;
    if (tenants.size >= MAX_TENANTS) tenants.clear();
    tenant = emptyTenant(limits);
    tenants.set(tenantId, tenant);
    return tenant;
  };

  /** Those who need the same at once wait for one load. */
  const load = (tenantId: string, needed: Needed): Promise<void> => {
    const key = JSON.stringify([tenantId, needed]);
    const under = loading.get(key);
    if (under) return under;
    const begun = loadInto(prisma, tenantId, tenantOf(tenantId), needed).finally(() => loading.delete(key));
    loading.set(key, begun);
    return begun;
  };

  return {
    worldOf: (tenantId) => tenantOf(tenantId).world,
    load,
    world: async (tenantId, ids) => {
      const missing = ids.filter((id) => !isFresh(tenantOf(tenantId).wfSpecs.get(specKey(id))));
      await Promise.all(missing.map((id) => load(tenantId, { type: 'wfSpec', id })));
      return tenantOf(tenantId).world;
    },
    latest: async (tenantId, name, majorVersion) => {
      const key = latestKey(name, majorVersion);
      if (!isFresh(tenantOf(tenantId).latest.get(key))) await load(tenantId, { type: 'latestWfSpec', name, majorVersion });
      return tenantOf(tenantId).latest.get(key)?.value ?? null;
    },
    forget: (tenantId, id) => {
      tenantOf(tenantId).wfSpecs.delete(specKey(id));
      forgetLatest(tenantOf(tenantId), id.name);
    },
    forgetLatest: (tenantId, name) => forgetLatest(tenantOf(tenantId), name),
  };
}

const specKey = ({ name, majorVersion, revision }: WfSpecId): string => `${name} ${majorVersion} ${revision}`;
const versionKey = (name: string, version: number): string => `${name} ${version}`;
const latestKey = (name: string, majorVersion: number | undefined): string => `${name} ${majorVersion ?? ''}`;
const isFresh = (kept: Kept<unknown> | undefined): boolean => kept !== undefined && kept.until > performance.now();
const soon = (): number => performance.now() + BELIEVED_MS;

function forgetLatest({ latest }: Tenant, name: string): void {
  for (const key of latest.keys()) if (key.startsWith(`${name} `)) latest.delete(key);
}

function emptyTenant(limits: Limits): Tenant {
  const wfSpecs: Tenant['wfSpecs'] = new Map();
  const latest: Tenant['latest'] = new Map();
  const taskDefs: Tenant['taskDefs'] = new Map();
  const userTaskDefs: Tenant['userTaskDefs'] = new Map();
  const externalEventDefs: Tenant['externalEventDefs'] = new Map();
  const workflowEventDefs: Tenant['workflowEventDefs'] = new Map();
  const structDefs: Tenant['structDefs'] = new Map();
  const keptOrNeeded = <T>(kept: Kept<T> | undefined, needed: () => Needed): T | undefined => {
    if (!kept || kept.until <= performance.now()) throw new NotLoaded(needed());
    return kept.value;
  };
  const world: World = {
    wfSpec: (id) => keptOrNeeded(wfSpecs.get(specKey(id)), () => ({ type: 'wfSpec', id })),
    latestWfSpec: (name, majorVersion) =>
      keptOrNeeded(latest.get(latestKey(name, majorVersion)), () => ({ type: 'latestWfSpec', name, majorVersion })),
    taskDef: (name) => keptOrNeeded(taskDefs.get(name), () => ({ type: 'taskDef', name })),
    userTaskDef: (name, version) => userTaskDefs.get(versionKey(name, version)),
    externalEventDef: (name) => externalEventDefs.get(name),
    workflowEventDef: (name) => workflowEventDefs.get(name),
    structDef: (name, version) => structDefs.get(versionKey(name, version)),
    limits,
  };
  return { wfSpecs, latest, taskDefs, userTaskDefs, externalEventDefs, workflowEventDefs, structDefs, world };
}

async function loadInto(prisma: PrismaClient, tenantId: string, tenant: Tenant, needed: Needed): Promise<void> {
  switch (needed.type) {
    case 'wfSpec':
      await loadSpec(prisma, tenantId, tenant, needed.id);
      return;
    case 'latestWfSpec': {
      const { name, majorVersion } = needed;
      const row = await prisma.wfSpec.findFirst({
        where: { tenantId, name, deletedAt: null, ...(majorVersion !== undefined && { majorVersion }) },
        orderBy: [{ majorVersion: 'desc' }, { revision: 'desc' }],
      });
      const kept = tenant.wfSpecs.get(row ? specKey(row) : '');
      const value = row ? (kept?.value ?? (await loadSpec(prisma, tenantId, tenant, row))) : undefined;
      tenant.latest.set(latestKey(name, majorVersion), { value, until: soon() });
      return;
    }
    case 'taskDef': {
      const row = await prisma.taskDef.findUnique({ where: { tenantId_name: { tenantId, name: needed.name } } });
      tenant.taskDefs.set(needed.name, { value: row ? taskDefOf(row) : undefined, until: soon() });
    }
  }
}

/** Loads a version with all that it names; that stays, since what a WfSpec names is not deleted while it is there. */
async function loadSpec(
  prisma: PrismaClient,
  tenantId: string,
  tenant: Tenant,
  { name, majorVersion, revision }: WfSpecId,
): Promise<WfSpec | undefined> {
  const row = await prisma.wfSpec.findUnique({
    where: { tenantId_name_majorVersion_revision: { tenantId, name, majorVersion, revision }, deletedAt: null },
    include: { taskDefs: { include: { taskDef: true } }, userTaskDefs: { include: { userTaskDef: true } } },
  });
  const value = row ? wfSpecOf(row) : undefined;
  for (const { taskDef } of row?.taskDefs ?? []) {
    tenant.taskDefs.set(taskDef.name, { value: taskDefOf(taskDef), until: Number.POSITIVE_INFINITY });
  }
  for (const { userTaskDef: form } of row?.userTaskDefs ?? []) {
    tenant.userTaskDefs.set(versionKey(form.name, form.version), userTaskDefOf(form));
  }
  const until = value ? Number.POSITIVE_INFINITY : soon();
  tenant.wfSpecs.set(specKey({ name, majorVersion, revision }), { value, until });
  return value;
}
