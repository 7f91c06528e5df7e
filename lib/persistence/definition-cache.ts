// Definitions in memory: WfSpec versions with all that they name. None of it ever changes, so it is kept until there is too much of it;
// what may change, which version is the latest and what does not exist, is believed for a second.

import type { ExternalEventDef, WorkflowEventDef } from '#contracts/event-def.ts';
import type { StructDef } from '#contracts/struct-def.ts';
import type { TaskDef } from '#contracts/task-def.ts';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import type { WfSpec, WfSpecId } from '#contracts/wf-spec.ts';
import { type Limits, type Needed, NotLoaded, type World } from '#engine/world.ts';
import type { Database } from './database.ts';
import { type DefinitionKind, type DefinitionRow, definitionOf } from './definition-rows.ts';
import { findDefinitions } from './definitions.ts';
import { run, type Statement } from './statement.ts';

const MAX_SPECS_PER_TENANT = 1000;
const MAX_TENANTS = 1000;
const BELIEVED_MS = 1000;

export type DefinitionCache = {
  /** What is loaded of a tenant: its look-ups throw NotLoaded for what has to be loaded first. */
  worldOf: (tenantId: string) => World;
  load: (tenantId: string, needed: Needed) => Promise<void>;
  /** The world with these WfSpecs loaded. One that does not exist is absent from it. */
  world: (tenantId: string, ids: WfSpecId[]) => Promise<World>;
  /** A version of a form. */
  userTaskDef: (tenantId: string, name: string, version: number) => Promise<UserTaskDef | null>;
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
  userTaskDefs: Map<string, Kept<UserTaskDef>>;
  externalEventDefs: Map<string, ExternalEventDef>;
  workflowEventDefs: Map<string, WorkflowEventDef>;
  structDefs: Map<string, StructDef>;
  world: World;
};

export function createDefinitionCache(database: Database, limits: Limits): DefinitionCache {
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
    if (under !== undefined) return under;
    const begun = loadInto(database, tenantId, tenantOf(tenantId), needed).finally(() => loading.delete(key));
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
    userTaskDef: async (tenantId, name, version) => {
      const key = versionKey(name, version);
      if (!isFresh(tenantOf(tenantId).userTaskDefs.get(key)))
        await load(tenantId, { type: 'userTaskDef', name, version });
      return tenantOf(tenantId).userTaskDefs.get(key)?.value ?? null;
    },
    latest: async (tenantId, name, majorVersion) => {
      const key = latestKey(name, majorVersion);
      if (!isFresh(tenantOf(tenantId).latest.get(key)))
        await load(tenantId, { type: 'latestWfSpec', name, majorVersion });
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
    userTaskDef: (name, version) =>
      keptOrNeeded(userTaskDefs.get(versionKey(name, version)), () => ({ type: 'userTaskDef', name, version })),
    externalEventDef: (name) => externalEventDefs.get(name),
    workflowEventDef: (name) => workflowEventDefs.get(name),
    structDef: (name, version) => structDefs.get(versionKey(name, version)),
    limits,
  };
  return { wfSpecs, latest, taskDefs, userTaskDefs, externalEventDefs, workflowEventDefs, structDefs, world };
}

async function loadInto(database: Database, tenantId: string, tenant: Tenant, needed: Needed): Promise<void> {
  switch (needed.type) {
    case 'wfSpec':
      await loadSpec(database, tenantId, tenant, needed.id);
      return;
    case 'latestWfSpec': {
      const { name, majorVersion } = needed;
      const [row] = await findDefinitions(database, tenantId, [{ kind: 'WfSpec', name, major: majorVersion }]);
      const id = row && { name, majorVersion: row.major, revision: row.revision };
      const value = id && (tenant.wfSpecs.get(specKey(id))?.value ?? (await loadSpec(database, tenantId, tenant, id)));
      tenant.latest.set(latestKey(name, majorVersion), { value, until: soon() });
      return;
    }
    case 'taskDef': {
      const [row] = await findDefinitions(database, tenantId, [{ kind: 'TaskDef', name: needed.name }]);
      tenant.taskDefs.set(needed.name, { value: row && definitionOf(row), until: soon() });
      return;
    }
    case 'userTaskDef': {
      const { name, version } = needed;
      const [row] = await findDefinitions(database, tenantId, [{ kind: 'UserTaskDef', name, major: version }]);
      tenant.userTaskDefs.set(versionKey(name, version), { value: row && definitionOf(row), until: soon() });
    }
  }
}

const WITH_USES: Statement = {
  name: 'find-wf-spec-with-uses',
  text: `
WITH RECURSIVE needed AS (
  SELECT kind, name, major, revision FROM definition
  WHERE tenant_id = $1 AND kind = 'WfSpec' AND name = $2 AND major = $3 AND revision = $4
  UNION
  SELECT u.used_kind, u.used_name, u.used_major, u.used_revision FROM needed n JOIN definition_use u
    ON u.tenant_id = $1 AND u.kind = n.kind AND u.name = n.name AND u.major = n.major AND u.revision = n.revision
)
SELECT d.kind, d.name, d.major, d.revision, d.body, d.created_at AS "createdAt" FROM needed n JOIN definition d
  ON d.tenant_id = $1 AND d.kind = n.kind AND d.name = n.name AND d.major = n.major AND d.revision = n.revision`,
};

/** Loads a version with all that it names; that stays, since what a WfSpec names is not deleted while it is there. */
async function loadSpec(
  { pool }: Database,
  tenantId: string,
  tenant: Tenant,
  id: WfSpecId,
): Promise<WfSpec | undefined> {
  const values = [tenantId, id.name, id.majorVersion, id.revision];
  for (const row of await run<DefinitionRow>(pool, WITH_USES, values)) keep(tenant, row);
  const found = tenant.wfSpecs.get(specKey(id));
  if (!found?.value) tenant.wfSpecs.set(specKey(id), { value: undefined, until: soon() });
  return found?.value;
}

const FOR_EVER = Number.POSITIVE_INFINITY;
const isOfKind = <K extends DefinitionKind>(row: DefinitionRow, kind: K): row is DefinitionRow<K> => row.kind === kind;

function keep(tenant: Tenant, row: DefinitionRow): void {
  const { name, major, revision } = row;
  if (isOfKind(row, 'WfSpec')) {
    const value = definitionOf(row);
    tenant.wfSpecs.set(specKey({ name, majorVersion: major, revision }), { value, until: FOR_EVER });
  }
  if (isOfKind(row, 'TaskDef')) tenant.taskDefs.set(name, { value: definitionOf(row), until: FOR_EVER });
  if (isOfKind(row, 'UserTaskDef')) {
    tenant.userTaskDefs.set(versionKey(name, major), { value: definitionOf(row), until: FOR_EVER });
  }
  if (isOfKind(row, 'ExternalEventDef')) tenant.externalEventDefs.set(name, definitionOf(row));
  if (isOfKind(row, 'WorkflowEventDef')) tenant.workflowEventDefs.set(name, definitionOf(row));
  if (isOfKind(row, 'StructDef')) tenant.structDefs.set(versionKey(name, major), definitionOf(row));
}
