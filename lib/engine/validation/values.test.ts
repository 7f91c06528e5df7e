// What is refused on PUT of mutations, casts, paths and structs, and where masked values may not go (decision 16, C-26, C-31, C-41).
import { describe, expect, it } from 'vitest';
import type { MutationOperation, ValuePath, VariableAssignment } from '#contracts/assignment.ts';
import type { VariableType } from '#contracts/value.ts';
import {
  asWfSpec,
  type BodyInput,
  declare,
  expression,
  literal,
  type NodeInput,
  output,
  road,
  variable,
} from '../testing/build-spec.ts';
import { definitionsOf } from '../testing/definitions.ts';
import { validateWfSpec } from '../validate-wf-spec.ts';

const DEFINITIONS = definitionsOf({
  taskDefs: {
    show: { inputVars: [{ name: 'text', type: 'STR' }] },
    secret: { returnType: 'STR', returnMasked: true },
  },
  userTaskDefs: { form: { fields: [] } },
  externalEventDefs: { secret: { contentType: 'STR', masked: true, correlation: {} } },
  workflowEventDefs: { told: { contentType: 'STR' } },
  structDefs: {
    person: {
      fields: {
        name: { type: 'STR' },
        age: { type: 'INT', default: 0 },
        home: { type: { struct: 'home' }, nullable: true },
      },
    },
    home: { fields: { street: { type: 'STR' } } },
  },
  wfSpecs: {
    child: road(
      [
        { name: 'open', type: 'STR' },
        { name: 'hidden', type: 'STR', masked: true },
      ],
      {},
    ),
  },
});
const TYPES = declare({
  i: 'INT',
  d: 'DOUBLE',
  s: 'STR',
  b: 'BOOL',
  o: 'JSON_OBJ',
  a: 'JSON_ARR',
  t: 'TIMESTAMP',
  bytes: 'BYTES',
  ints: { array: 'INT' },
  matrix: { array: { array: 'INT' } },
  counts: { map: { key: 'STR', value: 'INT' } },
  byNumber: { map: { key: 'INT', value: 'STR' } },
  person: { struct: 'person' },
});
type Through = Exclude<NodeInput, { type: 'EXIT' }>;
const findings = (body: BodyInput) => validateWfSpec(asWfSpec(body), DEFINITIONS).map(({ message }) => message);
const mutating = (name: string, operation: MutationOperation, value: VariableAssignment, path?: ValuePath) =>
  findings(road(TYPES, {}, { start: [{ variable: name, operation, value, path }] }));
const refusal = (message: string) => [expect.stringContaining(`Thread main, node start: ${message}`)];

describe('mutations', () => {
  it.each<[string, MutationOperation, VariableAssignment, ValuePath?]>([
    ['i', 'ADD', literal(1)],
    ['i', 'POW', variable('i')],
    ['d', 'DIVIDE', variable('i')],
    ['s', 'EXTEND', variable('i')],
    ['b', 'AND', variable('o', '$.flag')],
    ['a', 'ADD', variable('o')],
    ['a', 'EXTEND', variable('ints')],
    ['a', 'REMOVE_INDEX', literal(0)],
    ['a', 'REMOVE_IF_PRESENT', literal('x')],
    ['o', 'REMOVE_KEY', literal('x')],
    ['o', 'EXTEND', variable('counts')],
    ['bytes', 'EXTEND', variable('bytes')],
    ['ints', 'EXTEND', literal(3)],
    ['ints', 'EXTEND', literal([4, 5, 6])],
    ['ints', 'ADD', variable('i')],
    ['matrix', 'EXTEND', literal([1])],
    ['matrix', 'EXTEND', variable('ints')],
    ['counts', 'EXTEND', literal({ a: 1 })],
    ['counts', 'REMOVE_KEY', variable('s')],
    ['o', 'ADD', literal(1), ['any', 'where', 0]],
    ['counts', 'ADD', literal(1), ['a']],
    ['byNumber', 'ASSIGN', literal('x'), [7]],
    ['person', 'ASSIGN', literal('x'), ['home', 'street']],
    ['i', 'ASSIGN', { cast: variable('d'), to: 'INT' }],
    ['ints', 'ASSIGN', { cast: variable('a'), to: { array: 'INT' } }],
    ['a', 'ASSIGN', variable('ints')],
    ['o', 'ASSIGN', variable('person')],
    ['person', 'ASSIGN', literal({ name: 'Ann' })],
    ['t', 'ASSIGN', literal('2026-01-01T00:00:00Z')],
    ['i', 'ASSIGN', { sizeOf: variable('counts') }],
    ['person', 'ASSIGN', { struct: 'person', fields: { name: variable('i') } }],
    ['s', 'ASSIGN', { variable: 'person', path: ['home', 'street'] }],
    ['i', 'ASSIGN', { variable: 'o', path: ['deep', 'inside'] }],
    ['b', 'ASSIGN', expression(variable('t'), 'LESS_THAN', variable('t'))],
    ['b', 'ASSIGN', expression(variable('i'), 'IN', variable('ints'))],
  ])('%s %s %j is accepted', (name, operation, value, path) => {
    expect(mutating(name, operation, value, path)).toEqual([]);
  });

  it.each<[string, MutationOperation, VariableAssignment, string, ValuePath?]>([
    ['i', 'ADD', variable('d'), 'Cannot assign DOUBLE to INT without explicit casting'],
    ['i', 'EXTEND', variable('i'), 'Cannot apply EXTEND to INT and INT'],
    ['s', 'SUBTRACT', literal('x'), 'Cannot apply SUBTRACT to STR and STR'],
    ['s', 'EXTEND', variable('a'), 'Cannot apply EXTEND to STR and JSON_ARR'],
    ['b', 'AND', variable('i'), 'Cannot apply AND to BOOL and INT'],
    ['i', 'OR', variable('b'), 'Cannot apply OR to INT and BOOL'],
    ['a', 'EXTEND', variable('i'), 'Cannot apply EXTEND to JSON_ARR and INT'],
    ['a', 'REMOVE_INDEX', variable('s'), 'Cannot apply REMOVE_INDEX to JSON_ARR and STR'],
    ['o', 'REMOVE_KEY', variable('a'), 'Cannot apply REMOVE_KEY to JSON_OBJ and JSON_ARR'],
    ['ints', 'EXTEND', literal([1, 'x']), 'Cannot apply EXTEND to array of INT and JSON_ARR'],
    ['ints', 'EXTEND', variable('a'), 'Cannot apply EXTEND to array of INT and JSON_ARR'],
    ['ints', 'ASSIGN', literal([1, 'x']), 'Cannot assign JSON_ARR to array of INT without explicit casting'],
    ['counts', 'EXTEND', literal({ a: 'x' }), 'Cannot apply EXTEND to map of STR to INT and JSON_OBJ'],
    ['person', 'REMOVE_KEY', literal('age'), 'Cannot apply REMOVE_KEY to person 0 and STR'],
    ['counts', 'ASSIGN', literal('x'), 'Cannot assign STR to INT without explicit casting', ['a']],
    ['byNumber', 'ASSIGN', literal('x'), 'seven is no INT', ['seven']],
    ['i', 'ASSIGN', literal(1), 'Cannot look for x inside INT', ['x']],
    ['i', 'ASSIGN', { cast: variable('b'), to: 'INT' }, 'Cannot cast from BOOL to INT'],
    ['ints', 'ASSIGN', variable('a'), 'Cannot assign JSON_ARR to array of INT'],
    ['t', 'ASSIGN', variable('s'), 'Cannot assign STR to TIMESTAMP'],
    ['s', 'ASSIGN', variable('t'), 'Cannot assign TIMESTAMP to STR'],
    ['i', 'ASSIGN', { sizeOf: variable('i') }, 'Cannot resolve size() of INT'],
    ['person', 'ASSIGN', { struct: 'person', fields: {} }, 'field name of person 0 needs a value'],
    ['person', 'ASSIGN', { struct: 'person', fields: { name: variable('o') } }, 'Cannot assign JSON_OBJ to STR'],
    ['person', 'ASSIGN', { struct: 'nobody', fields: {} }, 'Refers to non-existent StructDef nobody'],
    ['i', 'ASSIGN', { variable: 'ints', path: ['x'] }, 'An array has indexes from 0, not x'],
    ['i', 'ASSIGN', { variable: 'o', path: ['x'], jsonPath: '$.y' }, 'give a path or a jsonPath, not both'],
    ['b', 'ASSIGN', expression(variable('i'), 'NOT_IN', variable('d')), 'Cannot apply NOT_IN to INT and DOUBLE'],
    [
      'b',
      'ASSIGN',
      expression(variable('t'), 'LESS_THAN', variable('s')),
      'Cannot apply LESS_THAN to TIMESTAMP and STR',
    ],
  ])('%s %s %j is refused: %s', (name, operation, value, message, path) => {
    expect(mutating(name, operation, value, path)).toEqual(refusal(message));
  });

  it('C-26 a struct has the fields that it has', () => {
    const reading = mutating('i', 'ASSIGN', { variable: 'person', path: ['home', 'age'] });
    expect(reading).toEqual(refusal("could not find field 'age' in home 0"));
    const building: VariableAssignment = { struct: 'home', fields: { street: literal('x'), age: literal(1) } };
    expect(mutating('o', 'ASSIGN', building)).toEqual(refusal("could not find field 'age' in home 0"));
    expect(mutating('person', 'ASSIGN', literal(1), ['surname'])).toEqual(refusal("could not find field 'surname'"));
  });
});

describe('what is masked', () => {
  const MASKED: NonNullable<BodyInput['threads'][string]['variables']> = [
    { name: 'hidden', type: 'STR', masked: true },
    { name: 'list', type: 'JSON_ARR', masked: true },
    { name: 'open', type: 'STR' },
    { name: 'name', type: 'STR' },
  ];
  const other = (masked: boolean, name: string, type: VariableType = 'STR') => ({
    variables: [{ name, type, masked }],
    nodes: { start: { type: 'ENTRYPOINT' as const, edges: [{ to: 'end' }] }, end: { type: 'EXIT' as const } },
  });
  const SECRET = 'it reads what is masked';
  const withNode = (step: Through, others: BodyInput['threads'] = {}) => {
    const body = road(MASKED, { step });
    return findings({ ...body, threads: { ...body.threads, ...others } });
  };
  const derived: VariableAssignment = { format: '{0}', args: [{ sizeOf: { cast: variable('hidden'), to: 'STR' } }] };

  it.each<[string, Through, BodyInput['threads']?]>([
    ['inputs of tasks', { type: 'TASK', taskDefName: 'show', inputs: [derived] }],
    ['conditions', { type: 'WAIT_FOR_CONDITION', condition: expression(variable('hidden'), 'EQUALS', literal('x')) }],
    ['delays', { type: 'SLEEP', seconds: { sizeOf: variable('hidden') } }],
    [
      'time-outs and keys',
      { type: 'EXTERNAL_EVENT', externalEventDefName: 'secret', correlationKey: variable('hidden') },
    ],
    [
      'masked variables of a thread',
      { type: 'START_THREAD', threadSpecName: 'other', inputs: { x: derived } },
      { other: other(true, 'x') },
    ],
    [
      'the masked INPUT of threads',
      { type: 'START_MULTIPLE_THREADS', threadSpecName: 'other', items: variable('list') },
      { other: other(true, 'INPUT') },
    ],
    ['masked variables of a child run', { type: 'RUN_CHILD_WF', wfSpecName: 'child', inputs: { hidden: derived } }],
  ])('may go into %s', (_where, node, others) => {
    expect(withNode(node, others)).toEqual([]);
  });

  it.each<[string, Through, BodyInput['threads']?]>([
    ['texts of a user task', { type: 'USER_TASK', userTaskDefName: 'form', userGroup: literal('g'), notes: derived }],
    ['the name of a task', { type: 'TASK', taskDefName: variable('hidden') }],
    ['the name of a child run', { type: 'RUN_CHILD_WF', wfSpecName: variable('hidden') }],
    [
      'inputs of a child run that is not known',
      { type: 'RUN_CHILD_WF', wfSpecName: variable('name'), inputs: { x: derived } },
    ],
    ['open variables of a child run', { type: 'RUN_CHILD_WF', wfSpecName: 'child', inputs: { open: derived } }],
    [
      'open variables of a thread',
      { type: 'START_THREAD', threadSpecName: 'other', inputs: { x: derived } },
      { other: other(false, 'x') },
    ],
    [
      'the open INPUT of threads',
      { type: 'START_MULTIPLE_THREADS', threadSpecName: 'other', items: variable('list') },
      { other: other(false, 'INPUT') },
    ],
    ['an event that is thrown', { type: 'THROW_EVENT', workflowEventDefName: 'told', content: derived }],
    ['the numbers of threads', { type: 'WAIT_FOR_THREADS', threads: variable('list') }],
  ])('may not go into %s', (_where, node, others) => {
    expect(withNode(node, others)).toEqual([expect.stringContaining(SECRET)]);
  });

  it('may not go into an open variable, also as the output of a task or of an event', () => {
    const steps: Record<string, Through> = {
      task: { type: 'TASK', taskDefName: 'secret' },
      event: { type: 'EXTERNAL_EVENT', externalEventDefName: 'secret' },
    };
    const into = (name: string, value: VariableAssignment) =>
      findings(road(MASKED, steps, { event: [{ variable: name, operation: 'ASSIGN', value }] }));
    for (const value of [derived, output('task'), output('event')]) {
      expect(into('hidden', value)).toEqual([]);
      expect(into('open', value)).toEqual([expect.stringContaining(SECRET)]);
    }
  });

  it('may not be returned or be what a failure tells', () => {
    const ending = (end: Omit<Extract<NodeInput, { type: 'EXIT' }>, 'type'>) => {
      const nodes = {
        start: { type: 'ENTRYPOINT' as const, edges: [{ to: 'end' }] },
        end: { type: 'EXIT' as const, ...end },
      };
      return findings({ entrypoint: 'main', threads: { main: { variables: MASKED, nodes } } });
    };
    expect(ending({ result: derived })).toEqual([expect.stringContaining(SECRET)]);
    expect(ending({ failure: { name: 'denied', content: derived } })).toEqual([expect.stringContaining(SECRET)]);
    expect(ending({ result: variable('open') })).toEqual([]);
  });

  it('may not be searched by, and interrupts with a masked INPUT alone', () => {
    expect(findings(road([{ name: 'x', type: 'STR', masked: true, searchable: true }], {}))).toEqual([
      expect.stringContaining('a search would tell its value'),
    ]);
    const interrupting = (masked: boolean) => {
      const main = { ...other(true, 'x'), interrupts: [{ externalEventDefName: 'secret', handler: 'other' }] };
      return findings({ entrypoint: 'main', threads: { main, other: other(masked, 'INPUT') } });
    };
    expect(interrupting(true)).toEqual([]);
    expect(interrupting(false)).toEqual([expect.stringContaining('its INPUT must be masked')]);
  });
});
