// Properties of the step: whatever comes, in whatever order, what must hold holds.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFinished } from '#contracts/user-task-run.ts';
import type { Command } from './command.ts';
import type { Family, UserTaskRunState } from './family.ts';
import type { EngineRecord } from './record.ts';
import type { StepResult } from './result.ts';
import { step } from './step.ts';
import { storedFamily } from './stored-family.ts';
import { assign, bodyOf, declare, expression, literal, output, variable } from './testing/build-spec.ts';
import { deepFreeze, RUN_ID, worldOf } from './testing/scenario.ts';

/** A loop of a user task and a task, left when the answer is big enough. */
const WORLD = worldOf({
  userTaskDefs: {
    form: {
      fields: [
        { name: 'n', type: 'INT' },
        { name: 'note', type: 'STR', required: false },
      ],
    },
  },
  taskDefs: { double: { inputVars: [{ name: 'n', type: 'INT' }], returnType: 'INT' } },
  wfSpec: bodyOf(declare({ n: 'INT', sum: 'INT' }), {
    start: { type: 'ENTRYPOINT', edges: [{ to: 'ask', mutations: [assign('sum', literal(0))] }] },
    ask: {
      type: 'USER_TASK',
      userTaskDefName: 'form',
      userTaskDefVersion: 0,
      userGroup: literal('g'),
      edges: [{ to: 'double', mutations: [assign('n', output('ask', '$.n'))] }],
    },
    double: {
      type: 'TASK',
      taskDefName: 'double',
      inputs: [variable('n')],
      retries: 1,
      edges: [{ to: 'enough', mutations: [assign('sum', expression(variable('sum'), 'ADD', output('double')))] }],
    },
    enough: {
      type: 'NOP',
      edges: [{ to: 'end', condition: expression(variable('sum'), 'GREATER_THAN', literal(20)) }, { to: 'ask' }],
    },
    end: { type: 'EXIT' },
  }),
});

const person = fc.constantFrom('a', 'b', 'c');
/** Stands for the task where the run is when the command comes. */
const PRESENT = 'present';
const guid = fc.constantFrom(PRESENT, PRESENT, PRESENT, PRESENT, '0-1', '0-2', '9-9');
const results = fc.oneof(
  fc.record({ n: fc.integer({ min: -5, max: 15 }) }),
  fc.record({ n: fc.constantFrom<string | null>('x', null), note: fc.string({ maxLength: 3 }) }),
);
const group = fc.option(fc.constantFrom('g', 'h'));
const base = {
  wfRunId: fc.constantFrom(RUN_ID, RUN_ID, RUN_ID, 'other'),
  at: fc.nat(1_000_000),
  actor: fc.record({
    kind: fc.constantFrom('user', 'admin', 'service'),
    id: person,
    onBehalfOf: fc.option(person),
  }),
  guid,
};
const versioned = { ...base, expectedVersion: fc.option(fc.nat(6), { nil: undefined, freq: 3 }) };
const reason = fc.option(fc.constant('because'));
const of = <T extends string>(type: T) => fc.constant(type);

const command = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      ...base,
      type: of('RunWf'),
      wfSpec: fc.constant({ name: 'process', majorVersion: 0, revision: 0 }),
      variables: fc.constantFrom({}, { n: 3 }, { n: 'x' }),
      requester: fc.constant('maria'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      ...base,
      type: of('ReportTask'),
      attempt: fc.constantFrom(0, 0, 0, 1),
      outcome: fc.oneof(
        fc.record({ type: of('OUTPUT'), output: fc.constantFrom(5, 9, 30, '9', null) }),
        fc.record({ type: of('ERROR'), errorType: of('x'), message: of('m') }),
        fc.record({ type: of('EXCEPTION'), name: of('no-stock'), message: of('m'), content: fc.constant(null) }),
        fc.record({ type: of('TIMEOUT') }),
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...versioned,
      type: of('AssignUserTask'),
      owners: fc.record({ userId: fc.option(person), userGroup: group }),
      cause: fc.constantFrom('assign', 'claim', 'take-over'),
      onlyFromUnassigned: fc.boolean(),
      reason,
    }),
  },
  { weight: 2, arbitrary: fc.record({ ...versioned, type: of('ReleaseUserTask'), reason }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...versioned,
      type: of('SaveUserTask'),
      userId: person,
      results,
      ignoreClaim: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: fc.record({ ...versioned, type: of('CompleteUserTask'), userId: person, results }) },
  { weight: 1, arbitrary: fc.record({ ...versioned, type: of('CancelUserTask'), reason }) },
  { weight: 1, arbitrary: fc.record({ ...versioned, type: of('AddComment'), userId: person, text: of('hm') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      ...versioned,
      type: of('EditComment'),
      commentId: fc.nat(2),
      text: fc.constantFrom('hm', 'ha'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ ...versioned, type: of('DeleteComment'), commentId: fc.nat(2) }) },
) as fc.Arbitrary<Command>;

const commands = fc.array(command, { minLength: 1, maxLength: 40 });

type Moment = { family: Family | null; records: EngineRecord[] };

/** The family after each command, and what each recorded; every family is frozen before it is used. */
function play(all: Command[]): Moment[] {
  let family: Family | null = null;
  return all.map((next) => {
    const result: StepResult = step(deepFreeze(family), WORLD, deepFreeze(atPresent(next, family)));
    if (!result.ok) return { family, records: [] };
    family = result.family;
    return { family, records: result.records };
  });
}

function atPresent(next: Command, family: Family | null): Command {
  if (next.type === 'RunWf' || next.guid !== PRESENT) return next;
  return { ...next, guid: family?.runs[RUN_ID]?.threads[0]?.current.taskGuid ?? 'none' };
}

function tasksOf(family: Family | null): UserTaskRunState[] {
  return Object.values(family?.runs ?? {}).flatMap((run) => Object.values(run.userTaskRuns));
}

const BEGIN: Command = {
  type: 'RunWf',
  at: 0,
  actor: { kind: 'user', id: 'maria', onBehalfOf: null },
  wfRunId: RUN_ID,
  wfSpec: { name: 'process', majorVersion: 0, revision: 0 },
  variables: {},
  requester: 'maria',
};

/** Runs every sequence past `check`, begun by a RunWf so that few are empty. */
function always(check: (moments: Moment[], all: Command[]) => void): void {
  // biome-ignore lint/nursery/noFloatingPromises: a property without await is asserted at once.
  fc.assert(
    fc.property(commands, (rest) => {
      const all = [BEGIN, ...rest];
      check(play(all), all);
    }),
    { numRuns: 300 },
  );
}

describe('whatever commands come in whatever order', () => {
  it('a task has the status that its owners say, and always somebody who may do it', () => {
    always((moments) => {
      for (const task of moments.flatMap(({ family }) => tasksOf(family))) {
        expect(task.userId ?? task.userGroup).not.toBeNull();
        if (!isFinished(task.status)) expect(task.status).toBe(task.userId === null ? 'UNASSIGNED' : 'ASSIGNED');
        expect(isFinished(task.status)).toBe(task.endedAt !== null);
        expect(task.results !== null).toBe(task.status === 'DONE');
      }
    });
  });

  it('a task ends once, and nothing but comments follows; its events are numbered without a gap', () => {
    always((moments) => {
      const events = moments.flatMap(({ records }) =>
        records.filter((record) => record.type === 'UserTaskEventAppended'),
      );
      for (const [guid, own] of Map.groupBy(events, (event) => event.guid)) {
        expect(
          own.map((event) => event.seq),
          guid,
        ).toEqual(own.map((_, index) => index));
        const end = own.findIndex(({ body }) => body.type === 'COMPLETED' || body.type === 'CANCELLED');
        const after = end === -1 ? [] : own.slice(end + 1);
        expect(after.filter(({ body }) => !body.type.startsWith('COMMENT_'))).toEqual([]);
      }
    });
  });

  it('epoch and version never fall, and what is finished stays', () => {
    always((moments) => {
      const known = new Map<string, UserTaskRunState>();
      for (const task of moments.flatMap(({ family }) => tasksOf(family))) {
        const before = known.get(task.guid);
        if (before) {
          expect(task.epoch).toBeGreaterThanOrEqual(before.epoch);
          expect(task.version).toBeGreaterThanOrEqual(before.version);
          if (isFinished(before.status)) expect(task.status).toBe(before.status);
        }
        known.set(task.guid, task);
      }
    });
  });

  it('the run has the status of its thread, and each step names each NodeRun once', () => {
    always((moments) => {
      for (const { family, records } of moments) {
        for (const run of Object.values(family?.runs ?? {})) {
          expect([run.status, run.endedAt]).toEqual([run.threads[0]?.status, run.threads[0]?.endedAt]);
          if (run.status !== 'RUNNING') expect(run.taskRuns).toEqual({});
        }
        const positions = records.flatMap((record) =>
          record.type === 'NodeRunChanged' ? [record.nodeRun.position] : [],
        );
        expect(new Set(positions).size).toBe(positions.length);
      }
    });
  });

  it('a family is plain JSON, and what is stored of it is enough to go on from', () => {
    always((moments) => {
      const { family } = moments.at(-1) ?? { family: null };
      expect(JSON.parse(JSON.stringify(family))).toEqual(family);
      if (!family) return;
      const stored = storedFamily(family);
      expect(tasksOf(stored).filter((task) => isFinished(task.status))).toEqual([]);
      expect(storedFamily(stored)).toEqual(stored);
    });
  });

  it('a replay gives the same, byte for byte', () => {
    always((moments, all) => {
      expect(JSON.stringify(play(all))).toBe(JSON.stringify(moments));
    });
  });

  it('the commands do reach every end: the properties above are not asked of empty roads', () => {
    const lives = fc.sample(commands, { seed: 7, numRuns: 1_000 });
    const statuses = lives.map((rest) => play([BEGIN, ...rest]).at(-1)?.family?.runs[RUN_ID]?.status);
    expect([...new Set(statuses)].sort()).toEqual(['COMPLETED', 'ERROR', 'EXCEPTION', 'RUNNING']);
  });
});
