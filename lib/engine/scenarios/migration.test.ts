// Migration of live runs from one version of their WfSpec to another (scenarios J).
import { describe, expect, it } from 'vitest';
import {
  along,
  assign,
  awaitEvent,
  declare,
  doTask,
  expression,
  join,
  literal,
  processOf,
  spawn,
  variable,
} from '../testing/build-spec.ts';
import { ask, given, migrate, NEW, OLD } from '../testing/migration-scenario.ts';
import { accepted, refused } from '../testing/scenario.ts';
import { ANSWERS } from '../testing/user-task-scenario.ts';

describe('a thread', () => {
  it('J-16 moves from a user task, which is cancelled with that reason, to a task', () => {
    const run = given(processOf({ main: along({ ut: ask }) }), processOf({ main: along({ work: doTask('work') }) }));
    accepted(migrate(run, { main: { nodes: { ut: { to: 'work' } } } }));
    expect(run.run()).toMatchObject({ wfSpec: NEW, oldWfSpecs: [OLD], status: 'RUNNING', migration: null });
    expect(run.nodeRun(0, 1)).toMatchObject({ nodeName: 'ut', status: 'HALTED' });
    expect(run.recorded('NodeRunEnded').at(-1)).toMatchObject({ wfSpec: OLD, nodeRun: { nodeName: 'ut' } });
    expect(run.task('0-1').status).toBe('CANCELLED');
    expect(run.recorded('UserTaskEventAppended').at(-1)).toMatchObject({
      reason: 'Its run moved to process 1.0',
      actor: { kind: 'engine' },
    });
    expect(run.thread()).toMatchObject({ oldWfSpec: null, current: { nodeName: 'work', position: 2 } });
    expect(refused(run.complete('0-1', 'a', ANSWERS)).code).toBe('FAILED_PRECONDITION');
    run.succeed('0-2');
    expect(run.run().status).toBe('COMPLETED');
    expect(run.recorded('NodeRunEnded').at(-1)).toMatchObject({ wfSpec: NEW, nodeRun: { nodeName: 'end' } });
  });

  it('moves when it comes to a mapped node, and till then runs as before', () => {
    const run = given(
      processOf({ main: along({ go: awaitEvent('go'), old: doTask('old') }) }),
      processOf({ main: along({ first: doTask('old'), work: doTask('work') }) }),
    );
    accepted(migrate(run, { main: { nodes: { old: { to: 'work' } } } }));
    expect(run.run()).toMatchObject({ wfSpec: NEW, migration: { name: 'move' } });
    expect(run.thread()).toMatchObject({ oldWfSpec: OLD, current: { nodeName: 'go', status: 'RUNNING' } });
    accepted(run.put('go'));
    expect(run.nodeRun(0, 1)).toMatchObject({ nodeName: 'go', status: 'COMPLETED' });
    expect(run.scheduled()).toEqual(['work']);
    expect(run.run().migration).toBeNull();
  });

  it('that comes to no mapped node stays at the old version to its end, which ends the migration', () => {
    const run = given(
      processOf({ main: along({ old: doTask('old') }) }),
      processOf({ main: along({ work: doTask('work') }) }),
    );
    accepted(migrate(run, { main: { nodes: { elsewhere: { to: 'work' } } } }));
    expect(refused(migrate(run, { main: {} }, NEW)).detail).toBe('WfRun run-1 is still being migrated by move');
    run.succeed('0-1');
    expect(run.run()).toMatchObject({ status: 'COMPLETED', migration: null });
    expect(run.thread().oldWfSpec).toEqual(OLD);
    expect(run.recorded('NodeRunEnded').at(-1)).toMatchObject({ wfSpec: OLD, nodeRun: { nodeName: 'end' } });
  });

  it('is left at a task until its worker is done; an attempt that nobody has is withdrawn for good', () => {
    const given2 = () =>
      given(processOf({ main: along({ old: doTask('old') }) }), processOf({ main: along({ work: doTask('work') }) }));
    const busy = given2();
    busy.claim('0-1');
    accepted(migrate(busy, { main: { nodes: { old: { to: 'work' }, end: { to: 'work' } } } }));
    expect(busy.thread()).toMatchObject({ oldWfSpec: OLD, current: { nodeName: 'old', status: 'RUNNING' } });
    busy.succeed('0-1');
    expect(busy.nodeRun(0, 1).status).toBe('COMPLETED');
    expect(busy.thread()).toMatchObject({ oldWfSpec: null, current: { nodeName: 'work', position: 2 } });

    const idle = given2();
    accepted(migrate(idle, { main: { nodes: { old: { to: 'work' } } } }));
    expect(idle.recorded('TaskRunEnded')).toMatchObject([{ status: 'CANCELLED', taskRun: { guid: '0-1' } }]);
    expect(idle.thread().current).toMatchObject({ nodeName: 'work', position: 2 });
    expect(refused(idle.report('0-1', { type: 'OUTPUT', output: null })).code).toBe('FAILED_PRECONDITION');
  });

  it('takes along the variables of its names and types, and those that the plan works out', () => {
    const run = given(
      processOf({
        main: along(
          { go: awaitEvent('go') },
          {
            variables: declare({ kept: 'INT', changed: 'INT', gone: 'STR', a: 'INT' }),
            mutations: { start: [assign('kept', literal(1)), assign('changed', literal(2)), assign('a', literal(3))] },
          },
        ),
      }),
      processOf({
        main: along(
          { go: awaitEvent('go') },
          {
            variables: [
              ...declare({ kept: 'INT', changed: 'STR', b: 'INT' }),
              { name: 'fresh', type: 'STR', default: 'new' },
            ],
          },
        ),
      }),
    );
    const variables = { b: expression(variable('a'), 'MULTIPLY', literal(7)) };
    accepted(migrate(run, { main: { nodes: { go: { to: 'go' } }, variables } }));
    expect(run.thread().variables).toEqual({ kept: 1, changed: null, b: 21, fresh: 'new' });
  });

  it('is found by the variables that it has then', () => {
    const searchable = (name: string) => ({ name, type: 'STR' as const, default: name, searchable: true });
    const run = given(
      processOf({ main: along({ go: awaitEvent('go') }, { variables: [searchable('gone'), searchable('kept')] }) }),
      processOf({ main: along({ go: awaitEvent('go') }, { variables: [searchable('kept'), searchable('fresh')] }) }),
    );
    const { records } = accepted(migrate(run, { main: { nodes: { go: { to: 'go' } } } }));
    const found = records.flatMap((one) =>
      one.type === 'SearchableSet' ? [[one.name, one.values.map(({ value }) => value)]] : [],
    );
    expect(Object.fromEntries(found)).toEqual({ gone: [], kept: ['kept'], fresh: ['fresh'] });
  });

  it('whose variables cannot be worked out fails where it stands, at the old version', () => {
    const run = given(
      processOf({ main: along({ go: awaitEvent('go') }) }),
      processOf({ main: along({ go: awaitEvent('go') }, { variables: declare({ b: 'INT' }) }) }),
    );
    const variables = { b: expression(literal(1), 'DIVIDE', literal(0)) };
    accepted(migrate(run, { main: { nodes: { go: { to: 'go' } }, variables } }));
    expect(run.run().status).toBe('ERROR');
    expect(run.nodeRun(0, 1)).toMatchObject({
      status: 'ERROR',
      failures: [{ name: 'VAR_SUB_ERROR', message: 'Failed to work out variable b: Cannot divide by zero' }],
    });
    expect(run.thread().oldWfSpec).toEqual(OLD);
  });

  it('that is halted moves when it goes on', () => {
    const run = given(processOf({ main: along({ ut: ask }) }), processOf({ main: along({ work: doTask('work') }) }));
    accepted(run.stop());
    accepted(migrate(run, { main: { nodes: { ut: { to: 'work' } } } }));
    expect(run.thread()).toMatchObject({ oldWfSpec: OLD, status: 'HALTED' });
    expect(run.task('0-1').status).toBe('UNASSIGNED');
    accepted(run.resume());
    expect(run.thread()).toMatchObject({ oldWfSpec: null, current: { nodeName: 'work' } });
    expect(run.task('0-1').status).toBe('CANCELLED');
  });
});

describe('threads', () => {
  const before = processOf({
    main: along({ a: spawn('child'), wait: join(['a']) }),
    child: along({ go: awaitEvent('go'), old: doTask('old') }),
  });
  const after = processOf({
    main: along({ a: spawn('child'), wait: join(['a']), work: doTask('work') }),
    child: along({ work: doTask('work') }),
  });

  it('move after those that the plan says', () => {
    const given1 = (names: string[]) => {
      const run = given(before, after);
      accepted(
        migrate(run, {
          main: { nodes: { wait: { to: 'work' } }, after: names },
          child: { nodes: { old: { to: 'work' } } },
        }),
      );
      return run;
    };
    const waiting = given1(['child']);
    expect(waiting.run().threads.map(({ oldWfSpec }) => oldWfSpec)).toEqual([OLD, OLD]);
    accepted(waiting.put('go'));
    expect(waiting.run().threads.map(({ oldWfSpec, current }) => [oldWfSpec, current.nodeName])).toEqual([
      [null, 'work'],
      [null, 'work'],
    ]);
    expect(waiting.run().migration).toBeNull();

    const atOnce = given1([]);
    expect(atOnce.run().threads.map(({ oldWfSpec, current }) => [oldWfSpec, current.nodeName])).toEqual([
      [null, 'work'],
      [OLD, 'go'],
    ]);
    expect(atOnce.run().migration).not.toBeNull();
  });

  it('that begin at the old version while others have moved are moved like them', () => {
    const run = given(
      processOf({
        main: along({ a: spawn('child'), wait: join(['a']) }),
        child: along({ go: awaitEvent('go'), b: spawn('grandchild') }),
        grandchild: along({ old: doTask('old') }),
      }),
      processOf({
        main: along({ work: doTask('work') }),
        child: along({}),
        grandchild: along({ work: doTask('work') }),
      }),
    );
    accepted(
      migrate(run, { main: { nodes: { wait: { to: 'work' } } }, grandchild: { nodes: { old: { to: 'work' } } } }),
    );
    accepted(run.put('go'));
    expect(run.run().threads.map(({ oldWfSpec }) => oldWfSpec)).toEqual([null, OLD, null]);
    expect(run.thread(2).current).toMatchObject({ nodeName: 'work', position: 1 });
    run.succeed('2-1');
    run.succeed('0-3');
    expect(run.run()).toMatchObject({ status: 'COMPLETED', migration: null });
  });

  it('that are halted for good keep no migration open', () => {
    const racing = processOf({
      main: along({ a: spawn('child'), b: spawn('child'), wait: join(['a', 'b'], { strategy: 'FIRST' }), ut: ask }),
      child: along({ old: doTask('old') }),
    });
    const run = given(
      racing,
      processOf({ main: along({ work: doTask('work') }), child: along({ work: doTask('work') }) }),
    );
    run.succeed('1-1');
    expect(run.statuses()).toEqual(['RUNNING', 'COMPLETED', 'HALTED']);
    accepted(migrate(run, { main: { nodes: { ut: { to: 'work' } } } }));
    expect(run.run().migration).toBeNull();
    expect(run.thread(2).oldWfSpec).toEqual(OLD);
  });
});

describe('MigrateRun', () => {
  const body = processOf({ main: along({ go: awaitEvent('go') }) });

  it('is refused for a run that has ended, is at another version, or for a version that is not there', () => {
    const run = given(body, body);
    expect(refused(migrate(run, { main: {} }, NEW, OLD))).toMatchObject({
      code: 'FAILED_PRECONDITION',
      detail: 'WfRun run-1 is at process 0.0; plan move is for process 1.0',
    });
    accepted(run.put('go'));
    expect(refused(migrate(run, { main: {} })).detail).toBe('WfRun run-1 is COMPLETED');
  });

  it('a thread that is rescued with a skip comes to a mapped node like any other, if it can', () => {
    const given1 = (divisor: number) => {
      const run = given(
        processOf({
          main: along({ a: spawn('child'), go: awaitEvent('go') }),
          child: along({ old: doTask('old'), last: doTask('old') }),
        }),
        processOf({
          main: along({ work: doTask('work') }),
          child: along({ work: doTask('work') }, { variables: declare({ b: 'INT' }) }),
        }),
      );
      const variables = { b: expression(literal(6), 'DIVIDE', literal(divisor)) };
      accepted(migrate(run, { child: { nodes: { last: { to: 'work' } }, variables } }));
      run.fail('1-1');
      return run;
    };
    const run = given1(2);
    accepted(run.rescue(1, true));
    expect(run.thread(1)).toMatchObject({
      oldWfSpec: null,
      variables: { b: 3 },
      current: { nodeName: 'work', position: 2 },
    });
    expect(run.nodeRun(1, 1)).toMatchObject({ nodeName: 'old', status: 'ERROR' });

    expect(refused(given1(0).rescue(1, true)).detail).toBe(
      'Node old cannot be skipped: Failed to work out variable b: Cannot divide by zero',
    );
  });
});
