// SLEEP: for some seconds, or until an instant that may be moved (scenarios E).
import { describe, expect, it } from 'vitest';
import type { VariableAssignment } from '#contracts/assignment.ts';
import type { VariableType } from '#contracts/value.ts';
import { along, assign, declare, processOf, variable } from '../testing/build-spec.ts';
import { accepted, scenario } from '../testing/scenario.ts';

const EVENTS = { poke: {} };

describe('SLEEP', () => {
  function sleeping(
    node: { seconds: VariableAssignment } | { until: VariableAssignment },
    type: VariableType,
    value: number | string | null,
  ) {
    const run = scenario({
      externalEventDefs: EVENTS,
      wfSpec: processOf({
        main: along(
          { nap: { type: 'SLEEP', ...node } },
          { variables: declare({ v: type }), interrupts: [{ externalEventDefName: 'poke', handler: 'move' }] },
        ),
        move: along(
          {},
          {
            variables: declare({ INPUT: 'JSON_OBJ' }),
            mutations: { start: [assign('v', { cast: variable('INPUT', '$.v'), to: type })] },
          },
        ),
      }),
    });
    accepted(run.start({ v: value }));
    return run;
  }

  it('E-16 lasts so many seconds, to the millisecond', () => {
    const run = sleeping({ seconds: variable('v') }, 'DOUBLE', 2.5);
    const { wakeAt, arrivedAt } = run.nodeRun(0, 1);
    expect(wakeAt).toBe(arrivedAt + 2_500);
    run.elapse(2_400);
    expect(run.run().status).toBe('RUNNING');
    run.elapse(100);
    expect(run.run().status).toBe('COMPLETED');
    expect(run.nodeRun(0, 1).endedAt).toBeGreaterThanOrEqual(wakeAt ?? 0);
  });

  it.each<[VariableType, string | number]>([
    ['TIMESTAMP', '1970-01-01T00:00:05Z'],
    ['STR', '1970-01-01T01:00:05+01:00'],
    ['INT', 5_000],
  ])('E-16 lasts until a %s; one that is past is over at once', (type, value) => {
    const run = sleeping({ until: variable('v') }, type, value);
    expect(run.nodeRun(0, 1).wakeAt).toBe(5_000);
    run.elapse(3_900);
    expect(run.run().status).toBe('RUNNING');
    run.elapse(200);
    expect(run.run().status).toBe('COMPLETED');

    const past = sleeping({ until: variable('v') }, type, type === 'INT' ? 1 : '1970-01-01T00:00:00Z');
    expect(past.run().status).toBe('COMPLETED');
    expect(past.timers()).toEqual([]);
  });

  it.each([
    ['later', 8_000],
    ['earlier', 3_000],
  ])('E-17 an interrupt that makes the target %s moves the timer', (_, target) => {
    const run = sleeping({ until: variable('v') }, 'INT', 5_000);
    accepted(run.put('poke', { v: target }));
    expect(run.nodeRun(0, 1)).toMatchObject({ wakeAt: target, status: 'RUNNING' });
    run.elapse(target - run.now() - 100);
    expect(run.run().status).toBe('RUNNING');
    run.elapse(200);
    expect(run.run().status).toBe('COMPLETED');
    expect(run.timers()).toEqual([]);
  });

  it('a sleep that ends while its thread is stopped is over at the resume', () => {
    const run = sleeping({ seconds: variable('v') }, 'DOUBLE', 1);
    accepted(run.stop());
    run.elapse(5_000);
    expect(run.run().status).toBe('HALTED');
    accepted(run.resume());
    expect(run.run().status).toBe('COMPLETED');
  });

  it('until what is no instant fails the node', () => {
    expect(sleeping({ until: variable('v') }, 'STR', 'tomorrow').thread().failure?.name).toBe('VAR_SUB_ERROR');
    expect(sleeping({ until: variable('v') }, 'INT', null).thread().failure?.name).toBe('VAR_SUB_ERROR');
    expect(sleeping({ seconds: variable('v') }, 'DOUBLE', 1e300).thread().failure?.message).toContain(
      'the last instant',
    );
  });
});
