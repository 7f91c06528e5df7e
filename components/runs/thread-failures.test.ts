import { describe, expect, it } from 'vitest';
import type { ThreadRun } from '#contracts/wf-run.ts';
import type { WfSpec } from '#contracts/wf-spec.ts';
import { isAtItsEnd, rootOfFailure } from './thread-failures.ts';

const AT = '2026-11-30T10:00:00.000Z';

/** A thread below another, which has failed so. */
const failed = (number: number, parent: number | null, name: string, changes: Partial<ThreadRun> = {}): ThreadRun => ({
  number,
  type: parent === null ? 'ENTRYPOINT' : 'CHILD',
  parentThreadRunNumber: parent,
  threadSpecName: 'main',
  status: 'ERROR',
  startedAt: AT,
  endedAt: AT,
  currentNodeName: 'work',
  currentNodePosition: 1,
  haltReasons: [],
  handledFailedChildren: [],
  failure: { name, message: '', content: null, handlerThreadRunNumber: null, wasProperlyHandled: false },
  output: null,
  ...changes,
});

describe('what a rescue begins with', () => {
  it.each([
    ['a thread alone', [failed(0, null, 'TASK_FAILURE')], 0],
    [
      'the child for which its parents failed',
      [failed(0, null, 'CHILD_FAILURE'), failed(1, 0, 'CHILD_FAILURE'), failed(2, 1, 'TASK_FAILURE')],
      2,
    ],
    [
      'the child whose exception went on as it was',
      [failed(0, null, 'no-stock', { status: 'EXCEPTION' }), failed(1, 0, 'no-stock', { status: 'EXCEPTION' })],
      1,
    ],
    ['a parent that failed of itself', [failed(0, null, 'VAR_ERROR'), failed(1, 0, 'TASK_FAILURE')], 0],
    [
      'not a child whose failure was handled',
      [
        failed(0, null, 'CHILD_FAILURE', { handledFailedChildren: [1] }),
        failed(1, 0, 'TASK_FAILURE'),
        failed(2, 0, 'TIMEOUT'),
      ],
      2,
    ],
    [
      'not a handler that failed',
      [failed(0, null, 'TASK_FAILURE'), failed(1, 0, 'TASK_FAILURE', { type: 'FAILURE_HANDLER' })],
      0,
    ],
  ] as const)('%s', (_, threads, number) => {
    expect(rootOfFailure(threads)?.number).toBe(number);
  });

  it('is nothing where nothing failed', () => {
    expect(rootOfFailure([failed(0, null, '', { status: 'RUNNING', failure: null })])).toBeUndefined();
  });
});

describe('a thread that failed where it ends', () => {
  const spec: Pick<WfSpec, 'threads'> = {
    threads: {
      main: {
        variables: [],
        interrupts: [],
        nodes: {
          work: { type: 'NOP', edges: [{ to: 'end', mutations: [] }], failureHandlers: [] },
          end: { type: 'EXIT', failureHandlers: [] },
        },
      },
    },
  };
  it.each([
    ['has nothing after it', {}, 'end', true],
    ['is another than one before its end', {}, 'work', false],
    ['is not known where the version has no such node', {}, 'gone', false],
    ['or no such thread', { threadSpecName: 'gone' }, 'end', false],
  ] as const)('%s', (_, changes, currentNodeName, isLast) => {
    expect(isAtItsEnd(spec, failed(0, null, 'VAR_ERROR', { ...changes, currentNodeName }))).toBe(isLast);
  });
});
