// Delete a version of a WfSpec that never ran.
import { deleteWfSpec } from '#persistence/wf-specs.ts';
import type { Service } from './context.ts';
import { refuse } from './refuse.ts';
import { parseVersion } from './wf-spec-version.ts';

export const deleteWfSpecVersion: Service<'deleteWfSpecVersion'> = async ({ deps, principal }, { name, version }) => {
  const outcome = await deleteWfSpec(deps.store, principal.tenantId, { name, ...parseVersion(version) });
  if (outcome === 'NOT_FOUND') return refuse('NOT_FOUND', `There is no WfSpec ${name} ${version}.`);
  if (outcome === 'IN_USE') {
    return refuse('FAILED_PRECONDITION', `WfSpec ${name} ${version} is in use by WfRuns: delete those first.`);
  }
  return undefined;
};
