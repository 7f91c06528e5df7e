import { describe, expect, it } from 'vitest';
import { defineExternalEvent, defineWorkflowEvent } from './define-event.ts';
import { defineTask } from './define-task.ts';
import { defineWorkflow } from './define-workflow.ts';
import type { Variable } from './expression-types.ts';
import type { WorkflowBuilder } from './workflow-builder.ts';

const paid = defineExternalEvent({ name: 'paid', content: 'INT', correlation: {} });
const told = defineWorkflowEvent({ name: 'told', content: 'STR' });

function threadsOf(define: (wf: WorkflowBuilder) => void) {
  return defineWorkflow('test', define).spec.threads;
}

/** The first step of a thread, without what leads on from it. */
function firstStep(define: (wf: WorkflowBuilder) => void, thread = 'entrypoint') {
  const nodes = threadsOf(define)[thread]?.nodes ?? {};
  const [name, node] = Object.entries(nodes)[1] ?? [];
  return { name, ...node, edges: undefined };
}

describe('a step', () => {
  it.each<[string, (wf: WorkflowBuilder) => unknown, object]>([
    [
      'has a task done, patiently',
      (wf) =>
        wf.execute('look', [1], {
          timeoutSeconds: 5,
          scheduleTimeoutSeconds: 60,
          retries: 2,
          backoff: { baseMs: 1, multiplier: 2, maxMs: 8 },
        }),
      {
        name: '1-look-TASK',
        inputs: [{ literal: 1 }],
        timeoutSeconds: 5,
        scheduleTimeoutSeconds: 60,
        retries: 2,
        backoff: { baseMs: 1, multiplier: 2, maxMs: 8 },
      },
    ],
    [
      'has a task done that the run names',
      (wf) => wf.execute(wf.format('look-{0}', 'up'), []),
      { name: '1-task-TASK', taskDefName: { format: 'look-{0}', args: [{ literal: 'up' }] } },
    ],
    [
      'waits for an event',
      (wf) => wf.waitForEvent(paid, { timeoutSeconds: 60, correlationKey: 'a' }),
      {
        name: '1-paid-EXTERNAL_EVENT',
        externalEventDefName: 'paid',
        timeoutSeconds: { literal: 60 },
        correlationKey: { literal: 'a' },
      },
    ],
    [
      'throws an event',
      (wf) => wf.throwEvent(told, 'a'),
      { name: '1-told-THROW_EVENT', workflowEventDefName: 'told', content: { literal: 'a' } },
    ],
    ['sleeps', (wf) => wf.sleep(1.5), { name: '1-sleep-SLEEP', seconds: { literal: 1.5 } }],
    [
      'sleeps until an instant',
      (wf) => wf.sleepUntil(new Date(0)),
      { name: '1-sleep-SLEEP', until: { literal: '1970-01-01T00:00:00.000Z', type: 'TIMESTAMP' } },
    ],
    [
      'waits for a condition',
      (wf) => wf.waitForCondition(wf.variable('a', 'BOOL')),
      { name: '1-condition-WAIT_FOR_CONDITION', condition: { variable: 'a' } },
    ],
    [
      'fails',
      (wf) => wf.fail('refused', 'No', 7),
      { name: '1-refused-EXIT', failure: { name: 'refused', message: 'No', content: { literal: 7 } } },
    ],
    [
      'runs a workflow that it only names',
      (wf) => wf.runWf('other', { a: 1 }, { majorVersion: 2 }),
      { name: '1-other-RUN_CHILD_WF', wfSpecName: 'other', inputs: { a: { literal: 1 } }, majorVersion: 2 },
    ],
  ])('%s', (_, write, step) => {
    expect(firstStep((wf) => void write(wf))).toMatchObject(step);
  });

  it('that fails is handled by threads of their own, in the order in which they are written', () => {
    const threads = threadsOf((wf) => {
      wf.execute('look', [])
        .handle('TIMEOUT', () => wf.execute('hurry', []))
        .onException((failure) => {
          wf.execute('tell', [failure.content('JSON_OBJ').at('reason')]);
        })
        .onError(() => undefined)
        .onAnyFailure(() => undefined);
    });
    expect(threads.entrypoint?.nodes['1-look-TASK']).toMatchObject({
      failureHandlers: [
        { handler: 'on-TIMEOUT-of-1-look-TASK', failureName: 'TIMEOUT' },
        { handler: 'on-exception-of-1-look-TASK', failureType: 'EXCEPTION' },
        { handler: 'on-error-of-1-look-TASK', failureType: 'ERROR' },
        { handler: 'on-failure-of-1-look-TASK' },
      ],
    });
    expect(threads['on-exception-of-1-look-TASK']).toMatchObject({
      variables: [{ name: 'INPUT', type: 'JSON_OBJ' }],
      nodes: { '1-tell-TASK': { inputs: [{ variable: 'INPUT', path: ['reason'] }] } },
    });
    expect(Object.keys(threads)).toHaveLength(5);
  });
});

describe('threads', () => {
  it('are started with inputs, and waited for by their numbers', () => {
    const threads = threadsOf((wf) => {
      const amount = wf.variable('amount', 'INT');
      const left = wf.spawnThread('left', ({ who, of }) => void wf.execute('work', [who, of]), {
        inputs: { who: 'maria', of: amount },
        retention: { secondsAfterEnd: 0 },
      });
      const right = wf.spawnThread('right', () => amount.add(1));
      wf.waitForThreads([left, right]);
    });
    expect(threads.left).toMatchObject({
      variables: [
        { name: 'who', type: 'STR', required: true },
        { name: 'of', type: 'INT', required: true },
      ],
      nodes: { '1-work-TASK': { inputs: [{ variable: 'who' }, { variable: 'of' }] } },
      retention: { secondsAfterEnd: 0 },
    });
    expect(threads.entrypoint?.nodes).toMatchObject({
      '1-left-START_THREAD': {
        threadSpecName: 'left',
        inputs: { who: { literal: 'maria' }, of: { variable: 'amount' } },
      },
      '3-threads-WAIT_FOR_THREADS': {
        threads: [{ nodeOutput: '1-left-START_THREAD' }, { nodeOutput: '2-right-START_THREAD' }],
      },
    });
  });

  it.each([
    ['waitForFirst', 'FIRST'],
    ['waitForAny', 'ANY'],
  ] as const)('are started for each item; %s', (wait, strategy) => {
    const threads = threadsOf((wf) => {
      const items = wf.variable('items', { array: 'DOUBLE' });
      const all = wf.spawnThreadForEach('each', items, (item) => {
        const half = wf.variable('half', 'DOUBLE');
        half.assign(item.dividedBy(2));
      });
      wf[wait](all).eachThread.onError(() => wf.variable('note', 'DOUBLE').assign(items.at(0)));
    });
    expect(threads.each?.variables).toMatchObject([{ name: 'INPUT', type: 'DOUBLE' }, { name: 'half' }]);
    expect(threads.entrypoint?.nodes).toMatchObject({
      '1-each-START_MULTIPLE_THREADS': { items: { variable: 'items' } },
      '2-threads-WAIT_FOR_THREADS': {
        threads: { nodeOutput: '1-each-START_MULTIPLE_THREADS' },
        strategy,
        perThreadFailureHandlers: [{ handler: 'each-on-error-of-2-threads-WAIT_FOR_THREADS', failureType: 'ERROR' }],
      },
    });
  });

  it('that fail are handled with their own variables in sight', () => {
    let who: Variable<'STR'> | undefined;
    const threads = threadsOf((wf) => {
      const helper = wf.spawnThread('helper', () => {
        who = wf.variable('who', 'STR');
      });
      wf.waitForThreads([helper]).eachThread.onException(() => {
        who?.assign('nobody');
      });
    });
    expect(threads['each-on-exception-of-2-threads-WAIT_FOR_THREADS']?.nodes).toMatchObject({
      '0-entrypoint-ENTRYPOINT': { edges: [{ mutations: [{ variable: 'who', value: { literal: 'nobody' } }] }] },
    });
  });

  it('are interrupted by events, whose content their handlers get', () => {
    const threads = threadsOf((wf) => {
      const sum = wf.variable('sum', 'INT');
      wf.interruptOn(paid, (content) => sum.add(content));
    });
    expect(threads.entrypoint?.interrupts).toEqual([{ externalEventDefName: 'paid', handler: 'on-paid' }]);
    expect(threads['on-paid']).toMatchObject({
      variables: [{ name: 'INPUT', type: 'INT' }],
      nodes: {
        '0-entrypoint-ENTRYPOINT': {
          edges: [{ mutations: [{ variable: 'sum', operation: 'ADD', value: { variable: 'INPUT' } }] }],
        },
      },
    });
  });
});

describe('child runs', () => {
  const child = defineWorkflow(
    'child',
    (wf) => {
      const amount = wf.input('amount', 'INT', { required: true });
      wf.input('since', 'TIMESTAMP');
      wf.return(amount.isGreaterThan(7));
    },
    { returns: 'BOOL' },
  );

  it('are started and waited for; what they return can be used', () => {
    const { spec, workflows } = defineWorkflow('test', (wf) => {
      const run = wf.runWf(child, { amount: 1, since: new Date(0) });
      wf.doIf(wf.waitForWf(run), () => wf.fail('large', 'Too large'));
    });
    expect(workflows).toEqual([child]);
    expect(spec.threads.entrypoint?.nodes).toMatchObject({
      '1-child-RUN_CHILD_WF': {
        wfSpecName: 'child',
        inputs: { amount: { literal: 1 }, since: { literal: '1970-01-01T00:00:00.000Z', type: 'TIMESTAMP' } },
      },
      '2-child-WAIT_FOR_CHILD_WF': { node: '1-child-RUN_CHILD_WF' },
      '3-if-NOP': { edges: [{ condition: { nodeOutput: '2-child-WAIT_FOR_CHILD_WF' } }, {}] },
    });
  });

  it.each<[string, (wf: WorkflowBuilder) => void, string]>([
    ['lack an input', (wf) => void wf.runWf(child), 'workflow child needs the input amount'],
    [
      'get one that they do not have',
      (wf) => void wf.runWf(child, { amount: 1, count: 2 }),
      'workflow child has no input count',
    ],
  ])('that %s are refused', (_, define, message) => {
    expect(() => defineWorkflow('test', define)).toThrow(message);
  });

  it('inherit the PUBLIC variables of their parent', () => {
    const parent = defineWorkflow('parent', (wf) => {
      wf.variable('shared', 'INT', { access: 'PUBLIC' });
      wf.variable('own', 'INT');
    });
    const heir = defineWorkflow('heir', (wf) => wf.inherited('shared', 'INT').add(1), { parent });
    expect(heir.workflows).toEqual([parent]);
    expect(heir.spec).toMatchObject({
      parent: { wfSpecName: 'parent' },
      threads: { entrypoint: { variables: [{ name: 'shared', type: 'INT', access: 'INHERITED' }] } },
    });
    expect(() => defineWorkflow('other', (wf) => wf.inherited('own', 'INT').add(1), { parent })).toThrow(
      'workflow parent has no PUBLIC variable own to inherit',
    );
  });
});

describe('a result', () => {
  it('ends the thread, and every way needs one', () => {
    const one = defineWorkflow(
      'one',
      (wf) => {
        wf.doIf(wf.input('a', 'BOOL'), () => wf.return(1)).doElse(() => wf.fail('none', 'No result'));
      },
      { returns: 'INT' },
    );
    expect(Object.keys(one.spec.threads.entrypoint?.nodes ?? {})).toEqual([
      '0-entrypoint-ENTRYPOINT',
      '1-if-NOP',
      '2-exit-EXIT',
      '3-none-EXIT',
    ]);
    expect(one.spec.threads.entrypoint?.nodes['2-exit-EXIT']).toEqual({ type: 'EXIT', result: { literal: 1 } });
    const unfinished = (wf: WorkflowBuilder<'INT'>) => void wf.doIf(wf.input('a', 'BOOL'), () => wf.return(1));
    expect(() => defineWorkflow('two', unfinished, { returns: 'INT' })).toThrow('the workflow returns INT');
    const empty = (wf: WorkflowBuilder<'INT'>) => wf.return();
    expect(() => defineWorkflow('three', empty, { returns: 'INT' })).toThrow('give return its value');
  });

  it('is not for threads, which end without', () => {
    const define = (wf: WorkflowBuilder<'INT'>) => {
      wf.spawnThread('helper', () => wf.return());
      wf.spawnThread('other', () => wf.return(1));
    };
    expect(() => defineWorkflow('test', define, { returns: 'INT' })).toThrow('thread other does not return a value');
  });
});

it('a masked input, a default and a masked output are in the definition of a task', () => {
  const { name: _, ...body } = defineTask({
    name: 'charge',
    inputs: { card: { type: 'STR', masked: true }, times: { type: 'INT', default: 1 } },
    returns: 'STR',
    returnMasked: true,
  });
  expect(body).toEqual({
    inputVars: [
      { name: 'card', type: 'STR', masked: true },
      { name: 'times', type: 'INT', default: 1 },
    ],
    returnType: 'STR',
    returnMasked: true,
  });
});
