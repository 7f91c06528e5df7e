// What a workflow is written with: each call is a step, and the types refuse what the engine could not do.
import type { VariableType } from '../../../lib/contracts/value.ts';
import type { TaskDefinition, TaskInputs } from './define-task.ts';
import type { FieldDefinitions, UserTaskDefinition, UserTaskOutput } from './define-user-task.ts';
import type { Condition, Expr, ExprType, Operand } from './expression.ts';

/** A variable of the workflow: a value that later steps may change. */
export type Variable<T extends VariableType> = Expr<T> & {
  readonly name: string;
  /** Sets it once the step before has completed. */
  assign(value: Operand<T>): void;
};

export type InputOptions<T extends VariableType> = { required: true } | { required?: false; default?: Operand<T> };

/** `timeoutSeconds` is how long an attempt may go without a heartbeat; `retries` are attempts after the first. */
export type TaskOptions = { timeoutSeconds?: number; retries?: number };

/** Who is to do a user task: a person, a group, or a person out of a group to which it can go back. */
type Assignee =
  | { userId: Operand<'STR'>; userGroup?: Operand<'STR'> | undefined }
  | { userId?: Operand<'STR'> | undefined; userGroup: Operand<'STR'> };

export type UserTaskOptions = Assignee & {
  /** The heading of the task, instead of the form's own. */
  title?: Operand<'STR'>;
  /** One line for the list. */
  context?: Operand<'STR'>;
  /** Shown beside the form, in Markdown. */
  notes?: Operand<'STR'>;
  /** Named, a cancelled task ends the run as this EXCEPTION, instead of as the ERROR USER_TASK_CANCELLED. */
  onCancellationExceptionName?: Operand<'STR'>;
  /** A version of the form; without it, the latest one at the time when the workflow is put. */
  version?: number;
};

/** A task that returns nothing leaves nothing to use. */
export type TaskOutput<Returns extends VariableType | undefined> = Returns extends VariableType
  ? Expr<Returns>
  : undefined;

/** Follows a doIf directly. */
export type Otherwise = {
  doElseIf(condition: Condition, body: () => void): Otherwise;
  doElse(body: () => void): void;
};

/** What a workflow is written with: each call is a step, in the order of the calls. */
export type WorkflowThread = {
  /** A variable that may be given when the workflow starts, or must be. */
  input<T extends VariableType>(name: string, type: T, options?: InputOptions<T>): Variable<T>;
  /** A variable of the workflow's own; null unless it has a default. */
  variable<T extends VariableType>(name: string, type: T, options?: { default?: Operand<T> }): Variable<T>;
  /** Hands a form to a person or a group, and goes on once it is completed. */
  assignUserTask<Fields extends FieldDefinitions>(
    form: UserTaskDefinition<Fields>,
    options: UserTaskOptions,
  ): UserTaskOutput<Fields>;
  /** Has a worker do a task, and goes on once it is done. */
  execute<Inputs extends TaskInputs, Returns extends VariableType | undefined>(
    task: TaskDefinition<Inputs, Returns>,
    inputs: { [Name in keyof Inputs]: Operand<Inputs[Name]> },
    options?: TaskOptions,
  ): TaskOutput<Returns>;
  /** The same for a task that is defined elsewhere: its inputs in the order of its definition. */
  execute(taskDefName: string, inputs: Operand<ExprType>[], options?: TaskOptions): Expr<'ANY'>;
  /** Text with `{0}`, `{1}`… replaced by the values. */
  format(template: string, ...args: Operand<ExprType>[]): Expr<'STR'>;
  doIf(condition: Condition, body: () => void): Otherwise;
  /** Repeats the body for as long as the condition holds, which is asked before each round. */
  doWhile(condition: Condition, body: () => void): void;
};
