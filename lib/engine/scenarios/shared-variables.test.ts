// Runs with a parent: who may start them, what they inherit, and events that are theirs (scenarios I).
import { describe, expect, it } from 'vitest';
import { along, assign, awaitEvent, declare, expression, literal, processOf, variable } from '../testing/build-spec.ts';
import { accepted, RUN_ID, refused, scenario } from '../testing/scenario.ts';

const CHILD = { name: 'child', majorVersion: 0, revision: 0 };
const GREATER_THAN_20 = expression(variable('shared'), 'GREATER_THAN', literal(20));

/** A run with the PUBLIC variable `shared`, twice its input; children double it, then wait for `go` and until it is more than 20. */
function given() {
  const run = scenario({
    externalEventDefs: { go: {}, done: {} },
    wfSpecs: {
      child: processOf(
        {
          main: along(
            { go: awaitEvent('go'), wait: { type: 'WAIT_FOR_CONDITION', condition: GREATER_THAN_20 } },
            {
              variables: [{ name: 'shared', type: 'INT', access: 'INHERITED' }],
              mutations: { start: [{ variable: 'shared', operation: 'MULTIPLY', value: literal(2) }] },
            },
          ),
        },
        { parent: { wfSpecName: 'process' } },
      ),
    },
    wfSpec: processOf({
      main: along(
        { done: awaitEvent('done'), more: awaitEvent('go') },
        {
          variables: [
            { name: 'n', type: 'INT' },
            { name: 'shared', type: 'INT', access: 'PUBLIC' },
          ],
          mutations: {
            start: [assign('shared', expression(variable('n'), 'MULTIPLY', literal(2)))],
            done: [{ variable: 'shared', operation: 'ADD', value: literal(10) }],
          },
        },
      ),
    }),
  });
  accepted(run.start({ n: 3 }));
  const startChild = (wfRunId: string, parentWfRunId: string | null = RUN_ID, variables = {}, wfSpec = CHILD) =>
    run.send({ type: 'RunWf', wfRunId, wfSpec, variables, requester: null, parentWfRunId, scheduleId: null });
  return { run, startChild };
}

describe('a run with a parent', () => {
  it('I-08 reads and writes what it inherits in the parent run', () => {
    const { run, startChild } = given();
    expect(run.thread().variables).toEqual({ n: 3, shared: 6 });
    accepted(startChild('child-1'));
    expect(run.thread().variables).toEqual({ n: 3, shared: 12 });
    expect(run.thread(0, 'child-1').variables).toEqual({});
    expect(run.run('child-1')).toMatchObject({ requester: 'maria', parent: { wfRunId: RUN_ID, position: null } });
  });

  it('I-08 wakes when the parent changes what it waits for', () => {
    const { run, startChild } = given();
    accepted(startChild('child-1'));
    accepted(run.put('go', null, { wfRunId: 'child-1' }));
    expect(run.thread(0, 'child-1').current).toMatchObject({ nodeName: 'wait', status: 'RUNNING' });
    accepted(run.put('done'));
    expect(run.thread().variables.shared).toBe(22);
    expect(run.run('child-1').status).toBe('COMPLETED');
  });

  it('I-07 takes events of its own, not those of the parent', () => {
    const { run, startChild } = given();
    accepted(run.put('go'));
    accepted(run.put('go', null, { wfRunId: 'child-1' }));
    expect(run.run().status).toBe('RUNNING');
    accepted(startChild('child-1'));
    expect(run.thread(0, 'child-1').current.nodeName).toBe('wait');
    expect(run.family()?.events).toMatchObject({ [RUN_ID]: [{ defName: 'go' }] });
  });

  it('I-07 is refused without its parent, with another, or where none is declared; the same id twice too', () => {
    const { run, startChild } = given();
    expect(refused(startChild('child-1', null))).toMatchObject({
      code: 'INVALID_ARGUMENT',
      errors: [{ path: 'parentWfRunId', message: 'is required: WfSpec child runs as a child of process' }],
    });
    expect(refused(startChild('child-1', 'run-9'))).toMatchObject({ code: 'FAILED_PRECONDITION' });
    accepted(startChild('child-1'));
    expect(refused(startChild('child-2', 'child-1')).errors?.[0]?.message).toBe(
      'WfRun child-1 is of child 0, not of process',
    );
    const process = { name: 'process', majorVersion: 0, revision: 0 };
    expect(refused(startChild('child-2', RUN_ID, { n: 1 }, process)).errors?.[0]?.message).toBe(
      'WfSpec process has no parent: leave this out',
    );
    expect(refused(startChild('child-1')).code).toBe('ALREADY_EXISTS');
    expect(refused(startChild('child-3', RUN_ID, { shared: 4 })).errors).toEqual([
      { path: 'variables.shared', message: 'is inherited from the parent run and cannot be given' },
    ]);
    expect(Object.keys(run.family()?.runs ?? {})).toEqual([RUN_ID, 'child-1']);
  });

  it('that fails keeps that to itself when nobody waits for it', () => {
    const run = scenario({
      wfSpecs: {
        child: processOf(
          { main: along({}, { variables: declare({ n: 'INT' }), exit: { failure: { name: 'oh-no' } } }) },
          { parent: { wfSpecName: 'process' } },
        ),
      },
      externalEventDefs: { done: {} },
      wfSpec: processOf({ main: along({ done: awaitEvent('done') }) }),
    });
    accepted(run.start());
    accepted(
      run.send({
        type: 'RunWf',
        wfRunId: 'child-1',
        wfSpec: CHILD,
        variables: {},
        requester: null,
        parentWfRunId: RUN_ID,
        scheduleId: null,
      }),
    );
    expect(run.run('child-1').status).toBe('EXCEPTION');
    expect(run.run().status).toBe('RUNNING');
    accepted(run.put('done'));
    expect(run.run().status).toBe('COMPLETED');
  });
});
