import { expect, it } from 'vitest';
import type { JsonObject } from '#contracts/json.ts';
import { accepted, admin, type Scenario, user } from '../testing/scenario.ts';
import { ANSWERS, given, ofGroup, ofUser } from '../testing/user-task-scenario.ts';

const MINUTE = 60_000;

/** As the page does while somebody types. */
const type = (run: Scenario, userId: string, results: JsonObject, isSittingOpen = true) =>
  accepted(
    run.send({
      type: 'SaveUserTask',
      guid: '0-1',
      userId,
      results,
      ignoreClaim: false,
      isSittingOpen,
      actor: user(userId),
    }),
  );
const events = (run: Scenario) =>
  run.recorded('UserTaskEventAppended').map(({ body, actor }) => [body.type, actor.id] as const);
const changes = (run: Scenario) => run.events().flatMap((event) => (event.type === 'SAVED' ? [event.changes] : []));
const arrived = ['ASSIGNED', null] as const;

it('what is typed in one sitting is saved with every key, and told once, as it came to be', () => {
  const run = given(ofUser);
  type(run, 'a', { myStr: 'k' });
  const begun = run.now();
  run.elapse(9 * MINUTE);
  type(run, 'a', { myStr: 'ke', myInt: 1 });
  type(run, 'a', { myInt: 2 });
  expect(run.task().draft).toEqual({ myStr: 'ke', myInt: 2 });
  expect(events(run)).toEqual([arrived]);
  type(run, 'a', { myStr: 'kenobi' }, false);
  expect(events(run)).toEqual([arrived, ['SAVED', 'a']]);
  expect(changes(run)).toEqual([
    [
      { field: 'myStr', before: null, after: 'kenobi' },
      { field: 'myInt', before: null, after: 2 },
    ],
  ]);
  expect(run.events().at(-1)).toMatchObject({
    from: new Date(begun).toISOString(),
    until: new Date(run.now()).toISOString(),
  });
});

it('a pause of ten minutes ends it, and the next save begins another', () => {
  const run = given(ofUser);
  type(run, 'a', { myInt: 1 });
  run.elapse(10 * MINUTE);
  type(run, 'a', { myInt: 2 });
  type(run, 'a', { myInt: 3 }, false);
  expect(changes(run)).toEqual([
    [{ field: 'myInt', before: null, after: 1 }],
    [{ field: 'myInt', before: 1, after: 3 }],
  ]);
});

it('an explicit save that changes nothing more still ends it; what was taken back is not told', () => {
  const run = given(ofUser);
  type(run, 'a', { myInt: 1 });
  type(run, 'a', { myInt: 1 }, false);
  expect(events(run)).toEqual([arrived, ['SAVED', 'a']]);
  type(run, 'a', { myInt: 2 });
  type(run, 'a', { myInt: 1 }, false);
  expect(events(run)).toEqual([arrived, ['SAVED', 'a']]);
});

it('each has their own: who saves next ends the one before, and the draft tells who saved which field', () => {
  const run = given(ofGroup);
  type(run, 'b', { myInt: 1, myStr: 'x' });
  const first = run.now();
  type(run, 'c', { myStr: 'y' });
  expect(events(run)).toEqual([arrived, ['SAVED', 'b']]);
  expect(run.task().saving).toMatchObject({
    savedBy: 'c',
    fields: { myInt: { savedBy: 'b', at: first }, myStr: { savedBy: 'c', at: run.now() } },
  });
});

it.each([
  [
    'a claim',
    'ASSIGNED',
    (run: Scenario) =>
      run.send({
        type: 'AssignUserTask',
        guid: '0-1',
        owners: { userId: 'c', userGroup: 'g' },
        cause: 'claim',
        onlyFromUnassigned: true,
        reason: null,
        actor: user('c'),
      }),
  ],
  ['a completion', 'COMPLETED', (run: Scenario) => run.complete('0-1', 'c', ANSWERS)],
  [
    'a cancellation',
    'CANCELLED',
    (run: Scenario) => run.send({ type: 'CancelUserTask', guid: '0-1', reason: 'no', actor: admin('boss') }),
  ],
] as const)('%s ends it first', (_what, last, end) => {
  const run = given(ofGroup);
  type(run, 'b', { myInt: 1 });
  accepted(end(run));
  expect(events(run)[1]).toEqual(['SAVED', 'b']);
  expect(events(run).at(-1)?.[0]).toBe(last);
  if (last === 'ASSIGNED') expect(run.task()).toMatchObject({ draft: { myInt: 1 }, saving: { sitting: null } });
});
