// Reads of definitions.
import { z } from 'zod';
import { findTaskDef, listTaskDefs } from '#persistence/task-defs.ts';
import {
  findUserTaskDef,
  listUserTaskDefVersions as listFormVersions,
  listUserTaskDefs,
} from '#persistence/user-task-defs.ts';
import {
  findLatestWfSpecId,
  findWfSpec,
  listWfSpecVersions as listSpecVersions,
  listWfSpecs,
} from '#persistence/wf-specs.ts';
import { paging } from '../bookmark.ts';
import type { Service } from '../context.ts';
import { refuse } from '../refuse.ts';
import { parseVersion } from '../wf-spec-version.ts';

const nameKey = z.string();
const versionKey = z.int();
const specKey = z.object({ majorVersion: z.int(), revision: z.int() });

export const getTaskDef: Service<'getTaskDef'> = async ({ deps, principal }, { name }) =>
  (await findTaskDef(deps.store, principal.tenantId, name)) ?? refuse('NOT_FOUND', `There is no TaskDef ${name}.`);

export const searchTaskDefs: Service<'searchTaskDefs'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchTaskDefs', input, nameKey);
  const { deps, principal } = context;
  const found = await listTaskDefs(deps.store, principal.tenantId, { prefix: input.prefix ?? '', after, take });
  return page(found, ({ name }) => name);
};

export const getUserTaskDef: Service<'getUserTaskDef'> = async ({ deps, principal }, { name }) =>
  (await findUserTaskDef(deps.store, principal.tenantId, name)) ??
  refuse('NOT_FOUND', `There is no UserTaskDef ${name}.`);

export const getUserTaskDefVersion: Service<'getUserTaskDefVersion'> = async ({ deps, principal }, { name, version }) =>
  (await findUserTaskDef(deps.store, principal.tenantId, name, version)) ??
  refuse('NOT_FOUND', `There is no UserTaskDef ${name} ${version}.`);

export const listUserTaskDefVersions: Service<'listUserTaskDefVersions'> = async (context, input) => {
  const { after: before, take, page } = paging(context, 'listUserTaskDefVersions', input, versionKey);
  const { deps, principal } = context;
  const { name } = input;
  const found = await listFormVersions(deps.store, principal.tenantId, name, { before, take });
  if (found.length === 0 && before === null) return refuse('NOT_FOUND', `There is no UserTaskDef ${name}.`);
  return page(found, ({ version }) => version);
};

export const searchUserTaskDefs: Service<'searchUserTaskDefs'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchUserTaskDefs', input, nameKey);
  const { deps, principal } = context;
  const found = await listUserTaskDefs(deps.store, principal.tenantId, { prefix: input.prefix ?? '', after, take });
  return page(found, ({ name }) => name);
};

export const getWfSpec: Service<'getWfSpec'> = async ({ deps, principal }, { name }) => {
  const id = await findLatestWfSpecId(deps.store, principal.tenantId, { name });
  const spec = id && (await findWfSpec(deps.store, principal.tenantId, id));
  return spec ?? refuse('NOT_FOUND', `There is no WfSpec ${name}.`);
};

export const getWfSpecVersion: Service<'getWfSpecVersion'> = async ({ deps, principal }, { name, version }) =>
  (await findWfSpec(deps.store, principal.tenantId, { name, ...parseVersion(version) })) ??
  refuse('NOT_FOUND', `There is no WfSpec ${name} ${version}.`);

export const listWfSpecVersions: Service<'listWfSpecVersions'> = async (context, input) => {
  const { after: before, take, page } = paging(context, 'listWfSpecVersions', input, specKey);
  const { deps, principal } = context;
  const { name } = input;
  const found = await listSpecVersions(deps.store, principal.tenantId, name, { before, take });
  if (found.length === 0 && before === null) return refuse('NOT_FOUND', `There is no WfSpec ${name}.`);
  return page(found, ({ majorVersion, revision }) => ({ majorVersion, revision }));
};

export const searchWfSpecs: Service<'searchWfSpecs'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchWfSpecs', input, nameKey);
  const { deps, principal } = context;
  const found = await listWfSpecs(deps.store, principal.tenantId, { prefix: input.prefix ?? '', after, take });
  return page(found, ({ name }) => name);
};
