// What a thread sees: outputs of its nodes and variables in its reach (scenarios C).
import { describe, expect, it } from 'vitest';
import type { Mutation } from '#contracts/wf-spec.ts';
import { assign, bodyOf, declare, expression, literal, output, road, variable } from '../testing/build-spec.ts';
import { accepted, refused, scenario } from '../testing/scenario.ts';
import { failure, type Task } from '../testing/value-scenario.ts';

describe('outputs', () => {
  it('of a child run have the type that its WfSpec returns: a large INT stays exact', () => {
    const child = bodyOf([{ name: 'i', type: 'INT', required: true }], {
      start: { type: 'ENTRYPOINT', edges: [{ to: 'end' }] },
      end: { type: 'EXIT', result: variable('i') },
    });
    const run = scenario({
      wfSpecs: { child },
      wfSpec: road(
        declare({ i: 'INT' }),
        {
          child: {
            type: 'RUN_CHILD_WF',
            wfSpecName: 'child',
            inputs: { i: { literal: '9007199254740993', type: 'INT' } },
          },
          wait: { type: 'WAIT_FOR_CHILD_WF', node: 'child' },
        },
        { wait: [assign('i', expression(output('wait'), 'ADD', literal(1)))] },
      ),
    });
    accepted(run.start());
    expect(run.thread().variables).toEqual({ i: '9007199254740994' });
  });

  it('that are masked cannot come from a task that the WfSpec does not name', () => {
    const named = (steps: Record<string, Task>, mutations: Record<string, Mutation[]> = {}) => {
      const run = scenario({
        taskDefs: { secret: { returnType: 'STR', returnMasked: true } },
        wfSpec: road(declare({ name: 'STR', open: 'STR' }), steps, mutations),
      });
      accepted(run.start({ name: 'secret' }));
      return run;
    };
    const dynamic: Task = { type: 'TASK', taskDefName: variable('name') };
    expect(failure(named({ dynamic }, { dynamic: [assign('open', output('dynamic'))] }), 1)).toMatchObject({
      name: 'VAR_SUB_ERROR',
      message: expect.stringContaining('The output of task secret is masked'),
    });
    expect(named({ dynamic }).scheduled()).toEqual(['secret']);
  });
});

describe('scope', () => {
  it('C-35 a run is refused without what it requires, or with what it does not take, and is not stored', () => {
    const variables = [
      { name: 'must', type: 'INT' as const, required: true },
      { name: 'may', type: 'STR' as const },
    ];
    const run = scenario({ wfSpec: road(variables, {}) });
    const refusal = refused(run.start({ may: 5, foreign: 1 }));
    expect(refusal.code).toBe('INVALID_ARGUMENT');
    expect(refusal.errors).toEqual([
      { path: 'variables.must', message: 'is required and must be INT' },
      { path: 'variables.may', message: 'must be STR' },
      { path: 'variables.foreign', message: 'is not a variable of this workflow' },
    ]);
    expect(run.family()).toBeNull();
    expect(accepted(run.start({ must: null })).ok).toBe(true);
  });

  it('an input or an event that is too large is refused', () => {
    const run = scenario({
      externalEventDefs: { told: {} },
      wfSpec: road([{ name: 'text', type: 'STR' }], { told: { type: 'EXTERNAL_EVENT', externalEventDefName: 'told' } }),
      limits: { valueBytes: 100 },
    });
    const large = 'x'.repeat(99);
    const message = 'has 101 bytes of JSON; at most 100 are allowed';
    expect(refused(run.start({ text: large })).errors).toEqual([{ path: 'variables.text', message }]);
    accepted(run.start({ text: 'x'.repeat(98) }));
    expect(refused(run.put('told', large)).errors).toEqual([{ path: 'content', message }]);
    accepted(run.put('told', 'x'.repeat(98)));
    expect(run.run().status).toBe('COMPLETED');
  });

  it('C-40 a handler beside the child that failed does not see its variables', () => {
    const child = bodyOf(declare({ theirs: 'INT' }), {
      start: { type: 'ENTRYPOINT', edges: [{ to: 'end' }] },
      end: { type: 'EXIT', failure: { name: 'oops' } },
    }).threads.main;
    const handler = road([], {}, { start: [assign('theirs', literal(1))] }).threads.main;
    const main = road([], {
      spawn: { type: 'START_THREAD', threadSpecName: 'child' },
      wait: { type: 'WAIT_FOR_THREADS', threads: [output('spawn')], failureHandlers: [{ handler: 'handler' }] },
    });
    const threads = { ...main.threads, ...(child && { child }), ...(handler && { handler }) };
    const run = scenario({ wfSpec: { ...main, threads } });
    run.start();
    expect(run.run().status).toBe('ERROR');
    expect(run.statuses()).toEqual(['ERROR', 'EXCEPTION', 'ERROR']);
    expect(run.thread(2).failure?.message).toContain('Variable theirs is not in scope');
  });
});
