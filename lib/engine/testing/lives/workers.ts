// Lives in which programs do the work: tasks that fail, are retried, rescued and compensated for.
import {
  along,
  assign,
  bodyOf,
  doTask,
  expression,
  join,
  literal,
  MAIN,
  output,
  processOf,
  spawn,
  variable,
} from '../build-spec.ts';
import { accepted } from '../scenario.ts';
import type { Life } from './life.ts';

const INT = 'INT' as const;
const TASKS = {
  taskDefs: {
    reserve: { inputVars: [{ name: 'n', type: INT }], returnType: INT },
    charge: {
      inputVars: [
        { name: 'n', type: INT },
        { name: 'card', type: 'STR' as const, masked: true },
      ],
    },
    refund: {},
    ship: {},
  },
};

export const WORKERS: Record<string, Life> = {
  'order-with-interrupt-and-compensation': {
    about: 'An order is changed while it is worked on, then fails with an exception and is compensated for',
    setup: {
      ...TASKS,
      externalEventDefs: { 'order-changed': { contentType: INT } },
      wfSpec: processOf({
        [MAIN]: {
          ...along(
            {
              reserve: { ...doTask('reserve'), inputs: [variable('amount')] },
              charge: {
                ...doTask('charge'),
                inputs: [variable('reserved'), variable('card')],
                failureHandlers: [{ handler: 'compensate', failureType: 'EXCEPTION' }],
              },
              ship: doTask('ship'),
            },
            {
              variables: [
                { name: 'amount', type: INT, default: 2 },
                { name: 'reserved', type: INT },
                { name: 'card', type: 'STR', default: '4242', masked: true },
              ],
              mutations: { reserve: [assign('reserved', output('reserve'))] },
            },
          ),
          interrupts: [{ externalEventDefName: 'order-changed', handler: 'change' }],
        },
        change: along(
          { note: { type: 'NOP' } },
          { variables: [{ name: 'INPUT', type: INT }], mutations: { note: [assign('amount', variable('INPUT'))] } },
        ),
        compensate: along({ refund: doTask('refund') }, { variables: [{ name: 'INPUT', type: 'JSON_OBJ' }] }),
      }),
    },
    live: (run) => {
      accepted(run.start());
      run.claim('0-1');
      accepted(run.put('order-changed', 5));
      accepted(run.put('order-changed', 6));
      run.succeed('0-1', 2);
      run.throwException('0-2', 'card-declined', { reason: 'limit' });
      run.succeed('3-1');
      run.succeed('0-3');
    },
  },

  'retries-with-backoff': {
    about:
      'Attempts fail, time out and return rubbish; one is tried again after growing delays, another finds no worker in time',
    setup: {
      ...TASKS,
      wfSpec: processOf({
        [MAIN]: along(
          {
            reserve: {
              ...doTask('reserve'),
              inputs: [literal(3)],
              retries: 3,
              backoff: { baseMs: 1_000, multiplier: 3, maxMs: 5_000 },
            },
            ship: {
              ...doTask('ship'),
              scheduleTimeoutSeconds: 30,
              failureHandlers: [{ handler: 'undo', failureName: 'TASK_ERROR' }],
            },
            again: {
              ...doTask('reserve'),
              inputs: [literal(4)],
              failureHandlers: [{ handler: 'undo', failureName: 'TASK_ERROR' }],
            },
          },
          {
            variables: [{ name: 'reserved', type: INT }],
            mutations: { reserve: [assign('reserved', output('reserve'))] },
          },
        ),
        undo: along({ refund: { ...doTask('refund'), retries: 1 } }),
      }),
    },
    live: (run) => {
      accepted(run.start());
      run.claim('0-1');
      run.fail('0-1');
      run.elapse(1_000);
      accepted(run.report('0-1', { type: 'TIMEOUT' }, { attempt: 1 }));
      run.elapse(3_000);
      run.fail('0-1', 'again', { attempt: 2 });
      run.elapse(5_000);
      run.succeed('0-1', 3, { attempt: 3 });
      run.elapse(30_000);
      run.fail('1-1');
      run.succeed('1-1', null, { attempt: 1 });
      run.succeed('0-3', 'not a number');
      run.succeed('2-1');
    },
  },

  rescue: {
    about: 'A child thread fails, and its parent for it; both are rescued, then a node is skipped',
    setup: {
      ...TASKS,
      wfSpec: processOf(
        {
          [MAIN]: along({ child: spawn('work'), wait: join(['child']), ship: doTask('ship') }),
          work: along({
            charge: { ...doTask('charge'), inputs: [literal(1), literal('4242')] },
            refund: doTask('refund'),
          }),
        },
        { retention: { secondsAfterEnd: 3_600 } },
      ),
    },
    live: (run) => {
      accepted(run.start());
      run.fail('1-1');
      accepted(run.rescue(1));
      run.throwException('1-2', 'card-declined');
      accepted(run.rescue(1, true));
      run.succeed('1-3');
      run.fail('0-5');
      accepted(run.rescue(0));
      run.succeed('0-6');
    },
  },

  'foreach-with-handlers': {
    about: 'A thread per item; some fail, one failure is handled per thread, and completed threads leave the run',
    setup: {
      ...TASKS,
      wfSpec: processOf({
        [MAIN]: along(
          {
            each: {
              type: 'START_MULTIPLE_THREADS',
              threadSpecName: 'item',
              items: variable('items'),
              inputs: { factor: literal(10) },
            },
            all: {
              type: 'WAIT_FOR_THREADS',
              threads: output('each'),
              perThreadFailureHandlers: [{ handler: 'undo', failureName: 'no-stock' }],
            },
            ship: doTask('ship'),
          },
          {
            variables: [
              { name: 'items', type: { array: INT }, default: [1, 2, 3] },
              { name: 'sum', type: INT, default: 0 },
            ],
            exit: { result: variable('sum') },
          },
        ),
        item: {
          ...along(
            {
              reserve: {
                ...doTask('reserve'),
                inputs: [expression(variable('INPUT'), 'MULTIPLY', variable('factor'))],
              },
            },
            {
              variables: [
                { name: 'INPUT', type: INT },
                { name: 'factor', type: INT, required: true },
              ],
              mutations: { reserve: [assign('sum', expression(variable('sum'), 'ADD', output('reserve')))] },
            },
          ),
          retention: { secondsAfterEnd: 1 },
        },
        undo: along({ refund: doTask('refund') }),
      }),
    },
    live: (run) => {
      accepted(run.start());
      run.succeed('2-1', 20);
      run.throwException('1-1', 'no-stock');
      run.succeed('3-1', 30);
      run.elapse(2_000);
      run.succeed('4-1');
      run.succeed('0-3');
    },
  },

  'kyc-with-child-run': {
    about: 'A child run checks a customer; its result comes back, a second one fails and its failure is handled',
    setup: {
      ...TASKS,
      userTaskDefs: { check: { fields: [{ name: 'ok', type: 'BOOL' }] } },
      wfSpecs: {
        kyc: bodyOf([{ name: 'customer', type: 'STR', required: true }], {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'check' }] },
          check: {
            type: 'USER_TASK',
            userTaskDefName: 'check',
            userTaskDefVersion: 0,
            userGroup: literal('compliance'),
            title: { format: 'Check {0}', args: [variable('customer')] },
            edges: [
              { to: 'good', condition: expression(output('check', '$.ok'), 'EQUALS', literal(true)) },
              { to: 'bad' },
            ],
          },
          good: { type: 'EXIT', result: { format: '{0} is known', args: [variable('customer')] } },
          bad: {
            type: 'EXIT',
            failure: { name: 'not-known', message: 'nobody knows them', content: variable('customer') },
          },
        }),
      },
      wfSpec: processOf({
        [MAIN]: along(
          {
            first: { type: 'RUN_CHILD_WF', wfSpecName: 'kyc', inputs: { customer: literal('Ann') } },
            second: { type: 'RUN_CHILD_WF', wfSpecName: 'kyc', inputs: { customer: literal('Bob') } },
            known: { type: 'WAIT_FOR_CHILD_WF', node: 'first' },
            unknown: {
              type: 'WAIT_FOR_CHILD_WF',
              node: 'second',
              failureHandlers: [{ handler: 'undo', failureName: 'not-known' }],
            },
            ship: doTask('ship'),
          },
          {
            variables: [{ name: 'told', type: 'STR' }],
            mutations: { known: [assign('told', output('known'))] },
            exit: { result: variable('told') },
          },
        ),
        undo: along({ refund: doTask('refund') }, { variables: [{ name: 'INPUT', type: 'STR' }] }),
      }),
    },
    live: (run) => {
      accepted(run.start());
      const check = (wfRunId: string, ok: boolean) =>
        accepted(run.send({ type: 'CompleteUserTask', wfRunId, guid: '0-1', userId: 'cid', results: { ok } }));
      check('seed1-2', false);
      check('seed1-1', true);
      run.succeed('1-1');
      run.succeed('0-5');
    },
  },

  'tight-loop': {
    about: 'A loop counts to ten in one command; another never waits, is stopped, and the run is rescued past it',
    setup: {
      ...TASKS,
      limits: { fuel: 100 },
      wfSpec: bodyOf([{ name: 'n', type: INT, default: 0 }], {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'count' }] },
        count: {
          type: 'NOP',
          edges: [{ to: 'body', condition: expression(variable('n'), 'LESS_THAN', literal(10)) }, { to: 'spin' }],
        },
        body: {
          type: 'NOP',
          edges: [{ to: 'count', mutations: [assign('n', expression(variable('n'), 'ADD', literal(1)))] }],
        },
        spin: {
          type: 'NOP',
          edges: [{ to: 'back', condition: expression(variable('n'), 'EQUALS', literal(10)) }, { to: 'ship' }],
        },
        back: { type: 'NOP', edges: [{ to: 'spin' }] },
        ship: { ...doTask('ship'), edges: [{ to: 'end' }] },
        end: { type: 'EXIT', result: variable('n') },
      }),
    },
    live: (run) => {
      accepted(run.start());
      accepted(run.rescue());
    },
  },

  'stop-while-a-worker-is-at-it': {
    about:
      'A run is stopped while a worker has an attempt and another waits for its backoff; both come to their end after it is resumed',
    setup: {
      ...TASKS,
      wfSpec: processOf({
        [MAIN]: along({ one: spawn('work'), other: spawn('work'), wait: join(['one', 'other'], { strategy: 'ANY' }) }),
        work: along({
          ship: { ...doTask('ship'), retries: 2, backoff: { baseMs: 10_000, multiplier: 1, maxMs: 10_000 } },
        }),
      }),
    },
    live: (run) => {
      accepted(run.start());
      run.claim('1-1');
      run.fail('2-1');
      accepted(run.stop());
      run.fail('1-1');
      accepted(run.resume());
      run.elapse(10_000);
      run.succeed('2-1', null, { attempt: 1 });
    },
  },
};
