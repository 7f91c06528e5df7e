// How runs, threads and NodeRuns begin, go on and end.
import { type HaltReason, isEnded } from '#contracts/wf-run.ts';
import type { ThreadRunState } from '../../family.ts';
import { lookup } from '../../lookup.ts';
import { threadOf } from '../../work.ts';
import { type Invariant, onceKey, placesOf, recordsOf } from './past.ts';

export const lifecycle: Record<string, Invariant> = {
  'a thread that has ended stays so, but for a rescue': function* ({ before, after, command }) {
    for (const { run, thread, name } of placesOf(before)) {
      const now = after?.runs[run.id] && threadOf(after.runs[run.id] as typeof run, thread.number);
      if (!now || !isEnded(thread.status) || now.status === thread.status) continue;
      if (thread.status === 'COMPLETED' || command.type !== 'RescueThread')
        yield `thread ${name} went from ${thread.status} to ${now.status}`;
    }
  },

  'a thread has an end time, its node too, and nothing that holds it, just when it has ended': function* ({ after }) {
    for (const { thread, name } of placesOf(after)) {
      const { status, endedAt, current, failure, haltReasons, interrupts } = thread;
      const isOver = isEnded(status);
      if (isOver !== (endedAt !== null)) yield `thread ${name} is ${status} and ended at ${endedAt}`;
      if (isOver && current.endedAt === null) yield `thread ${name} is ${status} at an open node`;
      if (isOver && haltReasons.length + interrupts.length > 0) yield `thread ${name} is ${status} and halted`;
      if ((failure !== null) !== (status === 'ERROR' || status === 'EXCEPTION'))
        yield `thread ${name}: ${failure?.name}`;
      if (isEnded(current.status) !== (current.endedAt !== null)) yield `node of ${name} is ${current.status}`;
    }
  },

  'a run has the status of its entrypoint thread; while that only waits for a handler it is RUNNING': function* ({
    after,
  }) {
    for (const run of Object.values(after?.runs ?? {})) {
      const entrypoint = threadOf(run, 0);
      if (!entrypoint) {
        yield `run ${run.id} has no entrypoint thread`;
        continue;
      }
      const isStopped = entrypoint.haltReasons.some(({ type }) => type === 'MANUAL_HALT');
      const status = isEnded(entrypoint.status) || isStopped ? entrypoint.status : 'RUNNING';
      if (run.status !== status) yield `run ${run.id} is ${run.status}, its thread ${entrypoint.status}`;
      if (run.endedAt !== entrypoint.endedAt)
        yield `run ${run.id} ended at ${run.endedAt}, its thread ${entrypoint.endedAt}`;
    }
  },

  'a thread that is halted does not move, and keeps what it was given': function* ({ before, after }) {
    for (const { run, thread, name } of placesOf(before)) {
      const now = after?.runs[run.id]?.threads.find(({ number }) => number === thread.number);
      if (!now) continue;
      const isStill =
        thread.status === 'HALTED' && thread.haltReasons.some((reason) => isLasting(reason) && hasStill(now, reason));
      if (isStill && now.current.position !== thread.current.position) yield `thread ${name} moved while it was halted`;
      const isSameNode = now.current.position === thread.current.position;
      if (isSameNode && thread.current.result !== null && now.current.result === null)
        yield `thread ${name} lost its result`;
      if (now.current.failures.length < thread.current.failures.length && isSameNode)
        yield `thread ${name} lost a failure`;
      if (now.current.position < thread.current.position) yield `thread ${name} went back`;
    }
  },

  'what has ended at a node stays ended': function* ({ after }, { endedNodes }) {
    for (const { thread, name } of placesOf(after)) {
      const { position, endedAt } = thread.current;
      if (endedAt === null && endedNodes.has(`${name} ${position}`)) yield `node ${name} ${position} is open again`;
    }
  },

  'NodeRuns are written down once, without a gap, up to where their thread stands': function* (moment, { closed }) {
    const count = new Map(closed);
    for (const record of recordsOf(moment)) {
      if (record.type !== 'NodeRunEnded') continue;
      const name = `${record.wfRunId} ${record.threadRunNumber}`;
      const { position, status, endedAt } = record.nodeRun;
      if (position !== (count.get(name) ?? 0)) yield `thread ${name} wrote ${position} after ${count.get(name)}`;
      if (endedAt === null || status === 'RUNNING' || status === 'HALTING') yield `${name} ${position} is ${status}`;
      count.set(name, position + 1);
    }
    for (const { thread, name } of placesOf(moment.after)) {
      const { position } = thread.current;
      const expected = isEnded(thread.status) ? position + 1 : position;
      if ((count.get(name) ?? 0) !== expected)
        yield `thread ${name} stands at ${position}, written are ${count.get(name)}`;
    }
  },

  'threads are numbered in order and no number is used twice; one is gone only by its record': function* (
    moment,
    past,
  ) {
    const { before, after } = moment;
    const left = new Set(past.leftThreads);
    for (const record of recordsOf(moment)) {
      if (record.type !== 'ThreadRunLeft') continue;
      left.add(`${record.wfRunId} ${record.thread.number}`);
      if (record.thread.status !== 'COMPLETED') yield `thread ${record.thread.number} left ${record.thread.status}`;
    }
    for (const run of Object.values(after?.runs ?? {})) {
      const was = before ? lookup(before.runs, run.id) : undefined;
      if (was && was.nextThreadNumber > run.nextThreadNumber) yield `run ${run.id} numbers its threads anew`;
      const numbers = run.threads.map(({ number }) => number);
      if (numbers.some((number, index) => index > 0 && number <= (numbers[index - 1] ?? -1)))
        yield `run ${run.id}: ${numbers}`;
      if (numbers.some((number) => left.has(`${run.id} ${number}`))) yield `run ${run.id}: one came back, ${numbers}`;
      for (let number = 0; number < run.nextThreadNumber; number += 1) {
        if (!numbers.includes(number) && !left.has(`${run.id} ${number}`))
          yield `run ${run.id} has lost thread ${number}`;
      }
      for (const { number, parent, holder } of run.threads) {
        for (const above of [parent, holder]) {
          if (above !== null && !numbers.includes(above))
            yield `thread ${number} of ${run.id} hangs on ${above}, which left`;
        }
      }
    }
  },

  'a child run is gone only by its record, when it has ended and nothing of it goes on': function* (
    moment,
    { leftRuns },
  ) {
    const gone = new Set(leftRuns);
    for (const record of recordsOf(moment)) {
      if (record.type !== 'WfRunLeft') continue;
      gone.add(record.wfRunId);
      const { run } = record;
      if (!isEnded(run.status)) yield `run ${run.id} left ${run.status}`;
      for (const { number, status } of run.threads)
        if (!isEnded(status)) yield `run ${run.id} left with thread ${number} ${status}`;
      for (const task of Object.values(run.userTaskRuns))
        if (task.endedAt === null) yield `run ${run.id} left with an open task`;
      if (Object.keys(run.taskRuns).length > 0) yield `run ${run.id} left with a task`;
    }
    for (const id of Object.keys(moment.before?.runs ?? {})) {
      if (!moment.after?.runs[id] && !gone.has(id)) yield `run ${id} is gone`;
    }
    for (const id of Object.keys(moment.after?.runs ?? {})) if (gone.has(id)) yield `run ${id} came back`;
  },

  'what happens once is told once': function* (moment, { once }) {
    const seen = new Set(once);
    for (const record of recordsOf(moment)) {
      const key = onceKey(record);
      if (key === null) continue;
      if (seen.has(key)) yield `twice: ${key}`;
      seen.add(key);
    }
  },

  'the row of a run is written when it has changed, and only then': function* (moment) {
    const told = new Set(
      recordsOf(moment).flatMap((record) => (record.type === 'WfRunChanged' ? [record.wfRunId] : [])),
    );
    for (const [id, run] of Object.entries(moment.after?.runs ?? {})) {
      const was = moment.before ? lookup(moment.before.runs, id) : undefined;
      const row = ({ status, endedAt, eraseAt, wfSpec }: typeof run) =>
        JSON.stringify([status, endedAt, eraseAt, wfSpec]);
      const hasChanged = !was || row(was) !== row(run);
      if (hasChanged !== told.has(id)) yield `run ${id}: changed is ${hasChanged}, told is ${told.has(id)}`;
    }
  },
};

/** One that cannot end and begin again in one step. */
const isLasting = ({ type }: HaltReason): boolean =>
  type === 'MANUAL_HALT' || type === 'HALTED_BY_PARENT' || type === 'INTERRUPTED' || type === 'HANDLING_FAILURE';

const hasStill = ({ haltReasons }: ThreadRunState, { type, threadRunNumber }: HaltReason): boolean =>
  haltReasons.some((reason) => reason.type === type && reason.threadRunNumber === threadRunNumber);
