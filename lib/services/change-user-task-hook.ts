// What an admin does with a hook that is armed: fires it now, puts it off, or disarms it. Each says why, and is an event.
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { instantFromText } from '#contracts/value.ts';
import type { HookChange } from '#engine/command.ts';
import { invariant } from '#platform/invariant.ts';
import { changeUserTask } from './change-user-task.ts';
import type { CallContext, Service } from './context.ts';

export const fireUserTaskHook: Service<'fireUserTaskHook'> = (context, input) =>
  changeHook(context, input, { type: 'FIRE' });

export const disarmUserTaskHook: Service<'disarmUserTaskHook'> = (context, input) =>
  changeHook(context, input, { type: 'DISARM' });

export const postponeUserTaskHook: Service<'postponeUserTaskHook'> = (context, input) => {
  const until = instantFromText(input.until);
  invariant(until !== null, `${input.until} passed for a timestamp`);
  return changeHook(context, input, { type: 'POSTPONE', until });
};

type Input = { wfRunId: string; guid: string; hookId: string; version?: number | undefined; reason: string };

const changeHook = (context: CallContext, input: Input, change: HookChange): Promise<UserTaskRun> =>
  changeUserTask(context, input, {
    verb: 'change-hooks',
    userId: null,
    command: (on) => ({ ...on, type: 'ChangeHook', hookId: input.hookId, change, reason: input.reason }),
  });
