// The start of a WfRun, by whoever asks: a caller or a schedule.
import type { Actor } from '#contracts/actor.ts';
import type { JsonObject } from '#contracts/json.ts';
import type { WfRun } from '#contracts/wf-run.ts';
import type { WfSpecId } from '#contracts/wf-spec.ts';
import type { CallKey } from '#persistence/idempotency.ts';
import { type CommandResult, runCommand } from '#persistence/run-command.ts';
import { wfRunIn } from '#persistence/wf-run-of.ts';
import type { Deps } from './deps.ts';

export type RunStart = {
  wfRunId: string;
  wfSpec: WfSpecId;
  variables: JsonObject;
  requester: string | null;
  parentWfRunId: string | null;
  scheduleId: string | null;
  actor: Actor;
};

/** Begins a run, which goes as far as it can without waiting, in one commit. A child run is stepped in the family of its parent. */
export function startRun(
  { store }: Deps,
  tenantId: string,
  { wfSpec: { name, majorVersion, revision }, ...start }: RunStart,
  call: CallKey | null,
): Promise<CommandResult<WfRun>> {
  const { wfRunId, parentWfRunId } = start;
  return runCommand<WfRun>(store, {
    tenantId,
    wfRunId: parentWfRunId ?? wfRunId,
    focus: null,
    isNew: parentWfRunId === null,
    call,
    decide: () => ({ command: { type: 'RunWf', wfSpec: { name, majorVersion, revision }, ...start } }),
    respond: (_, { family }) => wfRunIn(family, wfRunId),
  });
}
