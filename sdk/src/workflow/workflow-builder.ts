// What a workflow is written with: each call is a step, and the types refuse what the engine could not do.
import type { z } from 'zod';
import type { Backoff, threadVariable } from '../../../lib/contracts/wf-spec.ts';
import type { StructDefinition, StructFields, Type, TypeIn } from '../types/type.ts';
import type { ExternalEventDefinition, WorkflowEventDefinition } from './define-event.ts';
import type { TaskDefinition, TaskInputs } from './define-task.ts';
import type { FieldDefinitions, UserTaskDefinition, UserTaskOutput } from './define-user-task.ts';
import type { Expr, ExprType, Operand, Ref, Variable } from './expression-types.ts';
import type { FailureHandling, Step } from './step.ts';
import type { Workflow } from './workflow.ts';

export type VariableOptions<T extends Type> = {
  default?: Operand<T>;
  /** Never shown, but real to workers and conditions. */
  masked?: boolean;
  /** Lets runs be found by its value. */
  searchable?: boolean;
  /** PUBLIC lets child runs inherit it. */
  access?: 'PRIVATE' | 'PUBLIC';
} & (T extends 'JSON_OBJ' | 'JSON_ARR'
  ? {
      /** Lets runs be found by what is at these paths. */
      jsonIndexes?: NonNullable<z.input<typeof threadVariable>['jsonIndexes']>;
    }
  : unknown);

/** A required one must be given at the start. */
export type InputOptions<T extends Type> = VariableOptions<T> & { required?: boolean };

/** How a worker is to do a task. */
export type TaskOptions = {
  /** How long an attempt may go without a heartbeat; 60 unless given. */
  timeoutSeconds?: number;
  /** How long an attempt may wait for a worker; without it, for as long as it takes. */
  scheduleTimeoutSeconds?: number;
  /** Attempts after the first. */
  retries?: number;
  /** The delay before retry N is `baseMs · multiplier^(N-1)`, at most `maxMs`. Without it a retry follows at once. */
  backoff?: Backoff;
};

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
  /** Read-only lines beside the form: a label, and any value. */
  details?: { label: string; value: Operand<'ANY'> }[];
  /** From 0 to 100; 50 unless given. */
  priority?: Operand<'INT'>;
  /** An instant, or seconds from the task's arrival. */
  dueAt?: Operand<'TIMESTAMP'> | Operand<'DOUBLE'>;
  /** When somebody should look at it again: an instant, or seconds from the task's arrival. */
  followUpAt?: Operand<'TIMESTAMP'> | Operand<'DOUBLE'>;
  /** Who asked for it, instead of the one who started the run. */
  requester?: Operand<'STR'>;
  /** Separation of duties: they may not do it, whatever groups they are in. Each is a person, or a list of them. */
  excludeUsers?: (Operand<'STR'> | Operand<'JSON_ARR'>)[];
  /** Named, a cancelled task fails as this EXCEPTION, instead of as the ERROR USER_TASK_CANCELLED. */
  onCancellationExceptionName?: Operand<'STR'>;
  /** A version of the form; without it, the latest one at the time when the workflow is put. */
  version?: number;
};

/** A value for each input. */
type Given<Inputs extends TaskInputs> = [keyof Inputs] extends [never]
  ? Record<string, never>
  : { [Name in keyof Inputs]: Operand<TypeIn<Inputs[Name]>> };

/** What there is where a type may be missing: a value, or nothing to use. */
type Output<T extends ExprType | undefined> = T extends ExprType ? Expr<T> : unknown;
type Arguments<T extends Type | undefined> = T extends Type ? [content: Operand<T>] : [];

type Correlation = ExternalEventDefinition['correlation'];
export type EventOptions<C extends Correlation> = {
  /** The step fails with TIMEOUT when no event has come by then. */
  timeoutSeconds?: Operand<'INT'>;
} & (C extends object
  ? {
      /** An event posted by this key will do, too. */
      correlationKey?: Operand<'STR'>;
    }
  : unknown);

/** What a thread is given: a text, a boolean, a number (a DOUBLE), a bigint (an INT), a date, or a value whose type is known. */
export type ThreadInputs = { readonly [name: string]: string | boolean | number | bigint | Date | Ref<Type> };
type TypeOf<Given> =
  Given extends Ref<infer T>
    ? Extract<T, Type>
    : Given extends string
      ? 'STR'
      : Given extends boolean
        ? 'BOOL'
        : Given extends number
          ? 'DOUBLE'
          : Given extends bigint
            ? 'INT'
            : 'TIMESTAMP';
export type InputsOf<Inputs extends ThreadInputs> = { [Name in keyof Inputs]: Variable<TypeOf<Inputs[Name]>> };

export type ThreadOptions<Inputs extends ThreadInputs> = {
  /** Handed to the body as variables of the thread. */
  inputs?: Inputs;
  /** When the thread, once COMPLETED, leaves the run. */
  retention?: { secondsAfterEnd: number };
};

/** A thread that was started: its number. */
export type SpawnedThread = Step<Expr<'INT'>>;
/** The threads that were started: their numbers. */
export type SpawnedThreads = Step<Expr<'JSON_ARR'>>;
export type Threads = readonly Ref<'INT' | 'ANY'>[] | Ref<'JSON_ARR' | { readonly array: 'INT' } | 'ANY'>;

export type WaitForThreads = Step<{
  /** Handles the failure of a single thread, which then counts as completed; the body can use its variables. */
  readonly eachThread: FailureHandling<WaitForThreads>;
}>;

/** A child run that was started: its id. `waitForWf` gives what it returns. */
export type ChildWf<Returns extends ExprType | undefined> = Step<Expr<'WF_RUN_ID'>> & { readonly returns: Returns };

/** Without a major version, the latest one at the time when the workflow is put. */
export type ChildOptions = { majorVersion?: number };
export type ChildInputs = { readonly [name: string]: Operand<ExprType> };

/** The fields of a struct; those that may be null, or have a default, need not be given. */
type FieldsOf<Fields extends StructFields> = {
  readonly [Name in keyof Fields as Fields[Name] extends Optional ? never : Name]: Operand<TypeIn<Fields[Name]>>;
} & { readonly [Name in keyof Fields as Fields[Name] extends Optional ? Name : never]?: Operand<TypeIn<Fields[Name]>> };
type Optional = { readonly nullable: true } | { readonly default: unknown };

/** Follows a doIf directly. */
export type Otherwise = {
  doElseIf(condition: Ref<'BOOL' | 'ANY'>, body: () => void): Otherwise;
  doElse(body: () => void): void;
};

/**
 * What a workflow is written with: each call is a step, in the order of the calls. The bodies of threads and of handlers are written with
 * it, too; they see the variables around them.
 */
export type WorkflowBuilder<Returns extends Type | undefined = Type | undefined> = {
  /** A variable that may be given when the workflow starts, or must be. */
  input<const T extends Type>(name: string, type: T, options?: InputOptions<T>): Variable<T>;
  /** A variable of the workflow's own; null unless it has a default. */
  variable<const T extends Type>(name: string, type: T, options?: VariableOptions<T>): Variable<T>;
  /** A PUBLIC variable of the parent run, for a workflow with a `parent`. */
  inherited<const T extends Type>(name: string, type: T): Variable<T>;

  /** Hands a form to a person or a group, and goes on once it is completed. */
  assignUserTask<Fields extends FieldDefinitions>(
    form: UserTaskDefinition<Fields>,
    options: UserTaskOptions,
  ): Step<UserTaskOutput<Fields>>;
  /** Has a worker do a task, and goes on once it is done. */
  execute<Inputs extends TaskInputs, Returned extends Type | undefined>(
    task: TaskDefinition<Inputs, Returned>,
    inputs: Given<Inputs>,
    options?: TaskOptions,
  ): Step<Output<Returned>>;
  /** The same for a task that is defined elsewhere, or whose name only the run will know: its inputs in the order of its definition. */
  execute(
    taskDefName: string | Ref<'STR' | 'ANY'>,
    inputs: Operand<ExprType>[],
    options?: TaskOptions,
  ): Step<Expr<'ANY'>>;

  doIf(condition: Ref<'BOOL' | 'ANY'>, body: () => void): Otherwise;
  /** Repeats the body for as long as the condition holds, which is asked before each round. */
  doWhile(condition: Ref<'BOOL' | 'ANY'>, body: () => void): void;

  /** Waits for an event; its content is the output. */
  waitForEvent<Content extends Type | undefined, C extends Correlation>(
    event: ExternalEventDefinition<Content, C>,
    options?: EventOptions<C>,
  ): Step<Expr<Content extends Type ? Content : 'ANY'>>;
  /** Halts the thread whenever such an event comes, and runs the body; then the thread goes on. */
  interruptOn<Content extends Type | undefined>(
    event: ExternalEventDefinition<Content>,
    body: (content: Content extends Type ? Variable<Content> : undefined) => void,
  ): void;
  /** Tells those who await it that something happened. */
  throwEvent<Content extends Type | undefined>(
    event: WorkflowEventDefinition<Content>,
    ...content: Arguments<Content>
  ): Step;
  sleep(seconds: Operand<'DOUBLE'>): Step;
  /** Sleeps until an instant: a TIMESTAMP, its text, or milliseconds since 1970. When a variable in it changes, the sleep does too. */
  sleepUntil(instant: Date | Ref<'TIMESTAMP' | 'STR' | 'INT' | 'ANY'>): Step;
  /** Waits until a condition holds; it is asked again whenever something happened to the run. */
  waitForCondition(condition: Ref<'BOOL' | 'ANY'>): Step;

  /** Starts a thread beside this one, and goes on. It sees the variables of this one. */
  spawnThread<const Inputs extends ThreadInputs = Record<never, never>>(
    name: string,
    body: (inputs: InputsOf<Inputs>) => void,
    options?: ThreadOptions<Inputs>,
  ): SpawnedThread;
  /** Starts a thread for each item of a list. */
  spawnThreadForEach<Item extends Type, const Inputs extends ThreadInputs = Record<never, never>>(
    name: string,
    items: Ref<{ readonly array: Item }>,
    body: (item: Variable<Item>, inputs: InputsOf<Inputs>) => void,
    options?: ThreadOptions<Inputs>,
  ): SpawnedThreads;
  /** The items of JSON have no type of their own; `item` says which they have. */
  spawnThreadForEach<const Item extends Type, const Inputs extends ThreadInputs = Record<never, never>>(
    name: string,
    items: Operand<'JSON_ARR'>,
    body: (item: Variable<Item>, inputs: InputsOf<Inputs>) => void,
    options: ThreadOptions<Inputs> & { item: Item },
  ): SpawnedThreads;
  /** Waits for all of the threads, until one fails. */
  waitForThreads(threads: Threads): WaitForThreads;
  /** Waits for the first thread to end, whether well or not, and halts the others for good. */
  waitForFirst(threads: Threads): WaitForThreads;
  /** Waits for the first thread to complete, and halts the others for good; fails when all have. */
  waitForAny(threads: Threads): WaitForThreads;

  /** Starts a child run, and goes on. */
  runWf<Returned extends Type | undefined>(
    workflow: Workflow<Returned>,
    inputs?: ChildInputs,
    options?: ChildOptions,
  ): ChildWf<Returned>;
  /** The same for a workflow that is defined elsewhere, or whose name only the run will know. */
  runWf(wfSpecName: string | Ref<'STR' | 'ANY'>, inputs?: ChildInputs, options?: ChildOptions): ChildWf<'ANY'>;
  /** Waits for a child run; what it returns is the output. `wfRunId` tells which, where the step has started several. */
  waitForWf<Returned extends ExprType | undefined>(
    child: ChildWf<Returned>,
    wfRunId?: Operand<'WF_RUN_ID'>,
  ): Step<Output<Returned>>;

  /** Who asked for the run; null for nobody. */
  readonly requester: Expr<'STR'>;
  /** Text with `{0}`, `{1}`… replaced by the values. */
  format(template: string, ...args: Operand<ExprType>[]): Expr<'STR'>;
  /** A struct made of its fields. */
  struct<Name extends string, Fields extends StructFields>(
    struct: StructDefinition<Name, Fields>,
    fields: FieldsOf<Fields>,
  ): Expr<StructDefinition<Name, Fields>>;

  /** Ends the thread here. In the workflow's own thread the value is what the run returns. */
  return(...value: Returns extends Type ? [value?: Operand<Returns>] : []): void;
  /** Ends the thread here as a business exception, which who waits for the thread or the run can handle. */
  fail(name: string, message: string, content?: Operand<ExprType>): void;
};
