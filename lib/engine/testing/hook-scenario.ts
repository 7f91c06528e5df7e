// A run that waits at one user task with lifecycle hooks, a reminder to send, and variables for what they are made of.
import type { JsonObject } from '#contracts/json.ts';
import type { Owners, UserTaskEventBody } from '#contracts/user-task-run.ts';
import { instantFromText } from '#contracts/value.ts';
import type { Request } from '../command.ts';
import type { TaskRunState } from '../family.ts';
import { armedHooks } from '../user-task/armed-hooks.ts';
import {
  along,
  assign,
  awaitEvent,
  declare,
  doTask,
  literal,
  type NodeInput,
  output,
  processOf,
  variable,
} from './build-spec.ts';
import { accepted, admin, RUN_ID, type Scenario, scenario } from './scenario.ts';
import { FORM } from './user-task-scenario.ts';

type UserTaskInput = Extract<NodeInput, { type: 'USER_TASK' }>;
type ActionInput = NonNullable<UserTaskInput['actions']>[number];
type HookInput = ActionInput['hook'];

/** Delays in seconds, unless they are assignments. */
type DelayInput = number | ActionInput['delay'];
const delayOf = (delay: DelayInput) => (typeof delay === 'number' ? literal(delay) : delay);
const action = (hook: HookInput, delay: DelayInput, what: ActionInput['action'], more: Partial<ActionInput> = {}) => ({
  hook,
  delay: delayOf(delay),
  action: what,
  ...more,
});

export const remind = (hook: HookInput, delay: DelayInput, more: Partial<ActionInput> = {}): ActionInput =>
  action(hook, delay, { type: 'TASK', taskDefName: 'remind', inputs: [variable('text')], retries: 1 }, more);
export const reassign = (
  hook: HookInput,
  delay: DelayInput,
  to: Omit<Extract<ActionInput['action'], { type: 'REASSIGN' }>, 'type'>,
  more: Partial<ActionInput> = {},
): ActionInput => action(hook, delay, { type: 'REASSIGN', ...to }, more);
export const cancelAfter = (hook: HookInput, delay: DelayInput, reason?: string): ActionInput =>
  action(hook, delay, { type: 'CANCEL', ...(reason !== undefined && { reason: literal(reason) }) });

/** `form := ut my-form` at (0,1), with an interrupt, a handler of `no-response`, and then a task. */
export function givenHooks(
  actions: ActionInput[],
  { variables = {}, ...node }: Partial<UserTaskInput> & { variables?: JsonObject } = {},
): Scenario {
  const run = scenario({
    userTaskDefs: { 'my-form': FORM },
    taskDefs: {
      remind: { inputVars: [{ name: 'text', type: 'STR' }] },
      'my-task': { inputVars: [{ name: 'form', type: 'JSON_OBJ' }] },
      cleanup: {},
    },
    externalEventDefs: { poke: {}, done: {}, change: { contentType: 'JSON_OBJ' } },
    wfSpec: processOf({
      main: along(
        {
          ut: {
            type: 'USER_TASK',
            userTaskDefName: 'my-form',
            userTaskDefVersion: 0,
            actions,
            failureHandlers: [{ failureName: 'no-response', handler: 'clean' }],
            ...node,
          },
          task: doTask('my-task', { inputs: [variable('form')] }),
        },
        {
          variables: declare({ form: 'JSON_OBJ', text: 'STR', delay: 'DOUBLE', due: 'TIMESTAMP', json: 'JSON_OBJ' }),
          mutations: { ut: [assign('form', output('ut'))] },
          interrupts: [
            { externalEventDefName: 'poke', handler: 'handle' },
            { externalEventDefName: 'change', handler: 'set' },
          ],
        },
      ),
      handle: along({ done: awaitEvent('done') }),
      // Sets the variables that its event brings.
      set: along(
        { here: { type: 'NOP' } },
        {
          variables: declare({ INPUT: 'JSON_OBJ' }),
          mutations: {
            here: [
              assign('text', variable('INPUT', '$.text')),
              assign('delay', variable('INPUT', '$.delay')),
              assign('json', variable('INPUT', '$.json')),
            ],
          },
        },
      ),
      clean: along({ cleanup: doTask('cleanup') }),
    }),
  });
  accepted(run.start(variables));
  return run;
}

export const assignTo = (run: Scenario, owners: Partial<Owners>) =>
  accepted(
    run.send({
      type: 'AssignUserTask',
      guid: '0-1',
      owners: { userId: null, userGroup: null, ...owners },
      cause: 'assign',
      onlyFromUnassigned: false,
      reason: 'as I say',
      actor: admin('boss'),
    }),
  );

export const changeHook = (run: Scenario, hookId: string, change: Extract<Request, { type: 'ChangeHook' }>['change']) =>
  run.send({ type: 'ChangeHook', guid: '0-1', hookId, change, reason: 'because', actor: admin('boss') });

/** What is armed, as people see it; due times in milliseconds. */
export function armed(run: Scenario) {
  const family = run.family();
  const hooks = family ? armedHooks(family, run.world, { at: run.now(), wfRunId: RUN_ID, guid: '0-1' }) : [];
  return hooks.map(({ dueAt, ...hook }) => ({ ...hook, dueAt: instantFromText(dueAt) }));
}

export const typesOf = (run: Scenario): UserTaskEventBody['type'][] => run.events().map(({ type }) => type);
export const ownersOf = ({ userId, userGroup, status }: Owners & { status: string }) => ({ userId, userGroup, status });
export const reminders = (run: Scenario): TaskRunState[] =>
  Object.values(run.run().taskRuns).filter(({ userTask }) => userTask !== null);
