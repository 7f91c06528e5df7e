// What is refused on PUT of the nodes that wait, start and end things, of handlers and of interrupts (semantics.md 12.1).
import { describe, expect, it } from 'vitest';
import type { VariableAssignment } from '#contracts/assignment.ts';
import type { VariableType } from '#contracts/value.ts';
import {
  assign,
  asWfSpec,
  type BodyInput,
  bodyOf,
  declare,
  literal,
  type NodeInput,
  output,
  road,
  variable,
} from '../testing/build-spec.ts';
import { definitionsOf } from '../testing/definitions.ts';
import { validateWfSpec } from '../validate-wf-spec.ts';

const PARENT = road(
  [
    { name: 'open', type: 'INT', access: 'PUBLIC' },
    { name: 'closed', type: 'INT' },
  ],
  {},
);
const CHILD = bodyOf(
  [
    { name: 'amount', type: 'INT', required: true },
    { name: 'note', type: 'STR' },
  ],
  {
    start: { type: 'ENTRYPOINT', edges: [{ to: 'end' }] },
    end: { type: 'EXIT', result: literal('done') },
  },
);
const DEFINITIONS = definitionsOf({
  taskDefs: { count: { inputVars: [{ name: 'n', type: 'INT' }], returnType: 'INT' } },
  externalEventDefs: {
    paid: { contentType: 'INT', correlation: {} },
    noise: {},
    text: { contentType: 'STR' },
  },
  workflowEventDefs: { done: { contentType: 'INT' }, bell: {} },
  structDefs: { car: { fields: { brand: { type: 'STR' }, doors: { type: 'INT', default: 4 } } } },
  wfSpecs: { parent: PARENT, child: CHILD },
});
const TYPES = declare({
  i: 'INT',
  d: 'DOUBLE',
  s: 'STR',
  b: 'BOOL',
  o: 'JSON_OBJ',
  a: 'JSON_ARR',
  t: 'TIMESTAMP',
  w: 'WF_RUN_ID',
  ints: { array: 'INT' },
  texts: { array: 'STR' },
  counts: { map: { key: 'STR', value: 'INT' } },
  car: { struct: 'car' },
});
type Through = Exclude<NodeInput, { type: 'EXIT' }>;
type Thread = BodyInput['threads'][string];
type Variable = NonNullable<Thread['variables']>[number];

const START: NodeInput = { type: 'ENTRYPOINT', edges: [{ to: 'end' }] };
const END: NodeInput = { type: 'EXIT' };
const thread = (types: Record<string, VariableType> = {}, rest: Partial<Thread> = {}): Thread => ({
  variables: declare(types),
  nodes: { start: START, end: END },
  ...rest,
});
const validate = (body: BodyInput) => validateWfSpec(asWfSpec(body), DEFINITIONS);
const findings = (body: BodyInput) => validate(body).map(({ path, message }) => `${path} | ${message}`);
/** The findings of one node between start and end, beside other threads. */
const withNode = (node: Through, others: Record<string, Thread> = {}) => {
  const body = road(TYPES, { step: node });
  return findings({ ...body, threads: { ...body.threads, ...others } });
};
const refusal = (path: string, message: string) => [
  expect.stringMatching(`^threads.main.nodes.step.${path} . Thread main, node step: .*${message}`),
];

type Case = [what: string, node: Through, path: string, message: string];
type Fine = [what: string, node: Through];

describe('a node', () => {
  it.each<Fine>([
    ['a dynamic task', { type: 'TASK', taskDefName: variable('s'), inputs: [variable('o')] }],
    [
      'an event with a timeout and a key',
      {
        type: 'EXTERNAL_EVENT',
        externalEventDefName: 'paid',
        timeoutSeconds: variable('d'),
        correlationKey: variable('i'),
      },
    ],
    ['a sleep of seconds', { type: 'SLEEP', seconds: literal(1.5) }],
    ['a sleep until an instant', { type: 'SLEEP', until: variable('t') }],
    ['a sleep until its text', { type: 'SLEEP', until: literal('2030-01-01T00:00:00Z') }],
    ['a condition', { type: 'WAIT_FOR_CONDITION', condition: variable('b') }],
    ['an event that is thrown', { type: 'THROW_EVENT', workflowEventDefName: 'done', content: variable('i') }],
    ['an event without content', { type: 'THROW_EVENT', workflowEventDefName: 'bell' }],
    ['a child run', { type: 'RUN_CHILD_WF', wfSpecName: 'child', inputs: { amount: variable('i') } }],
    ['a dynamic child run', { type: 'RUN_CHILD_WF', wfSpecName: variable('s'), inputs: { whatever: variable('o') } }],
    ['a wait for threads by number', { type: 'WAIT_FOR_THREADS', threads: [variable('i')] }],
    ['a wait for an array of them', { type: 'WAIT_FOR_THREADS', threads: variable('ints') }],
    ['a wait for JSON of them', { type: 'WAIT_FOR_THREADS', threads: variable('a') }],
  ])('%s is accepted', (_what, node) => {
    expect(withNode(node)).toEqual([]);
  });

  it.each<Case>([
    [
      'a dynamic task of no text',
      { type: 'TASK', taskDefName: variable('o') },
      'taskDefName',
      'Cannot assign JSON_OBJ to STR',
    ],
    [
      'an unknown event',
      { type: 'EXTERNAL_EVENT', externalEventDefName: 'nothing' },
      'externalEventDefName',
      'there is no ExternalEventDef nothing',
    ],
    [
      'a timeout of no number',
      { type: 'EXTERNAL_EVENT', externalEventDefName: 'noise', timeoutSeconds: literal('1') },
      'timeoutSeconds',
      'Cannot assign STR to DOUBLE',
    ],
    [
      'a key of an event that has none',
      { type: 'EXTERNAL_EVENT', externalEventDefName: 'noise', correlationKey: literal('k') },
      'correlationKey',
      'noise has no correlation',
    ],
    ['a sleep of no number', { type: 'SLEEP', seconds: variable('s') }, 'seconds', 'Cannot assign STR to DOUBLE'],
    ['a sleep until no instant', { type: 'SLEEP', until: variable('b') }, 'until', 'must be a TIMESTAMP'],
    [
      'a condition of no BOOL',
      { type: 'WAIT_FOR_CONDITION', condition: variable('i') },
      'condition',
      'must be BOOL, not INT',
    ],
    [
      'an unknown event to throw',
      { type: 'THROW_EVENT', workflowEventDefName: 'nothing' },
      'workflowEventDefName',
      'there is no WorkflowEventDef nothing',
    ],
    [
      'content of another type',
      { type: 'THROW_EVENT', workflowEventDefName: 'done', content: variable('s') },
      'content',
      'Cannot assign STR to INT',
    ],
    [
      'content for an event without',
      { type: 'THROW_EVENT', workflowEventDefName: 'bell', content: literal(1) },
      'content',
      'has no contentType',
    ],
    [
      'no content for an event with',
      { type: 'THROW_EVENT', workflowEventDefName: 'done' },
      'content',
      'must be given: a INT',
    ],
    [
      'I-01 an unknown child',
      { type: 'RUN_CHILD_WF', wfSpecName: 'nothing' },
      'wfSpecName',
      'there is no WfSpec nothing',
    ],
    [
      'I-02 an unknown major version',
      { type: 'RUN_CHILD_WF', wfSpecName: 'child', majorVersion: 7, inputs: {} },
      'wfSpecName',
      'there is no WfSpec child in major version 7',
    ],
    [
      'I-01 a child without its input',
      { type: 'RUN_CHILD_WF', wfSpecName: 'child' },
      'inputs',
      'WfSpec child needs amount, a INT',
    ],
    [
      'a child with an input of another type',
      { type: 'RUN_CHILD_WF', wfSpecName: 'child', inputs: { amount: variable('s') } },
      'inputs.amount',
      'Cannot assign STR to INT',
    ],
    [
      'a child with another input',
      { type: 'RUN_CHILD_WF', wfSpecName: 'child', inputs: { amount: literal(1), x: literal(1) } },
      'inputs.x',
      'WfSpec child has no variable x',
    ],
    [
      'a wait for what starts no run',
      { type: 'WAIT_FOR_CHILD_WF', node: 'start' },
      'node',
      'node start is no RUN_CHILD_WF',
    ],
    ['a wait for no node', { type: 'WAIT_FOR_CHILD_WF', node: 'nothing' }, 'node', 'there is no node nothing'],
    [
      'a wait for a thread of no number',
      { type: 'WAIT_FOR_THREADS', threads: [variable('s')] },
      'threads.0',
      'Cannot assign STR to INT',
    ],
    ['a wait for texts', { type: 'WAIT_FOR_THREADS', threads: variable('texts') }, 'threads', 'an array of INT'],
    ['a wait for no array', { type: 'WAIT_FOR_THREADS', threads: variable('o') }, 'threads', 'an array of INT'],
  ])('%s is refused', (_what, node, path, message) => {
    expect(withNode(node)).toEqual(refusal(path, message));
  });
});

describe('a thread that is started', () => {
  const start = (inputs: Record<string, VariableAssignment>, other: Thread, name = 'other') =>
    withNode({ type: 'START_THREAD', threadSpecName: name, inputs }, { other });
  const each = (items: VariableAssignment, other: Thread, inputs: Record<string, VariableAssignment> = {}) =>
    withNode({ type: 'START_MULTIPLE_THREADS', threadSpecName: 'other', items, inputs }, { other });
  const needing = thread({}, { variables: [{ name: 'x', type: 'INT', required: true }] });
  const given = (type: VariableType) => thread({}, { variables: [{ name: 'INPUT', type, required: true }] });

  it('is given what it declares', () => {
    expect(start({ x: variable('i') }, needing)).toEqual([]);
    expect(start({}, thread({ x: 'INT' }))).toEqual([]);
    expect(each(variable('ints'), given('INT'))).toEqual([]);
    expect(each(variable('a'), given('STR'))).toEqual([]);
    expect(each(variable('ints'), thread({ x: 'STR' }), { x: literal('shared') })).toEqual([]);
  });

  it('exists, and is another', () => {
    expect(start({}, thread(), 'nothing')).toEqual(refusal('threadSpecName', 'there is no thread nothing'));
    expect(start({}, thread(), 'main')).toEqual(refusal('threadSpecName', 'a thread cannot start itself'));
  });

  it('needs its required inputs, takes no others, and those of its types', () => {
    expect(start({}, needing)).toEqual(refusal('inputs', 'thread other needs x, a INT'));
    expect(start({ y: literal(1) }, thread({ x: 'INT' }))).toEqual(
      refusal('inputs.y', 'thread other has no variable y'),
    );
    expect(start({ x: variable('s') }, needing)).toEqual(refusal('inputs.x', 'Cannot assign STR to INT'));
  });

  it('one for each item is given it as INPUT', () => {
    expect(each(variable('texts'), given('INT'))).toEqual(refusal('items', 'Cannot assign STR to INT'));
    expect(each(variable('o'), given('INT'))).toEqual(refusal('items', 'must be a JSON_ARR or an array, not JSON_OBJ'));
    expect(each(variable('a'), given('INT'), { INPUT: literal(1) })).toEqual(
      refusal('inputs.INPUT', 'is the item of each thread'),
    );
  });
});

describe('handlers of failures', () => {
  const handled = (handler: Record<string, unknown>, other: Thread = thread()) =>
    withNode({ type: 'NOP', failureHandlers: [handler as { handler: string }] }, { other });

  it.each(['VAR_ERROR', 'TASK_ERROR', 'TIMEOUT', 'no-response'])('may be for %s', (failureName) => {
    expect(handled({ handler: 'other', failureName })).toEqual([]);
  });

  it('exist, are another thread, and need nothing but INPUT', () => {
    const input = (name: string) => thread({}, { variables: [{ name, type: 'STR', required: true }] });
    expect(handled({ handler: 'nothing' })).toEqual(refusal('failureHandlers.0.handler', 'there is no thread nothing'));
    expect(handled({ handler: 'main' })).toEqual(
      refusal('failureHandlers.0.handler', 'cannot handle what happens to itself'),
    );
    expect(handled({ handler: 'other' }, input('INPUT'))).toEqual([]);
    expect(handled({ handler: 'other' }, input('x'))).toEqual(
      refusal('failureHandlers.0.handler', 'thread other needs x'),
    );
  });

  it('are for names that a failure can have', () => {
    const name = handled({ handler: 'other', failureName: 'VAR_SUB_EROR' });
    expect(name).toEqual(refusal('failureHandlers.0.failureName', 'VAR_SUB_EROR is no name'));
  });

  it('of single threads that are waited for are checked alike', () => {
    const node: Through = {
      type: 'WAIT_FOR_THREADS',
      threads: variable('ints'),
      perThreadFailureHandlers: [{ handler: 'nothing' }],
    };
    expect(withNode(node)).toEqual(refusal('perThreadFailureHandlers.0.handler', 'there is no thread nothing'));
  });
});

describe('H-11 interrupts', () => {
  const interrupting = (
    event: string,
    handler: string,
    others: Record<string, Thread>,
    steps: Record<string, Through> = {},
  ) => {
    const body = road(TYPES, steps);
    const main = {
      ...body.threads.main,
      nodes: body.threads.main?.nodes ?? {},
      interrupts: [{ externalEventDefName: event, handler }],
    };
    return findings({ ...body, threads: { main, ...others } });
  };
  const at = (path: string, message: string) => [expect.stringMatching(`^threads.${path} . .*${message}`)];

  it('run a thread that declares INPUT or nothing', () => {
    expect(interrupting('paid', 'other', { other: thread() })).toEqual([]);
    expect(interrupting('paid', 'other', { other: thread({ INPUT: 'INT' }) })).toEqual([]);
    expect(interrupting('noise', 'other', { other: thread({ INPUT: 'INT' }) })).toEqual([]);
  });

  it('name an event and a thread that exist', () => {
    const path = 'main.interrupts.0';
    expect(interrupting('nothing', 'other', { other: thread() })).toEqual(
      at(`${path}.externalEventDefName`, 'there is no ExternalEventDef nothing'),
    );
    expect(interrupting('paid', 'nothing', {})).toEqual(at(`${path}.handler`, 'there is no thread nothing'));
    expect(interrupting('paid', 'main', {})).toEqual(at(`${path}.handler`, 'cannot handle what happens to itself'));
  });

  it('give nothing but INPUT, of the type of the event', () => {
    const path = 'main.interrupts.0.handler';
    expect(interrupting('paid', 'other', { other: thread({ x: 'INT' }) })).toEqual(at(path, 'may declare INPUT alone'));
    expect(interrupting('text', 'other', { other: thread({ INPUT: 'INT' }) })).toEqual(
      at(path, 'its INPUT is INT, but the event brings STR'),
    );
  });

  it('are by an event that does nothing else, in any thread', () => {
    const path = 'main.interrupts.0.externalEventDefName';
    const waiting: Through = { type: 'EXTERNAL_EVENT', externalEventDefName: 'paid' };
    expect(interrupting('paid', 'other', { other: thread() }, { waiting })).toEqual(
      at(path, 'a node waits for the same event'),
    );
    const second = thread({}, { interrupts: [{ externalEventDefName: 'paid', handler: 'other' }] });
    const both = interrupting('paid', 'other', { other: thread(), second });
    expect(both).toEqual(at('second.interrupts.0.externalEventDefName', 'it interrupts thread main already'));
  });
});

describe('J-11 EXIT nodes', () => {
  const ends = (...exits: Omit<Extract<NodeInput, { type: 'EXIT' }>, 'type'>[]) => {
    const names = exits.map((_, index) => `end${index}`);
    const edges = names.map((to) => ({ to, condition: variable('b') }));
    const nodes = exits.map((exit, index) => [`end${index}`, { type: 'EXIT' as const, ...exit }] as const);
    return findings(bodyOf(TYPES, { start: { type: 'ENTRYPOINT', edges }, ...Object.fromEntries(nodes) }));
  };

  it('of a thread return one type, or nothing', () => {
    expect(ends({ result: variable('i') }, { result: literal(3) })).toEqual([]);
    expect(ends({}, {})).toEqual([]);
    expect(ends({ result: variable('i') }, { result: variable('o', '$.x') }, { result: literal(null) })).toEqual([]);
    expect(ends({ result: variable('i') }, { failure: { name: 'denied' } })).toEqual([]);
  });

  it('of different types, or void and non-void, are refused', () => {
    expect(ends({ result: variable('i') }, { result: variable('s') })).toEqual([
      'threads.main | Thread main returns different output types: INT and STR',
    ]);
    expect(ends({ result: variable('i') }, {})).toEqual([
      'threads.main | Thread main returns void at one EXIT and non-void at another',
    ]);
  });

  it('fail under a name of their own, and then return nothing', () => {
    expect(ends({ failure: { name: 'TIMEOUT' } })).toEqual([
      expect.stringContaining('end0.failure.name | Thread main, node end0: TIMEOUT is a name that the engine keeps'),
    ]);
    expect(ends({ failure: { name: 'denied' }, result: literal(1) })).toEqual([expect.stringContaining('not both')]);
  });
});

describe('C-32 outputs have the types that their nodes give', () => {
  const child: Through = { type: 'RUN_CHILD_WF', wfSpecName: 'child', inputs: { amount: literal(1) } };
  const assigning = (name: string, step: Through) => {
    const body = road(TYPES, { child, step }, { step: [assign(name, output('step'))] });
    return findings({ ...body, threads: { ...body.threads, other: thread() } });
  };
  const ofEach: Through = { type: 'START_MULTIPLE_THREADS', threadSpecName: 'other', items: literal([]) };

  it.each<[Through, fits: string[], unfit: string]>([
    [{ type: 'EXTERNAL_EVENT', externalEventDefName: 'paid' }, ['i', 'd', 's'], 'b'],
    [{ type: 'EXTERNAL_EVENT', externalEventDefName: 'text' }, ['s'], 'i'],
    [{ type: 'START_THREAD', threadSpecName: 'other' }, ['i', 'd'], 'o'],
    [ofEach, ['ints', 'a'], 'texts'],
    [child, ['w', 's'], 'i'],
    [{ type: 'WAIT_FOR_CHILD_WF', node: 'child' }, ['s'], 'i'],
  ])('%j', (node, fits, unfit) => {
    for (const name of fits) expect(assigning(name, node)).toEqual([]);
    expect(assigning(unfit, node)).toEqual([expect.stringContaining('without explicit casting')]);
  });

  it('or none that is known', () => {
    for (const name of ['i', 's', 'o']) {
      expect(assigning(name, { type: 'EXTERNAL_EVENT', externalEventDefName: 'noise' })).toEqual([]);
      expect(assigning(name, { type: 'TASK', taskDefName: variable('s') })).toEqual([]);
    }
    expect(assigning('i', { type: 'NOP' })).toEqual([expect.stringContaining('node step has no output')]);
  });
});

describe('access', () => {
  const inheriting = (one: Partial<Variable>, parent: BodyInput['parent'] = { wfSpecName: 'parent' }) => {
    const body = road([{ name: 'open', type: 'INT', access: 'INHERITED', ...one }], {});
    return findings(parent ? { ...body, parent } : body);
  };

  it('I-08 what is PUBLIC in the parent is inherited', () => {
    expect(inheriting({})).toEqual([]);
  });

  it('I-07 the parent exists, and has it, PUBLIC and of that type', () => {
    expect(inheriting({}, { wfSpecName: 'nothing' })).toContainEqual(
      expect.stringContaining('parent.wfSpecName | there is no WfSpec nothing'),
    );
    expect(inheriting({ name: 'closed' })).toEqual([expect.stringContaining('it is PRIVATE in WfSpec parent')]);
    expect(inheriting({ name: 'other' })).toEqual([expect.stringContaining('WfSpec parent has no such variable')]);
    expect(inheriting({ type: 'STR' })).toEqual([expect.stringContaining('it is INT in WfSpec parent')]);
    expect(inheriting({ required: true })).toEqual([expect.stringContaining('it is inherited, and cannot be given')]);
    expect(findings(road([{ name: 'open', type: 'INT', access: 'INHERITED' }], {}))).toEqual([
      expect.stringContaining('only a WfSpec with a parent'),
    ]);
  });

  it('the entrypoint thread sees its own variables alone; a thread below it may see those above', () => {
    const use: Through = { type: 'WAIT_FOR_CONDITION', condition: variable('theirs') };
    const body = road(TYPES, { step: use });
    const other = thread({ theirs: 'BOOL' });
    expect(findings({ ...body, threads: { ...body.threads, other } })).toEqual([
      expect.stringContaining('there is no variable theirs that this thread can see'),
    ]);
    const above = road(declare({ theirs: 'BOOL' }), { spawn: { type: 'START_THREAD', threadSpecName: 'below' } });
    const below = road([], { step: use }).threads.main;
    expect(findings({ ...above, threads: { ...above.threads, ...(below && { below }) } })).toEqual([]);
  });
});

describe('variables that runs are found by', () => {
  const declared = (one: Partial<Variable>) => findings(road([{ name: 'x', type: 'STR', ...one }], {}));

  it.each<VariableType>(['STR', 'INT', 'DOUBLE', 'BOOL', 'TIMESTAMP', 'WF_RUN_ID', 'JSON_ARR', { array: 'STR' }])(
    'may be %j',
    (type) => {
      expect(declared({ type, searchable: true })).toEqual([]);
    },
  );

  it.each<VariableType>(['BYTES', 'JSON_OBJ', { map: { key: 'STR', value: 'STR' } }, { struct: 'car' }])(
    'may not be %j',
    (type) => {
      expect(declared({ type, searchable: true })).toEqual([expect.stringContaining('runs cannot be found by')]);
    },
  );

  it('K-05 by fields of JSON, at paths that can be read', () => {
    const index = (path: string, type: 'STR' | 'BYTES' = 'STR') => [{ path, type }];
    expect(declared({ type: 'JSON_OBJ', jsonIndexes: index('$.a') })).toEqual([]);
    expect(declared({ jsonIndexes: index('$.a') })).toEqual([expect.stringContaining('needs JSON, not STR')]);
    expect(declared({ type: 'JSON_OBJ', jsonIndexes: index('$.a[') })).toEqual([
      expect.stringContaining('jsonIndexes.0.path'),
    ]);
    expect(declared({ type: 'JSON_OBJ', jsonIndexes: index('$.a', 'BYTES') })).toEqual([
      expect.stringContaining('found by BYTES'),
    ]);
  });

  it('name structs that exist, and have defaults that fit them', () => {
    expect(declared({ type: { struct: 'bike' } })).toEqual([
      expect.stringContaining('Refers to non-existent StructDef bike'),
    ]);
    expect(declared({ type: { struct: 'car' }, default: { brand: 'a' } })).toEqual([]);
    expect(declared({ type: { struct: 'car' }, default: {} })).toEqual([
      expect.stringContaining('The default must be car 0'),
    ]);
  });
});
