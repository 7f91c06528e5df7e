// What is refused on PUT of the lifecycle hooks of a user task (semantics.md 12.1, decision 7).
import { expect, it } from 'vitest';
import { asWfSpec, declare, literal, type NodeInput, road, variable } from '../testing/build-spec.ts';
import { definitionsOf } from '../testing/definitions.ts';
import { validateWfSpec } from '../validate-wf-spec.ts';

type Action = NonNullable<Extract<NodeInput, { type: 'USER_TASK' }>['actions']>[number];

const DEFINITIONS = definitionsOf({
  userTaskDefs: { form: { fields: [] } },
  taskDefs: { remind: { inputVars: [{ name: 'n', type: 'INT' }] } },
});
const VARIABLES = declare({ text: 'STR', seconds: 'INT', due: 'TIMESTAMP', json: 'JSON_OBJ' });

function findings(action: Partial<Action>): string[] {
  const whole: Action = { hook: 'ON_ARRIVAL', delay: literal(1), action: { type: 'CANCEL' }, ...action };
  const ask = { type: 'USER_TASK' as const, userTaskDefName: 'form', userId: literal('a'), actions: [whole] };
  const errors = validateWfSpec(asWfSpec(road(VARIABLES, { ask })), DEFINITIONS);
  return errors.map(({ path, message }) => `${path}: ${message}`);
}
const at = (path: string, message: string) => [
  `threads.main.nodes.ask.actions.0.${path}: Thread main, node ask: ${message}`,
];
const remind = (taskDefName: string): Action['action'] => ({ type: 'TASK', taskDefName });

it.each<[string, Partial<Action>]>([
  ['whole seconds', { delay: variable('seconds') }],
  ['fractional seconds', { delay: literal(0.5) }],
  ['an instant', { delay: variable('due') }],
  ['what only the run will tell', { delay: variable('json', '$.due'), hook: 'ON_INACTIVITY' }],
  ['a reminder', { action: { type: 'TASK', taskDefName: 'remind', inputs: [variable('seconds')] } }],
  ['a reassignment', { action: { type: 'REASSIGN', userId: variable('text') } }],
  ['a cancellation with a reason', { action: { type: 'CANCEL', reason: variable('text') } }],
])('takes %s', (_, action) => {
  expect(findings(action)).toEqual([]);
});

it.each<[string, Partial<Action>, string[]]>([
  [
    'a delay that is a text',
    { delay: variable('text') },
    at('delay', 'must be a number of seconds or a TIMESTAMP, not STR'),
  ],
  [
    'a delay that is null',
    { delay: literal(null) },
    at('delay', 'must be a number of seconds or a TIMESTAMP, not null'),
  ],
  [
    'an instant of inactivity',
    { delay: variable('due'), hook: 'ON_INACTIVITY' },
    at('delay', 'inactivity is counted in seconds, not up to a TIMESTAMP'),
  ],
  [
    'a variable that there is not',
    { delay: variable('dely') },
    at('delay.variable', 'there is no variable dely that this thread can see'),
  ],
  ['an unknown task', { action: remind('remnd') }, at('action.taskDefName', 'there is no TaskDef remnd')],
  ['too few inputs', { action: remind('remind') }, at('action.inputs', 'task remind takes 1 inputs, not 0')],
  [
    'an input of another type',
    { action: { type: 'TASK', taskDefName: 'remind', inputs: [variable('text')] } },
    at('action.inputs.0', 'Cannot assign STR to INT without explicit casting'),
  ],
  ['nobody', { action: { type: 'REASSIGN' } }, at('action', 'must name a userId, a userGroup, or both')],
  [
    'a blank person',
    { action: { type: 'REASSIGN', userId: literal(' ') } },
    at('action.userId', "UserId can't be empty"),
  ],
  [
    'a group that is no text',
    { action: { type: 'REASSIGN', userGroup: variable('json') } },
    at('action.userGroup', 'Cannot assign JSON_OBJ to STR without explicit casting'),
  ],
  [
    'a reason that is no text',
    { action: { type: 'CANCEL', reason: variable('json') } },
    at('action.reason', 'Cannot assign JSON_OBJ to STR without explicit casting'),
  ],
])('refuses %s', (_, action, expected) => {
  expect(findings(action)).toEqual(expected);
});
