import { describe, expect, it } from 'vitest';
import { defineStruct } from '../types/define-struct.ts';
import { defineWorkflow } from './define-workflow.ts';
import { assignmentOf } from './expression.ts';
import type { ExprType, Operand } from './expression-types.ts';
import type { WorkflowBuilder } from './workflow-builder.ts';

const part = defineStruct({ name: 'part', fields: { sku: 'STR', price: 'DOUBLE' } });

/** The assignment of what a workflow makes of its variables. */
function written(write: (wf: WorkflowBuilder) => Operand<ExprType>) {
  let value: Operand<ExprType> = null;
  defineWorkflow('test', (wf) => {
    value = write(wf);
  });
  return assignmentOf(value, 'ANY');
}

/** The mutations that statements make before the first step. */
function mutations(write: (wf: WorkflowBuilder) => void) {
  const { spec } = defineWorkflow('test', write);
  const node = spec.threads.entrypoint?.nodes['0-entrypoint-ENTRYPOINT'];
  return node && 'edges' in node ? node.edges?.[0]?.mutations : undefined;
}

const of = (operator: string, left: object, right: object) => ({ expression: { left, operator, right } });
const a = { variable: 'a' };

describe('a value', () => {
  it.each<[string, (wf: WorkflowBuilder) => Operand<ExprType>, object]>([
    [
      'calculates',
      (wf) => wf.variable('a', 'INT').plus(1).power(2),
      of('POW', of('ADD', a, { literal: 1 }), { literal: 2 }),
    ],
    ['compares', (wf) => wf.variable('a', 'STR').isAtMost('b'), of('LESS_THAN_EQ', a, { literal: 'b' })],
    ['is in a list', (wf) => wf.variable('a', 'STR').isIn(['b', 'c']), of('IN', a, { literal: ['b', 'c'] })],
    [
      'is not in a text',
      (wf) => wf.variable('a', 'STR').isNotIn(wf.variable('b', 'STR')),
      of('NOT_IN', a, { variable: 'b' }),
    ],
    ['contains another', (wf) => wf.variable('a', { array: 'STR' }).contains('b'), of('IN', { literal: 'b' }, a)],
    ['has a size', (wf) => wf.variable('a', 'STR').size(), { sizeOf: a }],
    ['is cast', (wf) => wf.variable('a', 'DOUBLE').castTo('INT'), { cast: a, to: 'INT' }],
    ['is cast to a struct', (wf) => wf.variable('a', 'JSON_OBJ').castTo(part), { cast: a, to: { struct: 'part' } }],
    ['is formatted', (wf) => wf.format('{0}!', wf.variable('a', 'INT')), { format: '{0}!', args: [a] }],
    [
      'without items',
      (wf) => wf.variable('a', 'JSON_ARR').without({ b: 1 }),
      of('REMOVE_IF_PRESENT', a, { literal: { b: 1 } }),
    ],
    [
      'without an index',
      (wf) => wf.variable('a', { array: 'INT' }).withoutIndex(0),
      of('REMOVE_INDEX', a, { literal: 0 }),
    ],
    ['without a key', (wf) => wf.variable('a', 'JSON_OBJ').withoutKey('b'), of('REMOVE_KEY', a, { literal: 'b' })],
    ['with more items', (wf) => wf.variable('a', 'JSON_ARR').extendedBy([1]), of('EXTEND', a, { literal: [1] })],
    [
      'at a key of JSON',
      (wf) => wf.variable('a', 'JSON_OBJ').at('b', 'c').at(0),
      { variable: 'a', path: ['b', 'c', 0] },
    ],
    ['at a path of JSON', (wf) => wf.variable('a', 'JSON_OBJ').jsonPath('$.b'), { variable: 'a', jsonPath: '$.b' }],
    [
      'at a field of an item',
      (wf) => wf.variable('a', { array: part }).at(0, 'price'),
      { variable: 'a', path: [0, 'price'] },
    ],
    [
      'made of fields',
      (wf) => wf.struct(part, { sku: wf.variable('a', 'STR'), price: 1 }),
      { struct: 'part', fields: { sku: a, price: { literal: 1 } } },
    ],
  ])('%s', (_, write, assignment) => {
    expect(written(write)).toEqual(assignment);
  });

  it('of a type that JSON does not have says so', () => {
    const day = '2030-01-01T00:00:00.000Z';
    expect(written((wf) => wf.variable('a', 'TIMESTAMP').isEqualTo(new Date(day)))).toEqual(
      of('EQUALS', a, { literal: day, type: 'TIMESTAMP' }),
    );
    expect(written((wf) => wf.variable('a', 'BYTES').extendedBy(Uint8Array.of(1, 2)))).toEqual(
      of('EXTEND', a, { literal: 'AQI=', type: 'BYTES' }),
    );
    expect(written((wf) => wf.variable('a', { array: part }).plus({ sku: 'b', price: 1 }))).toEqual(
      of('ADD', a, { literal: { sku: 'b', price: 1 }, type: { struct: 'part' } }),
    );
    expect(written((wf) => wf.variable('a', 'INT').plus(2n ** 60n))).toEqual(
      of('ADD', a, { literal: '1152921504606846976', type: 'INT' }),
    );
  });

  it.each<[string, (wf: WorkflowBuilder) => unknown, string]>([
    ['two paths', (wf) => wf.variable('a', 'JSON_OBJ').jsonPath('$.b').jsonPath('$.c'), 'write one longer path'],
    [
      'a path into what is worked out',
      (wf) => wf.variable('a', { array: part }).plus(null).at(0),
      'to a variable first',
    ],
    ['an INT of more than 64 bits', (wf) => wf.variable('a', 'INT').plus(2n ** 64n), 'does not fit the 64 bits'],
    ['a number that is none', (wf) => wf.variable('a', 'DOUBLE').plus(Number.NaN), 'is no number in JSON'],
  ])('refuses %s', (_, write, message) => {
    expect(() => defineWorkflow('test', (wf) => void write(wf))).toThrow(message);
  });
});

describe('a variable', () => {
  it('is changed as a whole, each way', () => {
    const changes = mutations((wf) => {
      const count = wf.variable('count', 'INT');
      const list = wf.variable('list', { array: 'STR' });
      const map = wf.variable('map', { map: { key: 'STR', value: 'INT' } });
      count.add(1);
      count.subtract(2);
      count.multiply(3);
      count.divide(4);
      count.raise(5);
      list.add('a');
      list.extend(['b']);
      list.removeIfPresent('c');
      list.removeIndex(count);
      map.extend({ d: 6 });
      map.removeKey('e');
      wf.variable('text', 'STR').add('f');
    });
    const listType = { array: 'STR' };
    const mapType = { map: { key: 'STR', value: 'INT' } };
    expect(changes).toEqual([
      { variable: 'count', operation: 'ADD', value: { literal: 1 } },
      { variable: 'count', operation: 'SUBTRACT', value: { literal: 2 } },
      { variable: 'count', operation: 'MULTIPLY', value: { literal: 3 } },
      { variable: 'count', operation: 'DIVIDE', value: { literal: 4 } },
      { variable: 'count', operation: 'POW', value: { literal: 5 } },
      { variable: 'list', operation: 'ADD', value: { literal: 'a' } },
      { variable: 'list', operation: 'EXTEND', value: { literal: ['b'], type: listType } },
      { variable: 'list', operation: 'REMOVE_IF_PRESENT', value: { literal: 'c' } },
      { variable: 'list', operation: 'REMOVE_INDEX', value: { variable: 'count' } },
      { variable: 'map', operation: 'EXTEND', value: { literal: { d: 6 }, type: mapType } },
      { variable: 'map', operation: 'REMOVE_KEY', value: { literal: 'e' } },
      { variable: 'text', operation: 'ADD', value: { literal: 'f' } },
    ]);
  });

  it('is changed inside', () => {
    const changes = mutations((wf) => {
      wf.variable('json', 'JSON_OBJ').at('foo', 'bar').assign(1);
      wf.variable('parts', { array: part }).at(0).at('price').multiply(2);
    });
    expect(changes).toEqual([
      { variable: 'json', path: ['foo', 'bar'], value: { literal: 1 } },
      { variable: 'parts', path: [0, 'price'], operation: 'MULTIPLY', value: { literal: 2 } },
    ]);
  });

  it('has its type, and what it is found by', () => {
    const { spec, structDefs } = defineWorkflow('test', (wf) => {
      wf.input('parts', { map: { key: 'STR', value: { array: part } } }, { required: true });
      wf.variable('order', 'JSON_OBJ', { jsonIndexes: [{ path: '$.total', type: 'DOUBLE' }], access: 'PUBLIC' });
      wf.variable('secret', 'STR', { masked: true, searchable: true, default: 'x' });
      wf.variable('since', 'TIMESTAMP', { default: new Date(0) });
      wf.variable('big', 'INT', { default: 2n ** 60n });
    });
    expect(spec.threads.entrypoint?.variables).toEqual([
      { name: 'parts', type: { map: { key: 'STR', value: { array: { struct: 'part' } } } }, required: true },
      { name: 'order', type: 'JSON_OBJ', jsonIndexes: [{ path: '$.total', type: 'DOUBLE' }], access: 'PUBLIC' },
      { name: 'secret', type: 'STR', masked: true, searchable: true, default: 'x' },
      { name: 'since', type: 'TIMESTAMP', default: '1970-01-01T00:00:00.000Z' },
      { name: 'big', type: 'INT', default: '1152921504606846976' },
    ]);
    expect(structDefs).toEqual([part]);
  });
});
