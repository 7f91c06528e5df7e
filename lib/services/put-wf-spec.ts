// Put a WfSpec: checked as a whole, pinned to the forms as they are now, and numbered by how it differs from the latest version.

import type { WfSpec, WfSpecBody, WfSpecId } from '#contracts/wf-spec.ts';
import { wfSpecBody } from '#contracts/wf-spec.ts';
import { compareWfSpec } from '#engine/compare-wf-spec.ts';
import { pinWfSpec } from '#engine/pin-wf-spec.ts';
import { validateWfSpec } from '#engine/validate-wf-spec.ts';
import { findTaskDefs } from '#persistence/task-defs.ts';
import { findUserTaskDefs } from '#persistence/user-task-defs.ts';
import {
  findLatestWfSpecId,
  findWfSpec,
  insertWfSpec,
  usedWfSpecVersions,
  type WfSpecUses,
} from '#persistence/wf-specs.ts';
import type { CallContext, Service } from './context.ts';
import { refuse, refuseInvalid } from './refuse.ts';
import { storedBody } from './stored-body.ts';

const MAX_TRIES = 5;

export const putWfSpec: Service<'putWfSpec'> = async (context, { name, ...given }) => {
  const { store } = context.deps;
  const { tenantId } = context.principal;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const body = await checkAndPin(context, given);
    const latest = await latestOf(context, name);
    const change = latest ? compareWfSpec(bodyOf(latest), body) : 'major';
    if (latest && change === 'same') return latest;
    const id = nextVersion(name, latest, change, await usedWfSpecVersions(store, tenantId, name));
    const outcome = await insertWfSpec(store, tenantId, id, storedBody(body), usesOf(body));
    // Another put was first, or something that this names was deleted meanwhile: all of it is looked at anew.
    if (outcome !== 'CREATED') continue;
    const stored = await findWfSpec(store, tenantId, id);
    if (stored) return stored;
  }
  return refuse('ABORTED', `WfSpec ${name} is being changed by many at once. Try again.`);
};

async function checkAndPin({ deps, principal }: CallContext, given: WfSpecBody): Promise<WfSpecBody> {
  const { taskDefs: taskNames, userTaskDefs: formNames } = namesIn(given);
  const [taskDefs, forms] = await Promise.all([
    findTaskDefs(deps.store, principal.tenantId, taskNames),
    findUserTaskDefs(deps.store, principal.tenantId, formNames),
  ]);
  const definitions = {
    taskDef: (name: string) => taskDefs.find((def) => def.name === name),
    userTaskDef: (name: string, version: number | undefined) =>
      forms
        .filter((form) => form.name === name && (version === undefined || form.version === version))
        .sort((a, b) => b.version - a.version)[0],
  };
  const errors = validateWfSpec(given, definitions);
  if (errors.length > 0) refuseInvalid(errors);
  return pinWfSpec(given, definitions);
}

async function latestOf({ deps, principal }: CallContext, name: string): Promise<WfSpec | null> {
  const id = await findLatestWfSpecId(deps.store, principal.tenantId, { name });
  return id && findWfSpec(deps.store, principal.tenantId, id);
}

function bodyOf({ name: _, majorVersion: __, revision: ___, createdAt: ____, ...body }: WfSpec): WfSpecBody {
  return wfSpecBody.parse(body);
}

/** A number is never used twice, also when what had it was deleted. */
function nextVersion(
  name: string,
  latest: WfSpec | null,
  change: 'major' | 'revision' | 'same',
  used: { majorVersion: number; revision: number }[],
): WfSpecId {
  if (latest && change !== 'major') {
    const { majorVersion } = latest;
    const revisions = used.filter((each) => each.majorVersion === majorVersion).map((each) => each.revision);
    return { name, majorVersion, revision: Math.max(...revisions) + 1 };
  }
  const majors = used.map((each) => each.majorVersion);
  return { name, majorVersion: Math.max(-1, ...majors) + 1, revision: 0 };
}

const nodesOf = ({ threads }: WfSpecBody) => Object.values(threads).flatMap(({ nodes }) => Object.values(nodes));

function namesIn(spec: WfSpecBody): { taskDefs: string[]; userTaskDefs: string[] } {
  const nodes = nodesOf(spec);
  return {
    taskDefs: nodes.flatMap((node) => (node.type === 'TASK' ? [node.taskDefName] : [])),
    userTaskDefs: nodes.flatMap((node) => (node.type === 'USER_TASK' ? [node.userTaskDefName] : [])),
  };
}

/** What a pinned WfSpec keeps from being deleted, each once. */
function usesOf(spec: WfSpecBody): WfSpecUses {
  const forms = new Map<string, { name: string; version: number }>();
  for (const node of nodesOf(spec)) {
    if (node.type !== 'USER_TASK' || node.userTaskDefVersion === undefined) continue;
    const form = { name: node.userTaskDefName, version: node.userTaskDefVersion };
    forms.set(`${form.name} ${form.version}`, form);
  }
  return { taskDefs: [...new Set(namesIn(spec).taskDefs)], userTaskDefs: [...forms.values()] };
}
