// What happens by itself to a user task that nobody acts on: reminders, reassignment, cancellation.
import type { z } from 'zod';
import type { HookType, userTaskAction } from '../../../lib/contracts/user-task-hook.ts';
import { type TypeIn, typeIn } from '../types/type.ts';
import { type Node, type StepPayload, stepOf } from './add-step.ts';
import { type TaskDefinition, type TaskInputs, TYPES } from './define-task.ts';
import { answersOf, type FieldDefinitions, type UserTaskDefinition, type UserTaskOutput } from './define-user-task.ts';
import type { ExprType, Operand, Ref } from './expression-types.ts';
import type { FailureHandling } from './step.ts';
import type { WorkflowDraft } from './workflow-draft.ts';

/** Who is to do a user task: a person, a group, or a person out of a group to which it can go back. */
export type Assignee =
  | { userId: Operand<'STR'>; userGroup?: Operand<'STR'> | undefined }
  | { userId?: Operand<'STR'> | undefined; userGroup: Operand<'STR'> };

/** A value for each input. */
export type Given<Inputs extends TaskInputs> = [keyof Inputs] extends [never]
  ? Record<string, never>
  : { [Name in keyof Inputs]: Operand<TypeIn<Inputs[Name]>> };

/** Seconds, whole or fractional, or the instant itself. It is worked out when the hook is armed. */
type Delay = Operand<'DOUBLE'> | Date | Ref<'TIMESTAMP'>;
export type HookOptions = {
  /** How often it may happen to one task: 10 times unless given. */
  maxFirings?: number;
};
type ReminderOptions = HookOptions & {
  /** How long an attempt may go without a heartbeat; 60 unless given. */
  timeoutSeconds?: number;
  /** Attempts after the first. */
  retries?: number;
};

/** What is written on a user task of the workflow; each gives the task again. */
type Hooks<Self> = {
  /** So long after the task's arrival a worker does a task of which nobody waits for the outcome; `context.userTask` tells whom to remind. */
  scheduleReminderTask<Inputs extends TaskInputs>(
    delay: Delay,
    task: TaskDefinition<Inputs>,
    inputs: Given<Inputs>,
    options?: ReminderOptions,
  ): Self;
  /** The same so long after every change of ownership, while that owner has the task. */
  scheduleReminderTaskOnAssignment<Inputs extends TaskInputs>(
    delay: Delay,
    task: TaskDefinition<Inputs>,
    inputs: Given<Inputs>,
    options?: ReminderOptions,
  ): Self;
  /** So long after every change of ownership, to a person or to a group, the task goes to another; so unclaimed work escalates, too. */
  reassignUserTask(delay: Delay, to: Assignee, options?: HookOptions): Self;
  /** So long after the task's arrival it is cancelled, whoever has it. */
  cancelUserTaskRunAfter(delay: Delay, reason?: Operand<'STR'>): Self;
  /** So long after a change of ownership it is cancelled, while that owner has it. */
  cancelUserTaskRunAfterAssignment(delay: Delay, reason?: Operand<'STR'>): Self;
  /** Cancelled, the task fails as this EXCEPTION, which `handle` catches, instead of as the ERROR USER_TASK_CANCELLED. */
  onCancellationException(name: Operand<'STR'>): Self;
};

/** A task of a group, which a person has out of it, or claims. */
type Releases<Self> = {
  /** So long after a person got the task, and still has it, it goes back to its group. */
  releaseToGroupOnDeadline(delay: Delay, options?: HookOptions): Self;
  /** The same so many seconds after the person's last act: a claim, a save, a comment. */
  releaseToGroupAfterInactivity(seconds: Operand<'DOUBLE'>, options?: HookOptions): Self;
};

/** A user task of the workflow: its answers, and the say in what happens when it fails or nobody acts. */
export type AssignedTask<Fields extends FieldDefinitions> = UserTaskOutput<Fields> & AssignedTaskHandling<Fields>;
// Interfaces, since a type may not mention itself in what it is made of.
interface AssignedTaskHandling<Fields extends FieldDefinitions>
  extends FailureHandling<AssignedTask<Fields>>,
    Hooks<AssignedTask<Fields>> {}

/** One with a group to which it can go back. */
export type ReleasableTask<Fields extends FieldDefinitions> = UserTaskOutput<Fields> & ReleasableTaskHandling<Fields>;
interface ReleasableTaskHandling<Fields extends FieldDefinitions>
  extends FailureHandling<ReleasableTask<Fields>>,
    Hooks<ReleasableTask<Fields>>,
    Releases<ReleasableTask<Fields>> {}

type ActionInput = z.input<typeof userTaskAction>;
type UserTaskNode = Node<Extract<StepPayload, { type: 'USER_TASK' }>>;

/** The step with its answers, as the workflow's author gets it. */
export function userTaskStep<Fields extends FieldDefinitions>(
  draft: WorkflowDraft,
  node: UserTaskNode,
  form: UserTaskDefinition<Fields>,
): ReleasableTask<Fields> {
  const { payload, thread, name } = node;
  const answers = answersOf(form, name, [{ of: 'output', name, scope: thread }]);
  const step = stepOf(draft, node, answers) as unknown as ReleasableTask<Fields>;

  function assertOwnThread(): void {
    if (draft.current() !== thread)
      throw new Error(`the hooks of ${name} belong into thread ${thread.name}, as it does`);
  }

  function add(
    hook: HookType,
    delay: Delay,
    action: ActionInput['action'],
    { maxFirings }: HookOptions = {},
  ): ReleasableTask<Fields> {
    assertOwnThread();
    const given: ActionInput = {
      hook,
      delay: draft.read(delay, delay instanceof Date ? 'TIMESTAMP' : 'DOUBLE'),
      ...(maxFirings !== undefined && { maxFirings }),
      action,
    };
    payload.actions = [...(payload.actions ?? []), given];
    return step;
  }

  function remind(
    hook: HookType,
    delay: Delay,
    task: TaskDefinition,
    inputs: Record<string, Operand<ExprType>>,
    { maxFirings, ...options }: ReminderOptions = {},
  ): ReleasableTask<Fields> {
    draft.uses.tasks.add(task);
    const given = Object.entries(task[TYPES].inputs).map(([input, type]) => {
      draft.mention(typeIn(type));
      return draft.read(inputs[input] ?? null, typeIn(type));
    });
    const action = {
      type: 'TASK' as const,
      taskDefName: task.name,
      ...(given.length > 0 && { inputs: given }),
      ...options,
    };
    return add(hook, delay, action, maxFirings === undefined ? {} : { maxFirings });
  }

  function cancel(hook: HookType, delay: Delay, reason?: Operand<'STR'>): ReleasableTask<Fields> {
    return add(hook, delay, { type: 'CANCEL', ...(reason !== undefined && { reason: draft.read(reason, 'STR') }) });
  }

  function release(hook: HookType, delay: Delay, options?: HookOptions): ReleasableTask<Fields> {
    const { userGroup } = payload;
    if (!userGroup) throw new Error(`${name} has no userGroup to which it could go back`);
    return add(hook, delay, { type: 'REASSIGN', userGroup }, options);
  }

  const hooks: Hooks<ReleasableTask<Fields>> & Releases<ReleasableTask<Fields>> = {
    scheduleReminderTask: (delay, task, inputs, options) => remind('ON_ARRIVAL', delay, task, inputs, options),
    scheduleReminderTaskOnAssignment: (delay, task, inputs, options) =>
      remind('ON_TASK_ASSIGNED', delay, task, inputs, options),
    reassignUserTask: (delay, { userId, userGroup }, options) =>
      add(
        'ON_TASK_ASSIGNED',
        delay,
        {
          type: 'REASSIGN',
          ...(userId !== undefined && { userId: draft.read(userId, 'STR') }),
          ...(userGroup !== undefined && { userGroup: draft.read(userGroup, 'STR') }),
        },
        options,
      ),
    releaseToGroupOnDeadline: (delay, options) => release('ON_TASK_ASSIGNED', delay, options),
    releaseToGroupAfterInactivity: (seconds, options) => release('ON_INACTIVITY', seconds, options),
    cancelUserTaskRunAfter: (delay, reason) => cancel('ON_ARRIVAL', delay, reason),
    cancelUserTaskRunAfterAssignment: (delay, reason) => cancel('ON_TASK_ASSIGNED', delay, reason),
    onCancellationException: (exception) => {
      assertOwnThread();
      payload.onCancellationExceptionName = draft.read(exception, 'STR');
      return step;
    },
  };
  return Object.assign(step, hooks);
}
