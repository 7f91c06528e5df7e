// Commands of an admin on a run: stop, resume, rescue, migrate. Each is answered with the run as it then stands.
import type { MigrationPlan } from '#contracts/migration-plan.ts';
import { because } from '#contracts/reasons.ts';
import type { WfRun } from '#contracts/wf-run.ts';
import type { Request } from '#engine/command.ts';
import { findDefinition } from '#persistence/definitions.ts';
import { runCommand } from '#persistence/run-command.ts';
import { wfRunIn } from '#persistence/wf-run-of.ts';
import { findWfRun } from '#persistence/wf-run-parts.ts';
import type { CallContext, Service } from './context.ts';
import { callerActor } from './policy/caller-actor.ts';
import { RefusedError, refuse } from './refuse.ts';
import { refuseUnknownWfRun } from './unknown-wf-run.ts';

export const stopWfRun: Service<'stopWfRun'> = (context, { wfRunId, threadRunNumber, reason = null }) =>
  changeRun(context, { type: 'StopThread', wfRunId, threadRunNumber, reason, actor: callerActor(context.principal) });

export const resumeWfRun: Service<'resumeWfRun'> = (context, { wfRunId, threadRunNumber, reason = null }) =>
  changeRun(context, { type: 'ResumeThread', wfRunId, threadRunNumber, reason, actor: callerActor(context.principal) });

export const rescueWfRun: Service<'rescueWfRun'> = (
  context,
  { wfRunId, threadRunNumber, skipCurrentNode, reason = null },
) =>
  changeRun(context, {
    type: 'RescueThread',
    wfRunId,
    threadRunNumber,
    skipCurrentNode,
    reason,
    actor: callerActor(context.principal),
  });

export const migrateWfRun: Service<'migrateWfRun'> = async (context, { wfRunId, plan: name }) => {
  const plan = await findPlan(context, name);
  return changeRun(context, { type: 'MigrateRun', wfRunId, plan, actor: callerActor(context.principal) });
};

async function findPlan({ deps, principal }: CallContext, name: string): Promise<MigrationPlan> {
  const plan = await findDefinition(deps.store, principal.tenantId, { kind: 'MigrationPlan', name });
  return plan ?? refuse('NOT_FOUND', `There is no MigrationPlan ${name}.`);
}

async function changeRun({ deps, principal, key }: CallContext, command: Request): Promise<WfRun> {
  const { wfRunId } = command;
  const { tenantId } = principal;
  const result = await runCommand<WfRun>(deps.store, {
    tenantId,
    wfRunId,
    focus: null,
    call: key,
    decide: ({ family }) => (family?.runs[wfRunId] ? { command } : { refusal: NO_RUN }),
    respond: (_, { family }) => wfRunIn(family, wfRunId),
  });
  if (result.ok) return result.response;
  if (result.refusal !== NO_RUN) throw new RefusedError(result.refusal);
  // A child run that has ended and was waited for has left its family.
  const ended = await findWfRun(deps.store, tenantId, wfRunId);
  if (!ended) return refuseUnknownWfRun(wfRunId);
  return refuse('FAILED_PRECONDITION', because('runLeft', { wfRunId, status: ended.status }));
}

const NO_RUN = { code: 'NOT_FOUND', detail: 'It is not live.' } as const;
