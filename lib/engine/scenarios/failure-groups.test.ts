// What a handler by the name of a group catches (scenarios G).
import { describe, expect, it } from 'vitest';
import type { FailureHandler } from '#contracts/wf-spec.ts';
import type { TaskOutcome } from '../command.ts';
import { along, assign, declare, doTask, join, processOf, spawn, variable } from '../testing/build-spec.ts';
import { divideByZero, finish, given, TASKS, TECHNICAL } from '../testing/failure-scenario.ts';
import { accepted, scenario } from '../testing/scenario.ts';

describe('the groups of names', () => {
  const failing = (failureHandlers: FailureHandler[]) => ({
    VAR_SUB_ERROR: along({ a: doTask('take', { inputs: [variable('json', '$.a')], failureHandlers }) }),
    VAR_MUTATION_ERROR: along(
      { a: { type: 'NOP', failureHandlers } },
      { mutations: { a: [assign('n', divideByZero)] } },
    ),
    CHILD_FAILURE: along({ s: spawn('bad'), a: join(['s'], { failureHandlers }) }),
  });

  it.each([
    ['VAR_ERROR', 'VAR_SUB_ERROR', true],
    ['VAR_ERROR', 'VAR_MUTATION_ERROR', true],
    ['VAR_ERROR', 'CHILD_FAILURE', false],
    ['TASK_ERROR', 'CHILD_FAILURE', false],
    ['TASK_ERROR', 'VAR_SUB_ERROR', false],
    ['VAR_SUB_ERROR', 'VAR_MUTATION_ERROR', false],
    ['CHILD_FAILURE', 'CHILD_FAILURE', true],
  ] as const)('G-07 a handler of %s and a %s: %s', (failureName, name, isCaught) => {
    const run = scenario({
      taskDefs: { ...TASKS, take: { inputVars: [{ name: 'n', type: 'INT' as const }] } },
      wfSpec: processOf({
        main: {
          ...failing([{ handler: 'rest', failureName }])[name],
          variables: declare({ json: 'JSON_OBJ', n: 'INT' }),
        },
        bad: along({}, { mutations: { start: [assign('n', divideByZero)] } }),
        rest: along({}),
      }),
    });
    accepted(run.start({ json: { a: 'x' } }));
    const failures = run.nodeRuns().flatMap((nodeRun) => nodeRun.failures);
    expect(failures).toMatchObject([{ name, handled: isCaught }]);
    expect(run.run().status).toBe(isCaught ? 'COMPLETED' : 'ERROR');
  });

  it.each<[TaskOutcome, string]>([
    [TECHNICAL, 'TASK_FAILURE'],
    [{ type: 'TIMEOUT' }, 'TIMEOUT'],
    [{ type: 'OUTPUT', output: 'no number' }, 'TASK_OUTPUT_ERROR'],
  ])('G-07 TASK_ERROR catches %j', (outcome, name) => {
    const run = given([{ handler: 'tidy', failureName: 'TASK_ERROR' }]);
    accepted(run.report('0-1', outcome));
    expect(run.nodeRun(0, 1).failures).toMatchObject([{ name, handler: 1 }]);
    expect(finish(run)).toBe('COMPLETED');
    const other = given([{ handler: 'tidy', failureName: 'VAR_ERROR' }]);
    accepted(other.report('0-1', outcome));
    expect(finish(other)).toBe('ERROR');
  });
});
