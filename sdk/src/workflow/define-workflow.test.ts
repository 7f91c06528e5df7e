import { describe, expect, it } from 'vitest';
import { taskDefBody } from '../../../lib/contracts/task-def.ts';
import { userTaskDefBody } from '../../../lib/contracts/user-task-def-shape.ts';
import { wfSpecBody } from '../../../lib/contracts/wf-spec.ts';
import { defineTask } from './define-task.ts';
import { defineUserTask } from './define-user-task.ts';
import { defineWorkflow } from './define-workflow.ts';
import type { Expr, Variable } from './expression-types.ts';
import type { WorkflowBuilder } from './workflow-builder.ts';

const orderForm = defineUserTask({
  name: 'order',
  displayName: 'Order',
  fields: {
    item: { type: 'STR', displayName: 'What is needed' },
    amount: { type: 'INT' },
    'needs-quote': { type: 'BOOL', required: false },
  },
});
const askSupplier = defineTask({ name: 'ask-supplier', inputs: { item: 'STR', amount: 'INT' }, returns: 'DOUBLE' });
const archive = defineTask({ name: 'archive', inputs: {} });

function nodesOf(define: (wf: WorkflowBuilder) => void) {
  const { spec } = defineWorkflow('test', define);
  return spec.threads.entrypoint?.nodes;
}

describe('a workflow', () => {
  const order = defineWorkflow(
    'order',
    (wf) => {
      const buyer = wf.input('buyer', 'STR', { required: true });
      const limit = wf.input('limit', 'DOUBLE', { default: 500 });
      const item = wf.variable('item', 'STR');
      const price = wf.variable('price', 'DOUBLE');

      const answer = wf.assignUserTask(orderForm, {
        userId: buyer,
        userGroup: 'purchasing',
        notes: wf.format('{0} may spend {1}', buyer, limit),
      });
      item.assign(answer.jsonPath('$.item'));
      price.assign(wf.execute(askSupplier, { item, amount: answer.jsonPath('$.amount') }, { retries: 3 }));
      wf.doIf(price.isGreaterThan(limit).and(answer.jsonPath("$['needs-quote']").not()), () => {
        wf.execute(archive, {});
      });
    },
    { description: 'Something is bought' },
  );

  it('is what the contract accepts, as are its definitions', () => {
    const { name, ...body } = order.spec;
    expect(name).toBe('order');
    expect(wfSpecBody.parse(body)).toMatchObject(body);
    expect(userTaskDefBody.parse(withoutName(orderForm)).fields.map((field) => field.required)).toEqual([
      true,
      true,
      false,
    ]);
    expect(taskDefBody.parse(withoutName(askSupplier))).toMatchObject({
      inputVars: [
        { name: 'item', type: 'STR' },
        { name: 'amount', type: 'INT' },
      ],
      returnType: 'DOUBLE',
    });
  });

  it('knows the definitions that it uses, each once', () => {
    expect(order.taskDefs).toEqual([askSupplier, archive]);
    expect(order.userTaskDefs).toEqual([orderForm]);
  });
});

describe('an if', () => {
  it('leaves its NOP by the first branch that holds, else by the last edge, and joins in one NOP', () => {
    const nodes = nodesOf((wf) => {
      const amount = wf.input('amount', 'INT');
      const size = wf.variable('size', 'STR');
      wf.doIf(amount.isLessThan(10), () => size.assign('small'))
        .doElseIf(amount.isLessThan(100), () => {
          wf.execute('measure', []);
        })
        .doElse(() => size.assign('large'));
      size.assign('done');
    });
    const below = (limit: number) => ({
      expression: { left: { variable: 'amount' }, operator: 'LESS_THAN', right: { literal: limit } },
    });
    const setSize = (literal: string) => [{ variable: 'size', value: { literal } }];
    expect(nodes).toEqual({
      '0-entrypoint-ENTRYPOINT': { type: 'ENTRYPOINT', edges: [{ to: '1-if-NOP' }] },
      '1-if-NOP': {
        type: 'NOP',
        edges: [
          { to: '3-end-if-NOP', condition: below(10), mutations: setSize('small') },
          { to: '2-measure-TASK', condition: below(100) },
          { to: '3-end-if-NOP', mutations: setSize('large') },
        ],
      },
      '2-measure-TASK': { type: 'TASK', taskDefName: 'measure', edges: [{ to: '3-end-if-NOP' }] },
      '3-end-if-NOP': { type: 'NOP', edges: [{ to: '4-exit-EXIT', mutations: setSize('done') }] },
      '4-exit-EXIT': { type: 'EXIT' },
    });
  });

  it('without an else goes on when nothing holds', () => {
    const nodes = nodesOf((wf) => {
      wf.doIf(wf.input('urgent', 'BOOL'), () => {
        wf.execute('hurry', []);
      });
    });
    expect(nodes?.['1-if-NOP']).toEqual({
      type: 'NOP',
      edges: [{ to: '2-hurry-TASK', condition: { variable: 'urgent' } }, { to: '3-end-if-NOP' }],
    });
  });

  it('may stand in a branch of another', () => {
    const nodes = nodesOf((wf) => {
      const a = wf.input('a', 'BOOL');
      wf.doIf(a, () => {
        wf.doIf(a.not(), () => {
          wf.execute('inner', []);
        });
      }).doElse(() => {
        wf.execute('outer', []);
      });
    });
    expect(Object.keys(nodes ?? {})).toEqual([
      '0-entrypoint-ENTRYPOINT',
      '1-if-NOP',
      '2-if-NOP',
      '3-inner-TASK',
      '4-end-if-NOP',
      '5-outer-TASK',
      '6-end-if-NOP',
      '7-exit-EXIT',
    ]);
    expect(nodes?.['4-end-if-NOP']).toEqual({ type: 'NOP', edges: [{ to: '6-end-if-NOP' }] });
  });

  it('has its else directly after it', () => {
    const define = (wf: WorkflowBuilder) => {
      const open = wf.doIf(wf.input('a', 'BOOL'), () => undefined);
      wf.execute('between', []);
      open.doElse(() => undefined);
    };
    expect(() => defineWorkflow('test', define)).toThrow('must directly follow their doIf');
  });
});

describe('a while', () => {
  it('asks before each round, and goes back from its closing NOP', () => {
    const nodes = nodesOf((wf) => {
      const left = wf.input('left', 'INT', { required: true });
      wf.doWhile(left.isGreaterThan(0), () => {
        wf.execute('work', []);
        left.assign(left.minus(1));
      });
    });
    const condition = { expression: { left: { variable: 'left' }, operator: 'GREATER_THAN', right: { literal: 0 } } };
    const oneLess = { expression: { left: { variable: 'left' }, operator: 'SUBTRACT', right: { literal: 1 } } };
    expect(nodes).toMatchObject({
      '1-while-NOP': { type: 'NOP', edges: [{ to: '2-work-TASK', condition }, { to: '3-end-while-NOP' }] },
      '2-work-TASK': { edges: [{ to: '3-end-while-NOP', mutations: [{ variable: 'left', value: oneLess }] }] },
      '3-end-while-NOP': { type: 'NOP', edges: [{ to: '1-while-NOP', condition }, { to: '4-exit-EXIT' }] },
    });
  });
});

describe('values', () => {
  it('write integers beyond 2^53 as typed decimal strings', () => {
    const nodes = nodesOf((wf) => {
      wf.variable('big', 'INT').assign(2n ** 60n);
    });
    expect(nodes?.['0-entrypoint-ENTRYPOINT']).toMatchObject({
      edges: [{ mutations: [{ variable: 'big', value: { literal: '1152921504606846976', type: 'INT' } }] }],
    });
  });

  it('take one path into JSON', () => {
    const define = (wf: WorkflowBuilder) => {
      const order = wf.input('order', 'JSON_OBJ');
      wf.execute('show', [order.jsonPath('$.lines').jsonPath('$[0]')]);
    };
    expect(() => defineWorkflow('test', define)).toThrow('write one longer path');
  });
});

describe('misuse', () => {
  it.each([
    [
      'a variable declared twice',
      (wf: WorkflowBuilder) => [wf.variable('a', 'STR'), wf.variable('a', 'INT')],
      'variable a is declared twice',
    ],
    [
      'a variable of a thread used outside of it',
      (wf: WorkflowBuilder) => {
        let inner: Variable<'STR'> | undefined;
        wf.spawnThread('helper', () => {
          inner = wf.variable('inner', 'STR');
        });
        inner?.assign('late');
      },
      'thread entrypoint cannot use variable inner, which belongs to thread helper',
    ],
    [
      'an output used in another thread',
      (wf: WorkflowBuilder) => {
        const output = wf.execute('look', []);
        wf.spawnThread('helper', () => {
          wf.execute('use', [output]);
        });
      },
      'thread helper cannot use the output of step 1-look-TASK, which belongs to thread entrypoint',
    ],
    [
      'a step behind a return',
      (wf: WorkflowBuilder) => {
        wf.doIf(wf.input('a', 'BOOL'), () => wf.return()).doElse(() => wf.fail('refused', 'No'));
        wf.execute('late', []);
      },
      'step late cannot be reached',
    ],
    [
      'two threads of one name',
      (wf: WorkflowBuilder) => [1, 2].map(() => wf.spawnThread('a', () => undefined)),
      'two threads are named a',
    ],
    [
      'an input of a thread',
      (wf: WorkflowBuilder) => wf.spawnThread('helper', () => wf.input('a', 'STR')),
      'a thread is given its inputs by the step that starts it',
    ],
    [
      'a thread input of no known type',
      (wf: WorkflowBuilder) =>
        wf.spawnThread('helper', () => undefined, { inputs: { a: wf.execute('look', []) as unknown as Expr<'STR'> } }),
      'the type of input a is not known',
    ],
    [
      'an inherited variable without a parent',
      (wf: WorkflowBuilder) => wf.inherited('a', 'STR'),
      'with the option parent',
    ],
    [
      'a default that is no literal',
      (wf: WorkflowBuilder) => wf.variable('a', 'STR', { default: wf.format('') }),
      'must be a literal',
    ],
    ['a variable name that is none', (wf: WorkflowBuilder) => wf.variable('1st', 'STR'), 'variables.0.name'],
    [
      'an async branch',
      // biome-ignore lint/nursery/noMisusedPromises: the misuse under test.
      (wf: WorkflowBuilder) => wf.doIf(wf.input('a', 'BOOL'), async () => undefined),
      'plain function',
    ],
    // biome-ignore lint/nursery/noMisusedPromises: the misuse under test.
    ['an async thread', (wf: WorkflowBuilder) => wf.spawnThread('a', async () => undefined), 'plain function'],
    ['an async workflow', async () => undefined, 'a workflow must be a plain function'],
  ])('%s is refused', (_, define, message) => {
    expect(() => defineWorkflow('test', define)).toThrow(message);
  });

  it('a name that is none is refused', () => {
    expect(() => defineWorkflow('my workflow', () => undefined)).toThrow('name: must be letters, digits and hyphens');
  });

  it('a step after the definition is refused', () => {
    let kept: WorkflowBuilder | undefined;
    defineWorkflow('test', (wf) => {
      kept = wf;
    });
    expect(() => kept?.execute('late', [])).toThrow('already defined');
  });
});

function withoutName<T extends { name: string }>({ name: _, ...body }: T): Omit<T, 'name'> {
  return body;
}
