// Delete a definition, or a version of one, that nothing uses; a refusal says by what it is used (decision 19).
import { because } from '#contracts/reasons.ts';
import type { DefinitionId } from '#persistence/definition-rows.ts';
import { deleteDefinition, type InUse } from '#persistence/put-definitions.ts';
import type { CallContext, Service } from './context.ts';
import { refuse } from './refuse.ts';
import { parseVersion } from './wf-spec-version.ts';

type Named = { name: string };

const deleting =
  <Input extends Named>(idOf: (input: Input) => DefinitionId) =>
  async ({ deps, principal }: CallContext, input: Input): Promise<undefined> => {
    const id = idOf(input);
    const outcome = await deleteDefinition(deps.store, principal.tenantId, id);
    if (outcome === 'NOT_FOUND') refuse('NOT_FOUND', because('noDefinition', { what: written(id) }));
    if (outcome !== 'DELETED')
      refuse('FAILED_PRECONDITION', because('inUse', { what: written(id), users: users(outcome) }));
  };

const byName = (kind: DefinitionId['kind']) => deleting<Named>(({ name }) => ({ kind, name, major: 0, revision: 0 }));
const byVersion = (kind: DefinitionId['kind']) =>
  deleting<Named & { version: number }>(({ name, version: major }) => ({ kind, name, major, revision: 0 }));

export const deleteTaskDef: Service<'deleteTaskDef'> = byName('TaskDef');
export const deleteExternalEventDef: Service<'deleteExternalEventDef'> = byName('ExternalEventDef');
export const deleteWorkflowEventDef: Service<'deleteWorkflowEventDef'> = byName('WorkflowEventDef');
export const deleteMigrationPlan: Service<'deleteMigrationPlan'> = byName('MigrationPlan');
export const deleteUserTaskDefVersion: Service<'deleteUserTaskDefVersion'> = byVersion('UserTaskDef');
export const deleteStructDefVersion: Service<'deleteStructDefVersion'> = byVersion('StructDef');
export const deleteWfSpecVersion: Service<'deleteWfSpecVersion'> = deleting(({ name, version }) => {
  const { majorVersion: major, revision } = parseVersion(version);
  return { kind: 'WfSpec', name, major, revision };
});

function users({ usedBy, wfRunId, scheduleId }: InUse): string {
  if (scheduleId !== null) return `ScheduledWfRun ${scheduleId}`;
  if (wfRunId !== null) return `WfRun ${wfRunId}`;
  return usedBy.map(written).join(', ');
}

/** As people write it: `WfSpec it-request 1.0`, `StructDef car 3`, `TaskDef send-mail`. */
function written({ kind, name, major, revision }: DefinitionId): string {
  switch (kind) {
    case 'WfSpec':
      return `${kind} ${name} ${major}.${revision}`;
    case 'UserTaskDef':
    case 'StructDef':
      return `${kind} ${name} ${major}`;
    default:
      return `${kind} ${name}`;
  }
}
