// Reads of definitions.
import { z } from 'zod';
import type { OperationId } from '#contracts/operations/table.ts';
import type { Page } from '#contracts/pagination.ts';
import { because } from '#contracts/reasons.ts';
import type { DefinitionKind, DefinitionOf } from '#persistence/definition-rows.ts';
import {
  listDefinitionUsers,
  summarizeUserTaskDefs as summarize,
  tallyOpenByVersion,
} from '#persistence/definition-use.ts';
import {
  findDefinition,
  lastNumbers,
  listDefinitions,
  listDefinitionVersions,
  type VersionKey,
} from '#persistence/definitions.ts';
import { paging } from '../bookmark.ts';
import type { CallContext, Service } from '../context.ts';
import { graphOf } from '../diagram/graph-of.ts';
import { layOut } from '../diagram/lay-out.ts';
import { refuse } from '../refuse.ts';
import { parseVersion } from '../wf-spec-version.ts';

type Named = { name: string };
type Listing = { limit: number; bookmark?: string | undefined };

/** The latest version of a name. */
const latest =
  <K extends DefinitionKind>(kind: K) =>
  async ({ deps, principal }: CallContext, { name }: Named): Promise<DefinitionOf[K]> =>
    (await findDefinition(deps.store, principal.tenantId, { kind, name })) ??
    refuse('NOT_FOUND', because('noDefinition', { what: `${kind} ${name}` }));

const version =
  <K extends DefinitionKind, V extends string | number>(kind: K, parse: (version: V) => VersionKey) =>
  async ({ deps, principal }: CallContext, { name, version }: Named & { version: V }): Promise<DefinitionOf[K]> =>
    (await findDefinition(deps.store, principal.tenantId, { kind, name, ...parse(version) })) ??
    refuse('NOT_FOUND', because('noDefinition', { what: `${kind} ${name} ${version}` }));

/** By name, each in its latest version. */
const search =
  <K extends DefinitionKind>(id: OperationId, kind: K) =>
  async (context: CallContext, input: Listing & { prefix?: string | undefined }): Promise<Page<DefinitionOf[K]>> => {
    const { after, take, page } = paging(context, id, input, z.string());
    const { deps, principal } = context;
    const names = { prefix: input.prefix ?? '', after, take };
    return page(await listDefinitions(deps.store, principal.tenantId, kind, names), ({ name }) => name);
  };

const versionKey = z.object({ major: z.int(), revision: z.int() });

/** Newest first. */
const versions =
  <K extends DefinitionKind>(id: OperationId, kind: K, keyOf: (definition: DefinitionOf[K]) => VersionKey) =>
  async (context: CallContext, input: Listing & Named): Promise<Page<DefinitionOf[K]>> => {
    const { after: before, take, page } = paging(context, id, input, versionKey);
    const { deps, principal } = context;
    const { name } = input;
    const found = await listDefinitionVersions(deps.store, principal.tenantId, { kind, name }, { before, take });
    if (found.length === 0 && before === null)
      return refuse('NOT_FOUND', because('noDefinition', { what: `${kind} ${name}` }));
    return page(found, keyOf);
  };

const whole = (major: number): VersionKey => ({ major, revision: 0 });
const ofSpec = (written: string): VersionKey => {
  const { majorVersion: major, revision } = parseVersion(written);
  return { major, revision };
};

export const getTaskDef: Service<'getTaskDef'> = latest('TaskDef');
export const getTaskDefUse: Service<'getTaskDefUse'> = async (context, { name }) => {
  await getTaskDef(context, { name });
  const { deps, principal } = context;
  return { usedBy: await listDefinitionUsers(deps.store, principal.tenantId, { kind: 'TaskDef', name }) };
};
export const searchTaskDefs: Service<'searchTaskDefs'> = search('searchTaskDefs', 'TaskDef');

export const getUserTaskDef: Service<'getUserTaskDef'> = latest('UserTaskDef');
export const getUserTaskDefVersion: Service<'getUserTaskDefVersion'> = version('UserTaskDef', whole);
export const listUserTaskDefVersions: Service<'listUserTaskDefVersions'> = versions(
  'listUserTaskDefVersions',
  'UserTaskDef',
  (form) => whole(form.version),
);
export const searchUserTaskDefs: Service<'searchUserTaskDefs'> = search('searchUserTaskDefs', 'UserTaskDef');

const summaryPlace = z.tuple([z.number().nullable(), z.string()]);

export const summarizeUserTaskDefs: Service<'summarizeUserTaskDefs'> = async (context, input) => {
  const { after, take, page } = paging(context, 'summarizeUserTaskDefs', input, summaryPlace);
  const { deps, principal } = context;
  const { sort, q = null } = input;
  const { results, bookmark } = page(
    await summarize(deps.store, principal.tenantId, { sort, q, after, take }),
    (last) => last.place,
  );
  return { results: results.map(({ summary }) => summary), bookmark };
};

export const getUserTaskDefUse: Service<'getUserTaskDefUse'> = async (context, { name }) => {
  await getUserTaskDef(context, { name });
  const { store } = context.deps;
  const { tenantId } = context.principal;
  const form = { kind: 'UserTaskDef', name } as const;
  const [usedBy, work, { major }] = await Promise.all([
    listDefinitionUsers(store, tenantId, form),
    tallyOpenByVersion(store, tenantId, name),
    lastNumbers(store, tenantId, form, 0),
  ]);
  return { usedBy, ...work, nextVersion: major + 1 };
};

export const getStructDef: Service<'getStructDef'> = latest('StructDef');
export const getStructDefVersion: Service<'getStructDefVersion'> = version('StructDef', whole);
export const listStructDefVersions: Service<'listStructDefVersions'> = versions(
  'listStructDefVersions',
  'StructDef',
  (struct) => whole(struct.version),
);
export const searchStructDefs: Service<'searchStructDefs'> = search('searchStructDefs', 'StructDef');

export const getExternalEventDef: Service<'getExternalEventDef'> = latest('ExternalEventDef');
export const searchExternalEventDefs: Service<'searchExternalEventDefs'> = search(
  'searchExternalEventDefs',
  'ExternalEventDef',
);
export const getWorkflowEventDef: Service<'getWorkflowEventDef'> = latest('WorkflowEventDef');
export const searchWorkflowEventDefs: Service<'searchWorkflowEventDefs'> = search(
  'searchWorkflowEventDefs',
  'WorkflowEventDef',
);

export const getWfSpec: Service<'getWfSpec'> = latest('WfSpec');
export const getWfSpecVersion: Service<'getWfSpecVersion'> = version('WfSpec', ofSpec);
export const getWfSpecDiagram: Service<'getWfSpecDiagram'> = async (context, { direction, thread, ...id }) => {
  const spec = await getWfSpecVersion(context, id);
  if (thread !== undefined && !Object.hasOwn(spec.threads, thread)) {
    return refuse('NOT_FOUND', `WfSpec ${id.name} ${id.version} has no thread ${thread}.`);
  }
  return layOut(graphOf(spec, thread), direction);
};
export const listWfSpecVersions: Service<'listWfSpecVersions'> = versions(
  'listWfSpecVersions',
  'WfSpec',
  ({ majorVersion: major, revision }) => ({ major, revision }),
);
export const searchWfSpecs: Service<'searchWfSpecs'> = search('searchWfSpecs', 'WfSpec');

export const getMigrationPlan: Service<'getMigrationPlan'> = latest('MigrationPlan');
export const searchMigrationPlans: Service<'searchMigrationPlans'> = search('searchMigrationPlans', 'MigrationPlan');
