// What is refused on PUT: graphs, variables, assignments, tasks and user tasks. validation/*.test.ts has the other nodes.
import { describe, expect, it } from 'vitest';
import type { VariableAssignment } from '#contracts/assignment.ts';
import {
  assign,
  asWfSpec,
  type BodyInput,
  bodyOf,
  declare,
  expression,
  literal,
  type NodeInput,
  output,
  road,
  variable,
} from './testing/build-spec.ts';
import { definitionsOf } from './testing/definitions.ts';
import { validateWfSpec } from './validate-wf-spec.ts';

const DEFINITIONS = definitionsOf({
  taskDefs: {
    count: { inputVars: [{ name: 'n', type: 'INT' }], returnType: 'INT' },
    speak: { inputVars: [{ name: 'text', type: 'STR' }], returnType: 'STR' },
    nothing: { inputVars: [] },
  },
  userTaskDefs: { form: { fields: [{ name: 'a', type: 'STR' }] } },
});
const TYPES = declare({ i: 'INT', d: 'DOUBLE', s: 'STR', b: 'BOOL', o: 'JSON_OBJ', a: 'JSON_ARR' });
const validate = (body: BodyInput) => validateWfSpec(asWfSpec(body), DEFINITIONS);
const START: NodeInput = { type: 'ENTRYPOINT', edges: [{ to: 'end' }] };
const END: NodeInput = { type: 'EXIT' };

/** The findings of a mutation on the first edge. */
const assigning = (name: string, value: VariableAssignment) =>
  validate(road(TYPES, {}, { start: [assign(name, value)] }));
/** The findings of a condition on the first edge. */
const onCondition = (condition: VariableAssignment) =>
  validate(bodyOf(TYPES, { start: { type: 'ENTRYPOINT', edges: [{ to: 'end', condition }] }, end: END }));
/** The findings of one node between start and end. */
const withNode = (node: Exclude<NodeInput, { type: 'EXIT' }>) => validate(road(TYPES, { step: node }));

describe('the graph', () => {
  it('of a whole process has no findings', () => {
    const node: NodeInput = { type: 'USER_TASK', userTaskDefName: 'form', userGroup: literal('g') };
    expect(withNode(node)).toEqual([]);
  });

  it.each<[string, Record<string, NodeInput>, string, string]>([
    [
      'an edge to nowhere',
      { start: { type: 'ENTRYPOINT', edges: [{ to: 'x' }, { to: 'end' }] }, end: END },
      'nodes.start.edges.0.to',
      'leads to node x',
    ],
    [
      'a name that every object has',
      { start: { type: 'ENTRYPOINT', edges: [{ to: 'constructor' }, { to: 'end' }] }, end: END },
      'nodes.start.edges.0.to',
      'leads to node constructor',
    ],
    [
      'an edge to its own node',
      { start: START, n: { type: 'NOP', edges: [{ to: 'n' }, { to: 'end' }] }, end: END },
      'nodes.n.edges.0.to',
      'its own node',
    ],
    [
      'an edge to the ENTRYPOINT',
      {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'n' }] },
        n: { type: 'NOP', edges: [{ to: 'start' }, { to: 'end' }] },
        end: END,
      },
      'nodes.n.edges.0.to',
      'is the ENTRYPOINT',
    ],
    [
      'a node without an edge',
      { start: { type: 'ENTRYPOINT', edges: [{ to: 'n' }, { to: 'end' }] }, n: { type: 'NOP' }, end: END },
      'nodes.n.edges',
      'must have an edge',
    ],
    [
      'a node beside the road',
      { start: START, n: { type: 'NOP', edges: [{ to: 'end' }] }, end: END },
      'nodes.n',
      'cannot be reached',
    ],
    ['no ENTRYPOINT', { end: END }, '', 'exactly one ENTRYPOINT, not 0'],
    ['two ENTRYPOINTs', { start: START, other: START, end: END }, '', 'exactly one ENTRYPOINT, not 2'],
    [
      'no EXIT',
      {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'n' }] },
        n: { type: 'NOP', edges: [{ to: 'm' }] },
        m: { type: 'NOP', edges: [{ to: 'n' }] },
      },
      '',
      'no EXIT',
    ],
  ])('with %s is refused, naming the place', (_what, nodes, path, message) => {
    const findings = validate(bodyOf([], nodes));
    const place = path === '' ? 'threads.main' : `threads.main.${path}`;
    expect(findings).toContainEqual({ path: place, message: expect.stringContaining(message) });
    for (const finding of findings) expect(finding.message).toMatch(/^Thread main/);
  });

  it('names a thread that is not there', () => {
    expect(validate({ ...road([], {}), entrypoint: 'other' })).toContainEqual({
      path: 'entrypoint',
      message: 'there is no thread other',
    });
  });
});

describe('variables', () => {
  it('are declared once in the whole WfSpec, but for INPUT', () => {
    const thread = (name: string) => ({ variables: declare({ [name]: 'INT' }), nodes: { start: START, end: END } });
    const both = (name: string) => validate({ entrypoint: 'one', threads: { one: thread(name), two: thread(name) } });
    expect(both('x')).toMatchObject([{ path: 'threads.two.variables.0.name' }]);
    expect(both('INPUT')).toEqual([]);
    expect(
      validate(bodyOf([...declare({ x: 'INT' }), ...declare({ x: 'STR' })], { start: START, end: END })),
    ).toHaveLength(1);
  });

  it('have defaults of their type', () => {
    const withDefault = (value: string | number) =>
      validate(bodyOf([{ name: 'x', type: 'INT', default: value }], { start: START, end: END }));
    expect(withDefault('1')).toMatchObject([{ path: 'threads.main.variables.0.default' }]);
    expect(withDefault(1)).toEqual([]);
  });

  it('must exist where they are used', () => {
    expect(assigning('x', literal(1))).toMatchObject([
      { path: 'threads.main.nodes.start.edges.0.mutations.0.variable' },
    ]);
    expect(assigning('i', variable('x'))).toMatchObject([
      { path: 'threads.main.nodes.start.edges.0.mutations.0.value.variable' },
    ]);
  });
});

describe('assignments', () => {
  it.each<[string, VariableAssignment]>([
    ['i', literal(1)],
    ['i', literal('9223372036854775807')],
    ['i', { literal: 1, type: 'INT' }],
    ['i', literal(null)],
    ['i', expression(variable('i'), 'DIVIDE', literal(2))],
    ['i', variable('o', '$.n')],
    ['d', variable('i')],
    ['d', expression(variable('i'), 'MULTIPLY', variable('d'))],
    ['s', variable('b')],
    ['s', expression(variable('s'), 'ADD', variable('i'))],
    ['s', { format: '{0}', args: [variable('o')] }],
    ['b', expression(variable('i'), 'LESS_THAN', variable('d'))],
    ['b', expression(variable('s'), 'EQUALS', variable('i'))],
    ['b', { not: variable('o', '$.flag') }],
    ['o', literal({})],
  ])('of %s from %j are accepted', (name, value) => {
    expect(assigning(name, value)).toEqual([]);
  });

  it.each<[string, VariableAssignment, string]>([
    ['i', variable('s'), 'Cannot assign STR to INT without explicit casting'],
    ['i', variable('d'), 'Cannot assign DOUBLE to INT without explicit casting'],
    ['i', expression(variable('i'), 'MULTIPLY', variable('d')), 'Cannot assign DOUBLE to INT'],
    ['i', literal(2.5), 'Cannot assign DOUBLE to INT'],
    ['i', { literal: 'x', type: 'INT' }, 'must be INT'],
    ['s', variable('o'), 'Cannot assign JSON_OBJ to STR'],
    ['b', expression(variable('i'), 'LESS_THAN', variable('s')), 'Cannot apply LESS_THAN to INT and STR'],
    ['b', expression(variable('o'), 'LESS_THAN', variable('o')), 'Cannot apply LESS_THAN'],
    ['b', expression(variable('i'), 'AND', variable('b')), 'Cannot apply AND to INT and BOOL'],
    ['i', expression(variable('i'), 'ADD', variable('b')), 'Cannot apply ADD to INT and BOOL'],
    ['i', expression(variable('i'), 'ADD', literal(null)), 'Cannot apply ADD to INT and NULL'],
    ['s', { format: '{0} {1}', args: [variable('i')] }, '{1} has no argument'],
    ['s', variable('s', '$.x'), 'needs JSON, not STR'],
    ['s', variable('o', '$.x['), 'JSONPath $.x['],
    ['s', variable('o', "$[?match(@.a, '(a+)+')]"), "no such function 'match'"],
    ['s', variable('o', '$..a..b'), 'too costly'],
    ['s', variable('o', '$[?$.a == 1]'), 'too costly'],
    ['s', variable('o', '$[*,*][*,*][*,*][*,*][*,*][*,*]'), 'too costly'],
  ])('of %s from %j are refused', (name, value, message) => {
    const findings = assigning(name, value);
    expect(findings).toMatchObject([{ message: expect.stringContaining(message) }]);
    expect(findings[0]?.message).toMatch(/^Thread main, node start: /);
    expect(findings[0]?.path).toMatch(/^threads\.main\.nodes\.start\.edges\.0\.mutations\.0\.value/);
  });

  it('conditions must be BOOL', () => {
    expect(onCondition(variable('b'))).toEqual([]);
    expect(onCondition(variable('i'))).toMatchObject([
      {
        path: 'threads.main.nodes.start.edges.0.condition',
        message: 'Thread main, node start: a condition must be BOOL, not INT',
      },
    ]);
  });

  it('C-34: a node whose output is asked for must exist and have one', () => {
    expect(assigning('i', output('absent'))).toMatchObject([
      { message: 'Thread main, node start: there is no node absent in this thread' },
    ]);
    expect(assigning('i', output('end'))).toMatchObject([
      { message: 'Thread main, node start: node end has no output' },
    ]);
    const silent = road(
      TYPES,
      { step: { type: 'TASK', taskDefName: 'nothing' } },
      { step: [assign('i', output('step'))] },
    );
    expect(validate(silent)).toMatchObject([{ message: 'Thread main, node step: node step has no output' }]);
    const user: NodeInput = { type: 'USER_TASK', userTaskDefName: 'form', userGroup: literal('g') };
    expect(validate(road(TYPES, { step: user }, { step: [assign('s', output('step', '$.a'))] }))).toEqual([]);
  });
});

describe('TASK nodes', () => {
  it('D-16: need a TaskDef that exists', () => {
    expect(withNode({ type: 'TASK', taskDefName: 'absent' })).toMatchObject([
      { path: 'threads.main.nodes.step.taskDefName', message: 'Thread main, node step: there is no TaskDef absent' },
    ]);
  });

  it('give as many inputs as it takes', () => {
    expect(withNode({ type: 'TASK', taskDefName: 'count' })).toMatchObject([
      { message: expect.stringContaining('takes 1 inputs, not 0') },
    ]);
    expect(withNode({ type: 'TASK', taskDefName: 'count', inputs: [literal(1)] })).toEqual([]);
  });

  it('C-31, C-32: give it what its types take', () => {
    const input = (taskDefName: string, name: string) =>
      withNode({ type: 'TASK', taskDefName, inputs: [variable(name)] });
    expect(input('count', 's')).toMatchObject([
      { path: 'threads.main.nodes.step.inputs.0', message: expect.stringContaining('Cannot assign STR to INT') },
    ]);
    expect(input('speak', 'd')).toEqual([]);
    expect(input('count', 'i')).toEqual([]);
    const output1 = road(
      TYPES,
      { one: { type: 'TASK', taskDefName: 'speak', inputs: [literal('a')] } },
      { one: [assign('d', output('one'))] },
    );
    expect(validate(output1)).toMatchObject([{ message: expect.stringContaining('Cannot assign STR to DOUBLE') }]);
  });
});

describe('USER_TASK nodes', () => {
  const userTask = (node: Partial<Extract<NodeInput, { type: 'USER_TASK' }>>) =>
    withNode({ type: 'USER_TASK', userTaskDefName: 'form', ...node }).map((finding) => finding.message);

  it.each<[string, Partial<Extract<NodeInput, { type: 'USER_TASK' }>>, string]>([
    ['UT-70: nobody to do it', {}, 'Must specify userGroup or userId'],
    ['UT-71: a blank user', { userId: literal(' ') }, "UserId can't be empty"],
    ['UT-71: a blank group', { userGroup: literal('') }, "UserGroup can't be empty"],
    ['no such form', { userTaskDefName: 'absent', userId: literal('a') }, 'there is no UserTaskDef absent'],
    ['no such version', { userTaskDefVersion: 7, userId: literal('a') }, 'there is no UserTaskDef form 7'],
    ['an owner that is no text', { userId: variable('o') }, 'Cannot assign JSON_OBJ to STR'],
    ['a variable that is not there', { userId: literal('a'), notes: variable('x') }, 'there is no variable x'],
    [
      'an exception that is no name',
      { userId: literal('a'), onCancellationExceptionName: literal('no response') },
      'must be letters',
    ],
    [
      'an exception that is reserved',
      { userId: literal('a'), onCancellationExceptionName: literal('TIMEOUT') },
      'TIMEOUT is a name that the engine keeps for itself',
    ],
    ['a priority that is none', { userId: literal('a'), priority: literal(101) }, 'must be 0 to 100'],
    ['a priority that is no INT', { userId: literal('a'), priority: literal('high') }, 'Cannot assign STR to INT'],
    ['a due date that is none', { userId: literal('a'), dueAt: literal('soon') }, 'must be an RFC 3339 text'],
    ['a follow-up in JSON', { userId: literal('a'), followUpAt: variable('o') }, 'must be a TIMESTAMP or seconds'],
    ['a blank requester', { userId: literal('a'), requester: literal('') }, "it can't be empty"],
    ['an excluded one that is no person', { userId: literal('a'), excludeUsers: [variable('o')] }, 'must be a STR'],
    [
      'whoever did a node that is none',
      { userId: literal('a'), excludeUsers: [{ doneBy: 'end' }] },
      'there is no USER_TASK node end',
    ],
    [
      'a detail of what is not there',
      { userId: literal('a'), details: [{ label: 'x', value: variable('x') }] },
      'there is no variable x',
    ],
  ])('%s is refused', (_what, node, message) => {
    expect(userTask(node)).toEqual([expect.stringContaining(`Thread main, node step: ${message}`)]);
  });

  it('with an owner are accepted', () => {
    expect(userTask({ userId: variable('i'), onCancellationExceptionName: literal('no-response') })).toEqual([]);
  });
});
