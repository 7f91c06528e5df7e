import { describe, expect, it } from 'vitest';
import type { SimulatedEntry } from '#contracts/simulation.ts';
import { type Pretence, simulate } from './simulate.ts';
import {
  along,
  doTask,
  expression,
  literal,
  type NodeInput,
  output,
  processOf,
  variable,
} from './testing/build-spec.ts';
import { type Setup, worldOf } from './testing/scenario.ts';
import { FORM } from './testing/user-task-scenario.ts';

const HOUR = 3600;
const reassign = (delay: number, userId: string) =>
  ({
    hook: 'ON_TASK_ASSIGNED',
    delay: literal(delay),
    action: { type: 'REASSIGN', userId: literal(userId) },
  }) as const;
const approve: Extract<NodeInput, { type: 'USER_TASK' }> = {
  type: 'USER_TASK',
  userTaskDefName: 'form',
  userGroup: literal('finance'),
  onCancellationExceptionName: literal('no-answer'),
  failureHandlers: [{ failureName: 'no-answer', handler: 'give-up' }],
  actions: [
    reassign(HOUR, 'boss'),
    { hook: 'ON_ARRIVAL', delay: literal(2 * HOUR), action: { type: 'TASK', taskDefName: 'remind' } },
    { hook: 'ON_ARRIVAL', delay: literal(72 * HOUR), action: { type: 'CANCEL', reason: literal('too late') } },
  ],
};
const SETUP: Setup = {
  userTaskDefs: { form: FORM },
  taskDefs: { remind: {}, ship: { returnType: 'INT' }, tell: { inputVars: [{ name: 'n', type: 'INT' }] } },
  wfSpec: processOf({
    main: along(
      { approve, ship: doTask('ship'), tell: doTask('tell', { inputs: [output('ship')] }) },
      { variables: [{ name: 'who', type: 'STR', required: true }] },
    ),
    'give-up': along({}),
  }),
};

const PRETENCE: Pretence = {
  wfSpec: { name: 'process', majorVersion: 0, revision: 0 },
  variables: { who: 'maria' },
  requester: null,
  startAt: 0,
  elapseMs: 100 * HOUR * 1000,
  answers: {},
};
function played(more: Partial<Pretence> = {}, setup: Setup = SETUP) {
  const result = simulate(worldOf(setup), { ...PRETENCE, ...more });
  if ('refusal' in result) throw new Error(result.refusal.detail);
  return result.simulation;
}
const told = (entries: SimulatedEntry[]) => entries.map((entry) => `${hoursOf(entry)} h: ${inWords(entry)}`);
const hoursOf = ({ at }: SimulatedEntry) => (Number(at.slice(8, 10)) - 1) * 24 + Number(at.slice(11, 13));
function inWords(entry: SimulatedEntry): string {
  switch (entry.type) {
    case 'USER_TASK': {
      const { event } = entry;
      const owner = event.type === 'ASSIGNED' ? ` ${event.after.userId ?? event.after.userGroup}` : '';
      return `${entry.nodeName} ${event.type}${owner} (${entry.cause})`;
    }
    case 'TASK_SCHEDULED':
      return `${entry.taskDefName} for ${entry.userTask?.userId ?? 'the run'} ${JSON.stringify(entry.inputs)}`;
    case 'TASK_ENDED':
      return `${entry.taskDefName} ${entry.status}`;
    case 'NODE_FAILED':
      return `${entry.nodeName} failed as ${entry.failure}`;
    case 'ANSWER_REFUSED':
      return `${entry.nodeName} refused`;
    case 'RUN_ENDED':
      return entry.status;
  }
}

describe('what would come', () => {
  it('when nobody answers: escalation, reminder, the end, and its handling, in order', () => {
    const { entries, status, until, isCutOff } = played();
    expect(told(entries)).toEqual([
      '0 h: approve ASSIGNED finance (arrival)',
      '1 h: approve ASSIGNED boss (on-task-assigned)',
      '2 h: approve TASK_EXECUTED (on-arrival)',
      '2 h: remind for boss {}',
      '2 h: remind SUCCESS',
      '72 h: approve CANCELLED (on-arrival)',
      '72 h: approve failed as no-answer',
      '72 h: ship for the run {}',
      '72 h: ship SUCCESS',
      '72 h: tell for the run {"n":null}',
      '72 h: tell SUCCESS',
      '72 h: COMPLETED',
    ]);
    expect([status, until, isCutOff]).toEqual(['COMPLETED', '1970-01-05T04:00:00.000Z', false]);
  });

  it('when somebody does, and a task gives something', () => {
    const answers = {
      approve: { after: 90 * 60, results: { myStr: 'yes', myInt: 1 } },
      ship: { after: HOUR, output: 7 },
    };
    expect(told(played({ answers }).entries).slice(2)).toEqual([
      '1 h: approve COMPLETED (complete)',
      '1 h: ship for the run {}',
      '2 h: ship SUCCESS',
      '2 h: tell for the run {"n":7}',
      '2 h: tell SUCCESS',
      '2 h: COMPLETED',
    ]);
  });

  it('no further than the time that goes by', () => {
    const { entries, status } = played({ elapseMs: HOUR * 1000 });
    expect(entries).toHaveLength(2);
    expect(status).toBe('RUNNING');
  });

  it('answers that do not fit are told, and inputs that do not fit are refused', () => {
    const answers = { approve: { after: 0, results: { myInt: 'x' } } };
    expect(told(played({ answers }).entries)[1]).toBe('0 h: approve refused');
    expect(simulate(worldOf(SETUP), { ...PRETENCE, variables: {} })).toMatchObject({
      refusal: { code: 'INVALID_ARGUMENT' },
    });
  });

  it('is cut off when it would not end', () => {
    const again = { hook: 'ON_TASK_ASSIGNED', maxFirings: 1000 } as const;
    const actions = [
      { ...reassign(1, 'ann'), ...again },
      { ...reassign(2, 'bob'), ...again },
    ];
    const wfSpec = processOf({ main: along({ approve: { ...approve, failureHandlers: [], actions } }) });
    const { isCutOff, until } = played({ variables: {} }, { ...SETUP, wfSpec });
    expect(isCutOff).toBe(true);
    expect(until < '1970-01-02').toBe(true);
  });

  it('leaves nothing out that the engine does: a run that fails by itself has ended at once', () => {
    const bad = expression(literal(1), 'DIVIDE', variable('zero'));
    const wfSpec = processOf({
      main: along({ nap: { type: 'SLEEP', seconds: bad } }, { variables: [{ name: 'zero', type: 'INT', default: 0 }] }),
    });
    const { entries } = played({ variables: {} }, { wfSpec });
    expect(told(entries)).toEqual(['0 h: nap failed as VAR_SUB_ERROR', '0 h: ERROR']);
  });
});
