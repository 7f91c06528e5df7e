// A step is a function of plain data: what did not change is the very thing that it was, and all of it survives being JSON.
import { type JsonValue, jsonEquals } from '#contracts/json.ts';
import type { Family } from '../../family.ts';
import { lookup } from '../../lookup.ts';
import { type Invariant, recordsOf } from './past.ts';

const same = (one: unknown, other: unknown): boolean => jsonEquals(one as JsonValue, other as JsonValue);

export const sharing: Record<string, Invariant> = {
  'a command that changes nothing gives the very family back': function* ({ before, after, result }) {
    if (before === after && result.ok && result.records.length + result.effects.length > 0 && before !== null) {
      if (result.records.length > 0) yield 'the family is the same, but there are records';
    }
    if (before !== after && before !== null && same(before, after) && recordsOf({ result } as never).length === 0) {
      if (result.ok && result.effects.length === 0) yield 'the family is another object with the same content';
    }
  },

  'what a step did not change it did not copy': function* ({ before, after }) {
    if (!before || !after || before === after) return;
    for (const run of Object.values(after.runs)) {
      const was = lookup(before.runs, run.id);
      if (!was || was === run) continue;
      if (same(was, run)) yield `run ${run.id} was copied`;
      for (const thread of run.threads) {
        const wasThread = was.threads.find(({ number }) => number === thread.number);
        if (wasThread !== thread && same(wasThread, thread)) yield `thread ${thread.number} of ${run.id} was copied`;
      }
      yield* copied(was.taskRuns, run.taskRuns);
      yield* copied(was.userTaskRuns, run.userTaskRuns);
    }
  },

  'a family, its records and effects are plain JSON': function* ({ after, result }) {
    const read = JSON.parse(JSON.stringify({ after, result }));
    if (!same(read, { after, result })) yield 'it comes back from JSON as another';
  },

  'a family holds the runs that it names, each under its id': function* ({ after }) {
    for (const [id, run] of Object.entries(runsOf(after))) {
      if (id !== run.id) yield `run ${run.id} stands under ${id}`;
      if (run.parent && !lookup(runsOf(after), run.parent.wfRunId)) yield `run ${id} has lost its parent`;
      for (const [guid, task] of Object.entries(run.taskRuns)) if (guid !== task.guid) yield `task ${task.guid}`;
      for (const [guid, task] of Object.entries(run.userTaskRuns)) if (guid !== task.guid) yield `task ${task.guid}`;
    }
  },
};

const runsOf = (family: Family | null): Family['runs'] => family?.runs ?? {};

function* copied<T>(before: Record<string, T>, after: Record<string, T>): Generator<string> {
  for (const [key, value] of Object.entries(after)) {
    const was = lookup(before, key);
    if (was !== value && same(was, value)) yield `task ${key} was copied`;
  }
}
