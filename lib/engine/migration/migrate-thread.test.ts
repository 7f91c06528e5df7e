// What a thread takes along to another version of its WfSpec.
import { expect, it } from 'vitest';
import { along, assign, awaitEvent, MAIN, output, processOf, variable } from '../testing/build-spec.ts';
import { accepted, type Scenario, scenario } from '../testing/scenario.ts';

const PLAN = {
  name: 'to-the-next',
  wfSpecName: 'process',
  from: { majorVersion: 0, revision: 0 },
  to: { majorVersion: 0, revision: 1 },
  threads: { [MAIN]: { to: MAIN, nodes: { second: { to: 'third' } }, variables: {}, after: [] } },
  createdAt: '2026-01-01T00:00:00Z',
};

/** A run that waits at `second`, and goes on at `third` of the new version, with what `first` was given. */
function migrated(): Scenario {
  const run = scenario({
    externalEventDefs: { told: { contentType: 'INT' } },
    wfSpec: processOf({
      [MAIN]: along(
        { first: awaitEvent('told'), second: awaitEvent('told') },
        {
          variables: [{ name: 'n', type: 'INT', default: 1 }],
          mutations: { second: [assign('n', output('first'))] },
        },
      ),
    }),
    newer: [
      {
        version: { revision: 1 },
        body: processOf({
          [MAIN]: along(
            { first: awaitEvent('told'), third: awaitEvent('told') },
            {
              variables: [
                { name: 'n', type: 'INT', default: 1, searchable: true },
                { name: 'since', type: 'TIMESTAMP', default: '2026-08-01T12:00:00+02:00' },
              ],
              mutations: { third: [assign('n', output('first'))] },
              exit: { result: variable('n') },
            },
          ),
        }),
      },
    ],
  });
  accepted(run.start());
  accepted(run.put('told', 7));
  accepted(run.send({ type: 'MigrateRun', plan: PLAN }));
  return run;
}

it('a thread that moves keeps the outputs of nodes that the new version has too', () => {
  const run = migrated();
  accepted(run.put('told', 8));
  expect(run.thread()).toMatchObject({ status: 'COMPLETED', output: 7 });
});

it('a run that moves is found by the variables that are searchable now', () => {
  const found = migrated().recorded('SearchableSet');
  expect(found).toMatchObject([{ name: 'n', values: [{ path: null, value: '1' }] }]);
});

it('a variable that is new has its default, written as a value of its type is', () => {
  expect(migrated().thread().variables).toEqual({ n: 1, since: '2026-08-01T10:00:00.000Z' });
});
