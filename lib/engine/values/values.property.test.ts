// Properties of values: integers stay exact, casts lead back, a mutation changes what it names and nothing else, a path stays bounded.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject, type JsonValue } from '#contracts/json.ts';
import { int64FromJson, int64ToJson, isInt64, type VariableType } from '#contracts/value.ts';
import { expression } from '../testing/build-spec.ts';
import { compute, mutating } from '../testing/compute.ts';
import { queryJson } from './json-path.ts';
import { ValueError } from './value.ts';

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const asInt = (value: bigint) => ({ literal: int64ToJson(value), type: 'INT' as const });
const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as JsonValue);

describe('an INT', () => {
  it('is calculated exactly, or does not fit', () => {
    const operations = {
      ADD: (a: bigint, b: bigint) => a + b,
      SUBTRACT: (a: bigint, b: bigint) => a - b,
      MULTIPLY: (a: bigint, b: bigint) => a * b,
      DIVIDE: (a: bigint, b: bigint) => a / (b === 0n ? 1n : b),
    };
    fc.assert(
      fc.property(int64, int64, fc.constantFrom('ADD', 'SUBTRACT', 'MULTIPLY', 'DIVIDE'), (a, b, operator) => {
        if (operator === 'DIVIDE' && b === 0n) return;
        const result = operations[operator](a, b);
        const calculate = () => compute(expression(asInt(a), operator, asInt(b)));
        if (isInt64(result)) expect(calculate()).toBe(int64ToJson(result));
        else expect(calculate).toThrow('does not fit');
      }),
    );
  });

  it('keeps its value in arrays, maps and texts', () => {
    fc.assert(
      fc.property(int64, (value) => {
        const type: VariableType = { map: { key: 'STR', value: { array: 'INT' } } };
        const inside = mutating([type, { a: [0] }], { path: ['a', 0], operation: 'ADD', value: asInt(value) });
        expect(inside).toEqual({ a: [int64ToJson(value)] });
        expect(compute({ cast: { cast: asInt(value), to: 'STR' }, to: 'INT' })).toBe(int64ToJson(value));
      }),
    );
  });

  it('has one form in JSON', () => {
    fc.assert(fc.property(int64, (value) => int64FromJson(int64ToJson(value)) === value));
  });
});

it('casts to a text and to an INT lead back', () => {
  const instant = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), instant, (double, date) => {
      const there = { cast: { literal: double, type: 'DOUBLE' as const }, to: 'STR' as const };
      expect(compute({ cast: there, to: 'DOUBLE' })).toBe(double + 0);
      const literal = { literal: date.toISOString(), type: 'TIMESTAMP' as const };
      for (const to of ['STR', 'INT'] as const) {
        expect(compute({ cast: { cast: literal, to }, to: 'TIMESTAMP' })).toBe(date.toISOString());
      }
    }),
  );
});

it('a mutation changes what it names, and nothing else', () => {
  const object = fc.dictionary(fc.string({ maxLength: 5 }), json, { minKeys: 1, maxKeys: 5 });
  fc.assert(
    fc.property(object, fc.nat(), json, (made, pick, right) => {
      const before = JSON.parse(JSON.stringify(made)) as JsonObject;
      const key = Object.keys(before).at(pick % Object.keys(before).length) ?? '';
      const value = { literal: right };
      const after = attempt(() => mutating(['JSON_OBJ', before], { path: [key], operation: 'ASSIGN', value }, {}, 1e6));
      expect(before).toEqual(JSON.parse(JSON.stringify(made)));
      if (!isJsonObject(after)) return;
      const { [key]: _, ...othersAfter } = after;
      const { [key]: __, ...othersBefore } = before;
      expect(othersAfter).toEqual(othersBefore);
    }),
  );
});

it('a JSONPath finds no more than some fixed multiple of what there is', () => {
  const segment = fc.constantFrom(
    '.*',
    '..*',
    "['a','b']",
    '[0,1,2]',
    '[*,*]',
    '[?@.a]',
    '[?@ > 1]',
    '.a',
    '[0]',
    '[-1]',
    '[::2]',
  );
  const path = fc.array(segment, { maxLength: 8 }).map((segments) => `$${segments.join('')}`);
  fc.assert(
    fc.property(
      path,
      fc.oneof(
        json.map((item) => [item, item]),
        json.map((item) => ({ a: item, b: [item] })),
      ),
      (query, value) => {
        const found = attempt(() => queryJson(query, value));
        if (found?.type !== 'JSON_ARR') return;
        expect(found.value.length).toBeLessThanOrEqual(2 ** 5 * nodesIn(value));
      },
    ),
  );
});

/** What `work` gives, or undefined where it says why it cannot. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ValueError) return undefined;
    throw error;
  }
}

function nodesIn(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + nodesIn(item), 1);
}
