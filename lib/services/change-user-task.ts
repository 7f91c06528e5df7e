// The road of every change of a user task: loaded, asked of policy, stepped and committed, answered with the task as it then stands.

import type { Actor } from '#contracts/actor.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import type { UserTaskRequest } from '#engine/command.ts';
import type { Instant, WfRunState } from '#engine/family.ts';
import type { EngineRecord } from '#engine/record.ts';
import { runCommand } from '#persistence/run-command.ts';
import { type UserTaskView, viewAfter } from '#persistence/user-task-view.ts';
import { invariant } from '#platform/invariant.ts';
import type { CallContext } from './context.ts';
import { actorOf, NO_SUCH_TASK, refuseWish, type TaskFacts, type Wish } from './policy/user-task.ts';
import { RefusedError } from './refuse.ts';
import { factsOf, toUserTaskRun } from './user-task-run.ts';

type Target = { wfRunId: string; guid: string; version?: number | undefined };
type Refused = { refusal: Refusal };
/** What every command on a task has. */
type OnTask = { wfRunId: string; guid: string; expectedVersion?: number | undefined; actor: Actor };

export type Change = Wish & {
  command: (on: OnTask, task: TaskFacts, seen: { view: UserTaskView; now: Instant }) => UserTaskRequest | Refused;
  /** What beside the table of policy may forbid it. */
  refuse?: (view: UserTaskView) => Refusal | null;
};

/** Changes the task and gives it as its caller sees it. */
export async function changeUserTask(context: CallContext, target: Target, change: Change): Promise<UserTaskRun> {
  const { deps, principal, key, isDryRun } = context;
  const { wfRunId, guid, version: expectedVersion } = target;
  const result = await runCommand<UserTaskRun>(deps.store, {
    tenantId: principal.tenantId,
    wfRunId,
    focus: { type: 'userTask', wfRunId, guid },
    call: key,
    isDryRun,
    decide: ({ userTask, now }) => {
      if (!userTask) return { refusal: NO_SUCH_TASK };
      const task = factsOf(userTask);
      const refusal = refuseWish(principal, task, change) ?? change.refuse?.(userTask);
      if (refusal) return { refusal };
      const actor = actorOf(principal, task, change.verb, change.userId);
      const command = change.command({ wfRunId, guid, expectedVersion, actor }, task, { view: userTask, now });
      return 'refusal' in command ? command : { command };
    },
    respond: ({ userTask }, { family, records }, world) => {
      const run = family.runs[wfRunId] ?? runThatLeft(records, wfRunId);
      const state = run?.userTaskRuns[guid];
      invariant(userTask && run && state, `user task ${guid} of ${wfRunId} is gone after its own step`);
      const form = world.userTaskDef(state.userTaskDefName, state.userTaskDefVersion);
      return toUserTaskRun(viewAfter(userTask, run, state, records), form, principal);
    },
  });
  if (!result.ok) throw new RefusedError(result.refusal);
  return result.response;
}

/** A child run that ended with the task is no longer in its family. */
function runThatLeft(records: EngineRecord[], wfRunId: string): WfRunState | undefined {
  for (const record of records) if (record.type === 'WfRunLeft' && record.wfRunId === wfRunId) return record.run;
  return undefined;
}
