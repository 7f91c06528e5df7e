// The door for everything that changes a run: one command on one family, done whole or not at all.
import type { Refusal } from '#contracts/problem.ts';
import type { Request } from '#engine/command.ts';
import type { Step } from '#engine/result.ts';
import type { World } from '#engine/world.ts';
import type { CallKey } from './idempotency.ts';
import type { Focus, Seen } from './seen.ts';

/** What is to be done, decided on the very state that the step will see. */
export type Decision<R> = { command: Request } | { refusal: Refusal } | { answer: R };

export type CommandRequest<R> = {
  tenantId: string;
  /** The run that is to begin, or any run of the family. */
  wfRunId: string;
  focus: Focus | null;
  /** That the run begins, under an id that should be free: so there is nothing to load. */
  isNew?: boolean;
  /** Set when the call carried an Idempotency-Key; its answer is stored with the commit. */
  call: CallKey | null;
  /** It is stepped and answered, and nothing is kept of it. */
  isDryRun?: boolean | undefined;
  /** Pure: it may run several times. */
  decide: (seen: Seen) => Decision<R>;
  /** The answer, made of what was seen and what changed: JSON, or undefined where there is none. Pure too. */
  respond: (seen: Seen, done: Step, world: World) => R;
};

export type CommandResult<R> = { ok: true; response: R } | { ok: false; refusal: Refusal };

/** What does the commands of this process. */
export type Commands = { run: (request: CommandRequest<unknown>) => Promise<CommandResult<unknown>> };

/** Does a command. It shares its load and its commit with what else is asked at the time; one that keeps losing is ABORTED. */
export async function runCommand<R>(
  { commands }: { commands: Commands },
  request: CommandRequest<R>,
): Promise<CommandResult<R>> {
  // The gatherer answers with what this request's own functions gave.
  return (await commands.run(request)) as CommandResult<R>;
}
