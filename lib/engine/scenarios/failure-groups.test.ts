// What a handler by the name of a group catches (scenarios G).
import { describe, expect, it } from 'vitest';
import type { FailureHandler } from '#contracts/wf-spec.ts';
import type { TaskOutcome } from '../command.ts';
import {
  along,
  assign,
  declare,
  doTask,
  expression,
  join,
  literal,
  processOf,
  spawn,
  variable,
} from '../testing/build-spec.ts';
import { accepted, type Scenario, scenario } from '../testing/scenario.ts';

const TASKS = {
  risky: { inputVars: [], returnType: 'INT' as const },
  after: { inputVars: [] },
  tidy: { inputVars: [] },
};
const TECHNICAL: TaskOutcome = { type: 'ERROR', errorType: 'Error', message: 'it broke' };
const divideByZero = expression(literal(1), 'DIVIDE', literal(0));
const _BUSINESS: TaskOutcome = { type: 'EXCEPTION', name: 'out-of-stock', message: 'none left', content: { item: 4 } };

/** `n := risky()` at (0,1) with handlers, then `after` at (0,2); the handler does `tidy`. */
function given(failureHandlers: FailureHandler[]) {
  const run = scenario({
    taskDefs: TASKS,
    wfSpec: processOf({
      main: along(
        { risky: doTask('risky', { failureHandlers }), after: doTask('after') },
        {
          variables: [
            { name: 'n', type: 'INT', default: 1 },
            { name: 'seen', type: 'JSON_OBJ' },
          ],
          mutations: { risky: [assign('n', literal(2))] },
        },
      ),
      other: along({}),
      tidy: along(
        { tidy: doTask('tidy') },
        { variables: declare({ INPUT: 'JSON_OBJ' }), mutations: { start: [assign('seen', variable('INPUT'))] } },
      ),
    }),
  });
  accepted(run.start());
  return run;
}

/** Lets the handler and what follows succeed, if they are there. */
function finish(run: Scenario): string {
  for (const guid of ['1-1', '0-2']) if (run.run().taskRuns[guid]) run.succeed(guid);
  return run.run().status;
}

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
