// What a program does for a task: a function from its inputs to its output.
import type { JsonObject, JsonValue } from '../../../lib/contracts/json.ts';
import type { RemindedUserTask } from '../../../lib/contracts/task-run.ts';
import { readValue } from '../types/json.ts';
import { type Type, type TypeIn, typeIn, type ValueOf } from '../types/type.ts';
import { type TaskDefinition, type TaskInputs, TYPES } from '../workflow/define-task.ts';

export type TaskContext = {
  readonly wfRunId: string;
  readonly wfSpecName: string;
  /** With `wfRunId`, the TaskRun's id. */
  readonly guid: string;
  /** 0 for the first. */
  readonly attempt: number;
  /** The same for all attempts of one TaskRun and for no other: hand it to systems that can refuse a repetition. */
  readonly idempotencyKey: string;
  readonly scheduledAt: string;
  /** Of a reminder: the user task, and who had it when that fell due. With `wfRunId` the guid is its id. */
  readonly userTask: RemindedUserTask | null;
  /** Aborts when the attempt is no longer this worker's, or when the worker stops and has waited long enough. */
  readonly signal: AbortSignal;
  /** Adds a line to the attempt's record. */
  log(line: string): void;
  /**
   * Does a part of the task that must not be done again. What it gave is kept, as JSON: a later attempt gets that instead. Call them in the
   * same order in every attempt.
   */
  checkpoint<T extends JsonValue>(part: () => T | Promise<T>): Promise<T>;
};

/** Gives the output, as JSON. What it throws ends the attempt: a TaskException as a business outcome, all else as an error that may be retried. */
export type TaskHandler = (input: JsonObject, context: TaskContext) => unknown;

/** The inputs are not what the handler's definition says: trying again is of no use. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** Any value may be null in Docket. */
type InputsOf<Inputs extends TaskInputs> = { [Name in keyof Inputs]: ValueOf<TypeIn<Inputs[Name]>> | null };
/** What a handler may give back; of a task that returns nothing, anything at all, and it is dropped. */
type OutputOf<Returns extends Type | undefined> = Returns extends Type ? ValueOf<Returns> | null : unknown;

/** A handler with the types of its TaskDef: `tasks: { 'send-mail': taskHandler(sendMail, async ({ to }) => …) }`. */
export function taskHandler<Inputs extends TaskInputs, Returns extends Type | undefined>(
  task: TaskDefinition<Inputs, Returns>,
  handle: (input: InputsOf<Inputs>, context: TaskContext) => OutputOf<Returns> | Promise<OutputOf<Returns>>,
): TaskHandler {
  const { inputs, returns } = task[TYPES];
  return async (input, context) => {
    const output = await handle(readInputs(inputs, input), context);
    return returns === undefined ? null : output;
  };
}

function readInputs<Inputs extends TaskInputs>(types: Inputs, input: JsonObject): InputsOf<Inputs> {
  try {
    const values = Object.entries(types).map(([name, type]) => [
      name,
      readValue(typeIn(type), input[name] ?? null, name),
    ]);
    return Object.fromEntries(values);
  } catch (error) {
    throw error instanceof TypeError ? new InputError(error.message) : error;
  }
}
