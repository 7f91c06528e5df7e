// Child runs: started, waited for, sharing variables, and rescued (scenarios I).
import { describe, expect, it } from 'vitest';
import {
  along,
  assign,
  awaitEvent,
  declare,
  doTask,
  expression,
  literal,
  output,
  processOf,
  variable,
} from '../testing/build-spec.ts';
import { accepted, RUN_ID, refused, type Scenario, scenario } from '../testing/scenario.ts';

const TASKS = { work: { inputVars: [] }, tidy: { inputVars: [] } };
const runChild = (more = {}) => ({ type: 'RUN_CHILD_WF', wfSpecName: 'child', ...more }) as const;
const waitFor = (node: string, more = {}) => ({ type: 'WAIT_FOR_CHILD_WF', node, ...more }) as const;
const WORKING = processOf({ main: along({ work: doTask('work') }, { exit: { result: literal('hello') } }) });

/** Starts `child` at (0,1), which is at work, and waits for it at (0,2); its output goes into `result`. */
function given(wait: Parameters<typeof waitFor>[1] = {}, child = WORKING) {
  const run = scenario({
    taskDefs: TASKS,
    externalEventDefs: { hello: {} },
    wfSpecs: { child },
    wfSpec: processOf({
      main: along(
        { start1: runChild(), wait: waitFor('start1', wait), pause: awaitEvent('hello') },
        {
          variables: declare({ result: 'STR' }),
          mutations: { wait: [assign('result', { cast: output('wait'), to: 'STR' })] },
        },
      ),
      tidy: along({}),
    }),
  });
  accepted(run.start());
  return run;
}
const childOf = (run: Scenario, position = 1): string => run.nodeRun(0, position).childWfRunId ?? 'none';

describe('a child run', () => {
  it('I-04 is started and waited for: what it returns is the output', () => {
    const run = given();
    const child = childOf(run);
    expect(run.nodeRun(0, 1).result).toEqual({ output: child });
    expect(run.run(child)).toMatchObject({
      status: 'RUNNING',
      requester: 'maria',
      wfSpec: { name: 'child' },
      parent: { wfRunId: RUN_ID, threadRunNumber: 0, position: 1 },
    });
    expect(run.thread().current).toMatchObject({ nodeName: 'wait', childWfRunId: child });
    run.succeed('0-1', null, { wfRunId: child });
    expect(run.thread()).toMatchObject({ current: { nodeName: 'pause' }, variables: { result: 'hello' } });
    // It is over and done with: its row has it, the family does not.
    expect(Object.keys(run.family()?.runs ?? {})).toEqual([RUN_ID]);
    expect(run.recorded('WfRunLeft')).toMatchObject([{ wfRunId: child, run: { status: 'COMPLETED' } }]);
  });

  it('I-04 that has ended before it is waited for is found ended', () => {
    const run = given({}, processOf({ main: along({}, { exit: { result: literal('at once') } }) }));
    expect(run.thread().variables.result).toBe('at once');
  });

  it('I-02 by a static name is the latest revision of the major version that was there', () => {
    const returning = (result: string) => processOf({ main: along({}, { exit: { result: literal(result) } }) });
    const run = scenario({
      wfSpecs: { child: returning('0.0') },
      newer: [
        { version: { name: 'child', revision: 1 }, body: returning('0.1') },
        { version: { name: 'child', majorVersion: 1 }, body: returning('1.0') },
      ],
      wfSpec: processOf({
        main: along(
          {
            pinned: runChild({ majorVersion: 0 }),
            free: runChild({ wfSpecName: variable('name') }),
            a: waitFor('pinned'),
            b: waitFor('free'),
          },
          {
            variables: declare({ name: 'STR', a: 'STR', b: 'STR' }),
            mutations: {
              a: [assign('a', { cast: output('a'), to: 'STR' })],
              b: [assign('b', { cast: output('b'), to: 'STR' })],
            },
          },
        ),
      }),
    });
    accepted(run.start({ name: 'child' }));
    expect(run.thread().variables).toMatchObject({ a: '0.1', b: '1.0' });
  });

  it('I-05 is named by a variable, or there is none', () => {
    const given = (name: string | null) => {
      const run = scenario({
        taskDefs: TASKS,
        wfSpecs: { child: WORKING },
        wfSpec: processOf({
          main: along(
            { start1: runChild({ wfSpecName: variable('name') }), wait: waitFor('start1') },
            { variables: declare({ name: 'STR' }) },
          ),
        }),
      });
      accepted(run.start({ name }));
      return run;
    };
    const run = given('child');
    expect(run.run(childOf(run)).wfSpec).toEqual({ name: 'child', majorVersion: 0, revision: 0 });
    const missing = given('nobody');
    expect(missing.run().status).toBe('ERROR');
    expect(missing.nodeRun(0, 1)).toMatchObject({
      childWfRunId: null,
      failures: [{ name: 'CHILD_FAILURE', message: "Couldn't find WfSpec nobody" }],
    });
    expect(given(null).thread().failure?.name).toBe('VAR_SUB_ERROR');
  });

  it('I-01 by a dynamic name that lacks an input fails the node', () => {
    const run = scenario({
      wfSpecs: { child: processOf({ main: along({}, { variables: [{ name: 'n', type: 'INT', required: true }] }) }) },
      wfSpec: processOf({
        main: along({ start1: runChild({ wfSpecName: variable('name') }) }, { variables: declare({ name: 'STR' }) }),
      }),
    });
    accepted(run.start({ name: 'child' }));
    expect(run.thread().failure).toMatchObject({
      name: 'VAR_SUB_ERROR',
      message: 'variables.n is required and must be INT',
    });
    expect(Object.keys(run.family()?.runs ?? {})).toEqual([RUN_ID]);
  });

  it.each([
    ['a technical failure is a CHILD_FAILURE', { name: 'TASK_FAILURE' }, 'CHILD_FAILURE', 'ERROR'],
    ['a business failure keeps its name and content', { name: 'oh-no' }, 'oh-no', 'EXCEPTION'],
  ])('that fails fails who waits for it: %s', (_, { name }, failure, status) => {
    const run = given();
    const child = childOf(run);
    if (name === 'oh-no') run.throwException('0-1', name, { why: 1 }, { wfRunId: child });
    else run.fail('0-1', 'it broke', { wfRunId: child });
    expect(run.run().status).toBe(status);
    expect(run.thread().failure).toMatchObject({ name: failure, content: name === 'oh-no' ? { why: 1 } : null });
    expect(run.thread().failure?.message).toContain(`Child run ${child} failed with ${name}: `);
    expect(run.run(child).status).toBe(status);
  });

  it('goes on when its parent is stopped, which meets its end on resume; and is stopped by itself (L41)', () => {
    const run = given();
    const child = childOf(run);
    accepted(run.stop());
    expect(run.run(child).status).toBe('RUNNING');
    accepted(run.stop(0, child));
    expect(run.run(child).status).toBe('HALTED');
    accepted(run.resume(0, child));
    expect(run.run(child).status).toBe('RUNNING');
    run.succeed('0-1', null, { wfRunId: child });
    expect(run.run(child).status).toBe('COMPLETED');
    expect(run.run().status).toBe('HALTED');
    accepted(run.resume());
    expect(run.thread()).toMatchObject({ current: { nodeName: 'pause' }, variables: { result: 'hello' } });
  });

  it('that is not this run’s, or has been waited for, cannot be waited for', () => {
    const run = scenario({
      wfSpecs: { child: processOf({ main: along({}) }) },
      wfSpec: processOf({
        main: along(
          { start1: runChild(), wait: waitFor('start1'), again: waitFor('start1', { wfRunId: variable('id') }) },
          { variables: declare({ id: 'WF_RUN_ID' }), mutations: { start1: [assign('id', output('start1'))] } },
        ),
      }),
    });
    accepted(run.start());
    expect(run.thread()).toMatchObject({
      status: 'ERROR',
      current: { nodeName: 'again' },
      failure: { name: 'VAR_SUB_ERROR' },
    });
  });
});

describe('a rescue of a child run', () => {
  it('H-19 has the parent run wait again', () => {
    const run = given();
    const child = childOf(run);
    run.fail('0-1', 'it broke', { wfRunId: child });
    expect(run.run().status).toBe('ERROR');
    accepted(run.rescue(0, false, child));
    expect(run.run(child).status).toBe('RUNNING');
    expect(run.run()).toMatchObject({ status: 'RUNNING', endedAt: null });
    expect(run.thread().current).toMatchObject({ nodeName: 'wait', position: 3, childWfRunId: child });
    run.succeed('0-2', null, { wfRunId: child });
    expect(run.thread()).toMatchObject({ current: { nodeName: 'pause', position: 4 }, variables: { result: 'hello' } });
  });

  it('is not made while the parent handles the failure, and afterwards the child has left', () => {
    const run = scenario({
      taskDefs: TASKS,
      wfSpecs: { child: WORKING },
      wfSpec: processOf({
        main: along({ start1: runChild(), wait: waitFor('start1', { failureHandlers: [{ handler: 'tidy' }] }) }),
        tidy: along({ tidy: doTask('tidy') }),
      }),
    });
    accepted(run.start());
    const child = childOf(run);
    run.fail('0-1', 'it broke', { wfRunId: child });
    expect(run.statuses()).toEqual(['HALTED', 'RUNNING']);
    expect(refused(run.rescue(0, false, child)).detail).toBe(
      `The failure of ThreadRun 0 was handled by ThreadRun 0 of WfRun ${RUN_ID}`,
    );
    run.succeed('1-1');
    expect(run.run().status).toBe('COMPLETED');
    expect(run.recorded('WfRunLeft')).toMatchObject([{ wfRunId: child, run: { status: 'ERROR' } }]);
    expect(Object.keys(run.family()?.runs ?? {})).toEqual([RUN_ID]);
  });
});

describe('limits', () => {
  it('a family holds so many runs; those that were waited for do not count', () => {
    const given = (steps: Parameters<typeof along>[0]) => {
      const run = scenario({
        taskDefs: TASKS,
        limits: { runsPerFamily: 2 },
        wfSpecs: { child: processOf({ main: along({}) }) },
        wfSpec: processOf({ main: along(steps) }),
      });
      accepted(run.start());
      return run;
    };
    expect(given({ a: runChild(), b: runChild() }).thread().failure).toMatchObject({
      name: 'INTERNAL_ERROR',
      message: 'A WfRun and its child runs are 2 at most, but for those that were waited for',
    });
    const oneByOne = given({ a: runChild(), first: waitFor('a'), b: runChild(), second: waitFor('b') });
    expect(oneByOne.run().status).toBe('COMPLETED');
  });

  it('a run that handles the tight loops of its children by starting them anew is one itself', () => {
    const loop = {
      nodes: {
        start: { type: 'ENTRYPOINT' as const, edges: [{ to: 'a' }] },
        a: {
          type: 'NOP' as const,
          edges: [{ to: 'end', condition: expression(literal(1), 'EQUALS', literal(2)) }, { to: 'b' }],
        },
        b: { type: 'NOP' as const, edges: [{ to: 'a' }] },
        end: { type: 'EXIT' as const },
      },
    };
    const run = scenario({
      limits: { fuel: 30 },
      wfSpecs: { child: processOf({ main: loop }) },
      wfSpec: processOf({
        main: {
          nodes: {
            start: { type: 'ENTRYPOINT', edges: [{ to: 'again' }] },
            again: {
              type: 'NOP',
              edges: [{ to: 'end', condition: expression(literal(1), 'EQUALS', literal(2)) }, { to: 'begin' }],
            },
            begin: runChild({ edges: [{ to: 'wait' }] }),
            wait: waitFor('begin', { failureHandlers: [{ handler: 'rest' }], edges: [{ to: 'again' }] }),
            end: { type: 'EXIT' },
          },
        },
        rest: along({}),
      }),
    });
    accepted(run.start());
    expect(run.run().status).toBe('ERROR');
    expect(run.thread().failure?.name).toBe('INTERNAL_ERROR');
  });
});
