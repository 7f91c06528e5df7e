// What a program does for a task: a function from its inputs to its output.
import type { JsonObject, JsonValue } from '../../../lib/contracts/json.ts';
import type { VariableType } from '../../../lib/contracts/value.ts';
import type { TaskDefinition, TaskInputs } from '../workflow/define-task.ts';

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
  /** Aborts when the attempt is no longer this worker's, or when the worker stops and has waited long enough. */
  readonly signal: AbortSignal;
  /** Adds a line to the attempt's record. */
  log(line: string): void;
};

/** Gives the output, as JSON. What it throws ends the attempt: a TaskException as a business outcome, all else as an error that may be retried. */
export type TaskHandler = (input: JsonObject, context: TaskContext) => unknown;

type Values = {
  STR: string;
  /** Beyond 2^53 it travels as a decimal string. */
  INT: number | string;
  DOUBLE: number;
  BOOL: boolean;
  JSON_OBJ: JsonObject;
  JSON_ARR: JsonValue[];
};

/** Any value may be null in Docket. */
type InputsOf<Inputs extends TaskInputs> = { [Name in keyof Inputs]: Values[Inputs[Name]] | null };
/** What a handler may give back; of a task that returns nothing, anything at all, and it is dropped. */
type OutputOf<Returns extends VariableType | undefined> = Returns extends VariableType
  ? Values[Returns] | (Returns extends 'INT' ? bigint : never) | null
  : unknown;

/** A handler with the types of its TaskDef: `tasks: { 'send-mail': taskHandler(sendMail, async ({ to }) => …) }`. */
export function taskHandler<Inputs extends TaskInputs, Returns extends VariableType | undefined>(
  task: TaskDefinition<Inputs, Returns>,
  handle: (input: InputsOf<Inputs>, context: TaskContext) => OutputOf<Returns> | Promise<OutputOf<Returns>>,
): TaskHandler {
  return async (input, context) => {
    // The server has checked the inputs against the TaskDef before it handed them out.
    const output = await handle(input as InputsOf<Inputs>, context);
    return task.returnType === undefined ? null : output;
  };
}
