// Values are of their types, times are kept, and nothing grows beyond its bound.
import { valueFits } from '#contracts/value.ts';
import { lookup } from '../../lookup.ts';
import { structsOf } from '../../struct-defs.ts';
import type { Moment } from '../random-life.ts';
import { type Invariant, type Place, placesOf, recordsOf } from './past.ts';

export const valuesAndBounds: Record<string, Invariant> = {
  'every variable is there, of its type and within its size': function* (moment) {
    const { world } = moment;
    for (const place of placesOf(moment.after)) {
      const own = (specOf(place, moment)?.variables ?? []).filter(({ access }) => access !== 'INHERITED');
      const { variables } = place.thread;
      if (Object.keys(variables).length !== own.length) yield `thread ${place.name} has ${Object.keys(variables)}`;
      for (const { name, type } of own) {
        const value = lookup(variables, name);
        if (value === undefined || !valueFits(type, value, structsOf(world)))
          yield `${name} is ${JSON.stringify(value)}`;
        if (JSON.stringify(value ?? null).length > world.limits.valueBytes) yield `${name} is too long`;
      }
    }
  },

  'only what completed has an output': function* ({ after }) {
    for (const { thread, name } of placesOf(after)) {
      if (thread.output !== null && thread.status !== 'COMPLETED') yield `thread ${name} is ${thread.status}`;
    }
  },

  'a run and a family hold no more than they may': function* ({ after, world }) {
    const { threadsPerRun, runsPerFamily } = world.limits;
    const runs = Object.values(after?.runs ?? {});
    if (runs.length > runsPerFamily + 2) yield `the family has ${runs.length} runs`;
    for (const { id, threads } of runs)
      if (threads.length > threadsPerRun) yield `run ${id} has ${threads.length} threads`;
  },

  'nothing happens before its time': function* (moment) {
    const { command, result } = moment;
    for (const record of recordsOf(moment)) {
      if (record.type !== 'NodeRunEnded') continue;
      const { wakeAt, status, failures, nodeName } = record.nodeRun;
      // A TIMEOUT may also be the failure of a task in the handler of an interrupt, which then says so.
      const hasTimedOut = failures[0]?.name === 'TIMEOUT' && failures[0].message.startsWith('Event ');
      const isWoken = hasTimedOut || (record.nodeType === 'SLEEP' && status === 'COMPLETED');
      if (isWoken && (wakeAt === null || wakeAt > command.at))
        yield `${nodeName} woke at ${command.at}, not at ${wakeAt}`;
    }
    for (const effect of result.ok ? result.effects : []) {
      if (effect.type === 'ScheduleTask' && effect.taskRun.scheduledAt > command.at)
        yield `task ${effect.taskRun.guid} is early`;
    }
  },

  'a TaskRun has the attempts that it says, and ends as the last of them': function* (moment) {
    for (const record of recordsOf(moment)) {
      if (record.type !== 'TaskRunEnded') continue;
      const { guid, attempts, totalAttempts } = record.taskRun;
      if (attempts.some(({ number }, at) => number !== at))
        yield `task ${guid}: ${attempts.map(({ number }) => number)}`;
      if (attempts.length > totalAttempts)
        yield `task ${guid} was tried ${attempts.length} times, not ${totalAttempts}`;
      const last = attempts.at(-1)?.status;
      if (record.status !== 'CANCELLED' && record.status !== last)
        yield `task ${guid} is ${record.status}, its last attempt ${last}`;
      const isRetried = attempts.slice(0, -1).every(({ status }) => status === 'FAILED' || status === 'TIMEOUT');
      if (!isRetried) yield `task ${guid} was tried again after ${attempts.map(({ status }) => status)}`;
    }
  },

  'only children that failed have had their failure handled': function* ({ after }) {
    for (const { run, thread, name } of placesOf(after)) {
      for (const child of thread.handledFailedChildren) {
        const found = run.threads.find(({ number }) => number === child);
        if (found?.parent !== thread.number && found !== undefined) yield `thread ${child} is no child of ${name}`;
      }
    }
  },
};

const specOf = ({ run, thread }: Place, { world }: Moment) =>
  world.wfSpec(thread.oldWfSpec ?? run.wfSpec)?.threads[thread.threadSpecName];
