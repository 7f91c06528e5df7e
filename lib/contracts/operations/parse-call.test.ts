import { describe, expect, test } from 'vitest';
import { parseCall, splitCall } from './parse-call.ts';
import { OPERATIONS } from './table.ts';

const task = { wfRunId: 'run-1', guid: '0-2' };

/** As a page or the SDK calls: one flat input, split and parsed. */
const call = (id: 'completeUserTaskRun' | 'searchWfRuns' | 'deleteComment' | 'whoAmI', flat: unknown) =>
  parseCall(id, splitCall(OPERATIONS[id], flat));

const pathsOf = (parsed: ReturnType<typeof call>) =>
  parsed.ok ? [] : parsed.refusal.errors?.map((error) => error.path).toSorted();

describe('a flat input', () => {
  test('is put into the parts that know its keys', () => {
    expect(splitCall(OPERATIONS.deleteComment, { ...task, commentId: 1, userId: 'fred' })).toEqual({
      params: { ...task, commentId: 1 },
      query: { userId: 'fred' },
      body: {},
    });
  });

  test('comes out as it went in, defaults added', () => {
    expect(call('completeUserTaskRun', { ...task, version: 2 })).toEqual({
      ok: true,
      input: { ...task, version: 2, results: {} },
    });
  });

  test('with a key that nothing knows is refused, naming it', () => {
    expect(pathsOf(call('completeUserTaskRun', { ...task, isAdmin: true }))).toEqual(['isAdmin']);
    expect(pathsOf(call('searchWfRuns', { colour: 'red' }))).toEqual(['colour']);
    expect(pathsOf(call('whoAmI', { as: 'ada' }))).toEqual(['as']);
  });

  test('that is no object is refused', () => {
    for (const flat of [null, 'x', 7, [task]]) expect(call('completeUserTaskRun', flat).ok).toBe(false);
  });

  test('cannot change what objects inherit', () => {
    const parsed = call('completeUserTaskRun', JSON.parse('{"wfRunId":"r","guid":"0-1","__proto__":{"version":5}}'));
    expect(pathsOf(parsed)).toEqual(['__proto__']);
  });
});

describe('what no database and no stack can hold', () => {
  const withAnswer = (answer: unknown) => call('completeUserTaskRun', { ...task, results: { answer } });
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

  test.each([
    ['NUL', 'a\u0000b'],
    ['half of a surrogate pair', '\ud83d'],
    ['the other half', { deep: ['\ude00'] }],
    ['NUL in a key', { 'a\u0000': 1 }],
  ])('%s', (_name, answer) => {
    expect(pathsOf(withAnswer(answer))?.[0]).toMatch(/^results\.answer/);
  });

  test('a whole pair is text like any other', () => {
    expect(withAnswer('😀').ok).toBe(true);
  });

  test('nesting past the bound, however deep', () => {
    expect(withAnswer(nested(90)).ok).toBe(true);
    expect(withAnswer(nested(110)).ok).toBe(false);
    expect(withAnswer(nested(5000)).ok).toBe(false);
  });
});

describe('what may have several shapes', () => {
  const refused = (spec: unknown) => {
    const parsed = parseCall('simulateWfSpec', { body: { spec, elapse: 1 } });
    return parsed.ok ? null : parsed.refusal.errors;
  };

  test('is told what is wrong inside the one that was meant', () => {
    const spec = { entrypoint: 'main', threads: { main: { variables: [], nodes: { a: { type: 'NOPE' } } } } };
    expect(refused(spec)).toMatchObject([{ path: 'spec.threads.main.nodes.a.type' }]);
  });

  test('is told so where none was', () => {
    expect(refused(5)).toEqual([{ path: 'spec', message: 'has none of the shapes that the reference names' }]);
  });
});
