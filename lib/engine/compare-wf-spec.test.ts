// How a WfSpec's version follows from its changes, and which variables are frozen (semantics.md 12.2).
import { describe, expect, it } from 'vitest';
import type { VariableType } from '#contracts/value.ts';
import { compareWfSpec, frozenErrors, frozenVariables } from './compare-wf-spec.ts';
import { asWfSpec, type BodyInput, bodyOf, literal, road } from './testing/build-spec.ts';

const required = (name: string, type: VariableType = 'INT') => ({ name, type, required: true });
const open = (name: string, type: VariableType = 'INT') => ({ name, type, access: 'PUBLIC' as const });
const returning = (value?: number): BodyInput =>
  bodyOf([], {
    start: { type: 'ENTRYPOINT', edges: [{ to: 'end' }] },
    end: { type: 'EXIT', ...(value !== undefined && { result: literal(value) }) },
  });
const compare = (before: BodyInput, after: BodyInput) => compareWfSpec(asWfSpec(before), asWfSpec(after));

describe('compareWfSpec', () => {
  const base = road([required('a')], {});

  it('J-01 an identical one is the same, whatever the order of its keys', () => {
    const { threads, entrypoint } = base;
    expect(compare(base, { threads, entrypoint })).toBe('same');
  });

  it('J-02 an optional variable or another node is a revision', () => {
    expect(compare(base, road([required('a'), { name: 'b', type: 'STR' }], {}))).toBe('revision');
    expect(compare(base, road([required('a'), { name: 'b', type: 'STR', searchable: true }], {}))).toBe('revision');
    expect(compare(base, road([required('a')], { n: { type: 'NOP' } }))).toBe('revision');
    expect(compare(base, { ...base, description: 'new' })).toBe('revision');
    expect(compare(base, { ...base, retention: { secondsAfterEnd: 1 } })).toBe('revision');
  });

  it('J-07 other PUBLIC variables, or other attributes of one, are a major version', () => {
    const shared = road([open('p')], {});
    expect(compare(shared, road([open('p')], {}))).toBe('same');
    expect(compare(shared, road([], {}))).toBe('major');
    expect(compare(shared, road([open('p'), open('q')], {}))).toBe('major');
    expect(compare(shared, road([{ ...open('p'), default: 1 }], {}))).toBe('major');
    expect(compare(shared, road([{ name: 'p', type: 'INT' }], {}))).toBe('major');
  });

  it('J-08 other required inputs are a major version', () => {
    expect(compare(base, road([], {}))).toBe('major');
    expect(compare(base, road([required('a', 'STR')], {}))).toBe('major');
    expect(compare(base, road([{ name: 'a', type: 'INT' }], {}))).toBe('major');
    expect(compare(base, road([required('b')], {}))).toBe('major');
  });

  it('J-10 another output is a major version, another type of an unused private variable a revision', () => {
    expect(compare(returning(), returning(1))).toBe('major');
    expect(compare(returning(1), returning(2))).toBe('revision');
    const int = { ...asWfSpec(returning(1)), resultType: 'INT' as const };
    expect(compareWfSpec(int, { ...int, resultType: 'STR' })).toBe('major');
    expect(compare(road([{ name: 'x', type: 'INT' }], {}), road([{ name: 'x', type: 'STR' }], {}))).toBe('revision');
  });
});

describe('frozen variables', () => {
  const first = asWfSpec(road([required('a'), open('p'), { name: 's', type: 'INT', searchable: true }], {}));
  const frozen = frozenVariables(first, []);

  it('are the required and the PUBLIC ones; J-07 they stay so when a later version drops them', () => {
    expect(frozen).toEqual([
      { name: 'a', type: 'INT' },
      { name: 'p', type: 'INT' },
    ]);
    expect(frozenVariables(asWfSpec(road([open('q')], {})), frozen).map(({ name }) => name)).toEqual(['a', 'p', 'q']);
  });

  it('may be dropped, and come back, but never as another type', () => {
    const errors = (type: VariableType) => frozenErrors(asWfSpec(road([{ name: 'a', type }], {})), frozen);
    expect(errors('INT')).toEqual([]);
    expect(errors('STR')).toMatchObject([
      { path: 'threads.main.variables.0.type', message: expect.stringContaining('cannot become STR') },
    ]);
    expect(frozenErrors(asWfSpec(road([{ name: 's', type: 'STR' }], {})), frozen)).toEqual([]);
  });
});
