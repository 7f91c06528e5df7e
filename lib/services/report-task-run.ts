// Report: how a worker's attempt ended; the workflow goes on in the same commit.
import type { InputOf } from '#contracts/operations/table.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { TaskOutcome } from '#engine/command.ts';
import { runCommand } from '#persistence/run-command.ts';
import type { AttemptView } from '#persistence/seen.ts';
import type { Service } from './context.ts';
import { callerActor } from './policy/caller-actor.ts';
import { RefusedError } from './refuse.ts';

export const reportTaskRun: Service<'reportTaskRun'> = async ({ deps, principal, key }, input) => {
  const { wfRunId, guid, attempt, leaseToken } = input;
  const result = await runCommand<undefined>(deps.store, {
    tenantId: principal.tenantId,
    wfRunId,
    focus: { type: 'attempt', wfRunId, guid, attempt },
    call: key,
    decide: ({ now, attempt: view }) => {
      if (view?.ended?.leaseToken === leaseToken && view.ended.status !== 'TIMEOUT') return { answer: undefined };
      const lease = view?.lease ?? null;
      if (!lease || lease.leaseToken !== leaseToken || lease.leaseUntil <= now) return { refusal: refusalOf(view) };
      const outcome = outcomeOf(input);
      const actor = callerActor(principal);
      return { command: { type: 'ReportTask', wfRunId, guid, attempt, outcome, lease, actor } };
    },
    respond: () => undefined,
  });
  if (!result.ok) throw new RefusedError(result.refusal);
  return undefined;
};

function refusalOf(view: AttemptView | null): Refusal {
  if (!view?.isTask) return { code: 'NOT_FOUND', detail: 'There is no such TaskRun.' };
  return { code: 'FAILED_PRECONDITION', detail: 'The lease on this attempt has ended, or is not yours.' };
}

function outcomeOf(input: InputOf<'reportTaskRun'>): TaskOutcome {
  const { output = null, error, inputError, exception, logOutput } = input;
  if (error) return { type: 'ERROR', errorType: error.type, message: error.message, logOutput };
  if (inputError) return { type: 'INPUT_ERROR', message: inputError.message, logOutput };
  if (exception) return { type: 'EXCEPTION', ...exception, content: exception.content ?? null, logOutput };
  return { type: 'OUTPUT', output, logOutput };
}
