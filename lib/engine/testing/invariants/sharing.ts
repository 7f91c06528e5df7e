// A step is a function of plain data: what did not change is the very thing that it was, and all of it survives being JSON.
import { type JsonValue, jsonEquals } from '#contracts/json.ts';
import type { Family } from '../../family.ts';
import { lookup } from '../../lookup.ts';
import type { Moment } from '../random-life.ts';
import { type Invariant, recordsOf } from './past.ts';

const same = (one: unknown, other: unknown): boolean => jsonEquals(one as JsonValue, other as JsonValue);

export const sharing: Record<string, Invariant> = {
  'a command that changes nothing gives the very family back': function* ({ before, after, result }) {
    if (!result.ok || before === null || result.effects.length > 0) return;
    const isQuiet = result.records.length === 0;
    if (isQuiet && before !== after && same(before, after)) yield 'the family is another, of the same content';
    if (!isQuiet && before === after) yield 'the family is the same, but there are records';
  },

  'what a step did not change it did not copy': function* (moment) {
    const { before, after } = moment;
    if (!before || !after || before === after || haltsInPassing(moment)) return;
    // A node that is left may give a variable the value that it had: not more than that is written in vain.
    const allowed = recordsOf(moment).filter(({ type }) => type === 'NodeRunEnded').length;
    const copied: string[] = [];
    for (const run of Object.values(after.runs)) {
      const was = lookup(before.runs, run.id);
      if (!was || was === run) continue;
      for (const thread of run.threads) {
        const wasThread = was.threads.find(({ number }) => number === thread.number);
        if (wasThread !== thread && same(wasThread, thread)) copied.push(`thread ${thread.number} of ${run.id}`);
      }
      if (same(was, run) && allowed === 0) yield `run ${run.id} was copied`;
      yield* copiedTasks(was.taskRuns, run.taskRuns);
      yield* copiedTasks(was.userTaskRuns, run.userTaskRuns);
    }
    if (copied.length > allowed) yield `${copied} were copied`;
  },

  'a family, its records and effects are plain JSON': function* ({ result }) {
    const strange = oddity(result);
    if (strange !== null) yield strange;
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

/** What has been looked at: it is frozen, and so stays plain. */
const plain = new WeakSet<object>();

/** Something that would not come back from JSON as it is. */
function oddity(value: unknown): string | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? null : `${value}`;
  if (typeof value !== 'object') return `${typeof value}`;
  if (plain.has(value)) return null;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype)
    return `an object of ${prototype?.constructor?.name}`;
  for (const [key, part] of Object.entries(value)) {
    const inside = oddity(part);
    if (inside !== null) return `${key}: ${inside}`;
  }
  plain.add(value);
  return null;
}

/** Threads may halt and go on in one step, and be as they were, when a handler has ended in it or a rescued thread failed again. */
function haltsInPassing({ before, after, command }: Moment): boolean {
  const numbered = Object.values(after?.runs ?? {});
  return (
    command.type === 'RescueThread' ||
    numbered.some(({ id, nextThreadNumber }) => nextThreadNumber !== before?.runs[id]?.nextThreadNumber)
  );
}

const runsOf = (family: Family | null): Family['runs'] => family?.runs ?? {};

function* copiedTasks<T>(before: Record<string, T>, after: Record<string, T>): Generator<string> {
  for (const [key, value] of Object.entries(after)) {
    const was = lookup(before, key);
    if (was !== value && same(was, value)) yield `task ${key} was copied`;
  }
}
