// A run that stands at a task which may fail, with handlers: where most scenarios of failures begin.
import type { FailureHandler } from '#contracts/wf-spec.ts';
import type { TaskOutcome } from '../command.ts';
import { along, assign, declare, doTask, expression, literal, processOf, variable } from './build-spec.ts';
import { accepted, type Scenario, scenario } from './scenario.ts';

export const TASKS = {
  risky: { inputVars: [], returnType: 'INT' as const },
  after: { inputVars: [] },
  tidy: { inputVars: [] },
};
export const TECHNICAL: TaskOutcome = { type: 'ERROR', errorType: 'Error', message: 'it broke' };
export const divideByZero = expression(literal(1), 'DIVIDE', literal(0));
export const BUSINESS: TaskOutcome = {
  type: 'EXCEPTION',
  name: 'out-of-stock',
  message: 'none left',
  content: { item: 4 },
};

/** `n := risky()` at (0,1) with handlers, then `after` at (0,2); the handler does `tidy`. */
export function given(failureHandlers: FailureHandler[]) {
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
export function finish(run: Scenario): string {
  for (const guid of ['1-1', '0-2']) if (run.run().taskRuns[guid]) run.succeed(guid);
  return run.run().status;
}
