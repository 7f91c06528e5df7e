// Report: how a worker's attempt ended; the workflow goes on in the same commit.
import type { InputOf } from '#contracts/operations/table.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { TaskOutcome } from '#engine/command.ts';
import type { Instant } from '#engine/family.ts';
import type { AttemptView } from '#persistence/idempotency.ts';
import { runCommand } from '#persistence/run-command.ts';
import type { Service } from './context.ts';
import { callerActor } from './policy/caller-actor.ts';
import { RefusedError } from './refuse.ts';

export const reportTaskRun: Service<'reportTaskRun'> = async ({ deps, principal, key }, input) => {
  const { wfRunId, guid, attempt, leaseToken } = input;
  const result = await runCommand<undefined>(deps.store, {
    tenantId: principal.tenantId,
    familyId: wfRunId,
    focus: { type: 'attempt', wfRunId, guid, attempt },
    call: key,
    decide: ({ now, attempt: view }) => {
      if (view?.ended?.leaseToken === leaseToken && view.ended.status !== 'TIMEOUT') return { answer: undefined };
      const refusal = refuseReport(view, leaseToken, now);
      if (refusal) return { refusal };
      const outcome = outcomeOf(input);
      const actor = callerActor(principal);
      return { command: { type: 'ReportTask', wfRunId, guid, attempt, outcome, at: now, actor } };
    },
    respond: () => undefined,
  });
  if (!result.ok) throw new RefusedError(result.refusal);
  return undefined;
};

function refuseReport(view: AttemptView | null, leaseToken: string, now: Instant): Refusal | null {
  if (!view?.isTask) return { code: 'NOT_FOUND', detail: 'There is no such TaskRun.' };
  const { queued } = view;
  if (queued?.leaseToken === leaseToken && queued.leaseUntil !== null && queued.leaseUntil > now) return null;
  return { code: 'FAILED_PRECONDITION', detail: 'The lease on this attempt has ended, or is not yours.' };
}

function outcomeOf(input: InputOf<'reportTaskRun'>): TaskOutcome {
  const { output = null, error, exception, logOutput } = input;
  if (error) return { type: 'ERROR', errorType: error.type, message: error.message, logOutput };
  if (exception) return { type: 'EXCEPTION', ...exception, content: exception.content ?? null, logOutput };
  return { type: 'OUTPUT', output, logOutput };
}
