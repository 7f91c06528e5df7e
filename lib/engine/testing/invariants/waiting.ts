// At rest: every thread waits for something that can come, everything that is halted has its reason, and nothing that could move is left.
import { isFinished } from '#contracts/user-task-status.ts';
import { isEnded } from '#contracts/wf-run.ts';
import { advance } from '../../advance.ts';
import { finishWork } from '../../finish-work.ts';
import { isHaltedForGood } from '../../halt-reasons.ts';
import { lookup } from '../../lookup.ts';
import { nodeTimer } from '../../timers.ts';
import { beginWork, threadOf } from '../../work.ts';
import type { Moment } from '../random-life.ts';
import { hasMoved, type Invariant, isLive, type Place, placesOf } from './past.ts';

export const waiting: Record<string, Invariant> = {
  'a thread that runs waits for something that can come': function* (moment) {
    for (const place of placesOf(moment.after)) {
      if (place.thread.status !== 'RUNNING') continue;
      const reason = whyStuck(place, moment);
      if (reason) yield `thread ${place.name} stands at ${place.thread.current.nodeName}: ${reason}`;
    }
  },

  'a thread stands still for a reason that holds': function* ({ after }) {
    for (const place of placesOf(after)) {
      const { thread, run, name } = place;
      const { haltReasons, status, interrupts, current } = thread;
      if (!isLive(place)) continue;
      const types = haltReasons.map(({ type }) => type);
      if ((status === 'RUNNING') !== (types.length === 0)) yield `thread ${name} is ${status} for ${types}`;
      if (new Set(types).size !== types.length) yield `thread ${name} has a reason twice: ${types}`;
      if (interrupts.length > 0 !== (types.includes('INTERRUPTED') || types.includes('PENDING_INTERRUPT')))
        yield `thread ${name} has ${interrupts.length} interrupts and is halted for ${types}`;
      for (const { type, threadRunNumber } of haltReasons) {
        const other = threadRunNumber === null ? undefined : threadOf(run, threadRunNumber);
        const isHandled = type === 'INTERRUPTED' || type === 'HANDLING_FAILURE';
        if (isHandled && (!other || isEnded(other.status))) yield `thread ${name} is ${type} by ${other?.status}`;
        if (type === 'PARENT_HALTED' && other?.status === 'RUNNING')
          yield `thread ${name} is held by a thread that runs`;
        const isPending = type === 'PENDING_INTERRUPT' || type === 'PENDING_FAILURE';
        if (isPending && status === 'HALTED' && types.every((one) => one.startsWith('PENDING')))
          yield `thread ${name} is HALTED and nobody handles ${type}`;
      }
      if (status === 'HALTED' && current.endedAt === null && current.status !== 'HALTED')
        yield `thread ${name} is HALTED, its node ${current.status}`;
    }
  },

  'what hangs on a thread that is halted stands still too, but for the handler that it waits for': function* ({
    after,
  }) {
    for (const { run, thread, name } of placesOf(after)) {
      if (thread.status !== 'HALTED') continue;
      const handlers = thread.haltReasons.flatMap(({ type, threadRunNumber }) =>
        type === 'INTERRUPTED' || type === 'HANDLING_FAILURE' ? [threadRunNumber] : [],
      );
      for (const other of run.threads) {
        const isItsHandler = handlers.includes(other.number) || other.type === 'INTERRUPT';
        if (other.holder !== thread.number || isEnded(other.status) || isItsHandler) continue;
        if (other.status === 'RUNNING')
          yield `thread ${other.number} runs, ${name} is HALTED for ${thread.haltReasons.map((r) => r.type)}`;
      }
    }
  },

  'nothing goes on under a thread that has ended': function* ({ after }) {
    for (const { run, thread, name } of placesOf(after)) {
      for (const above of [thread.parent, thread.holder]) {
        const status = above === null ? 'RUNNING' : threadOf(run, above)?.status;
        const isHeldFor =
          thread.type === 'FAILURE_HANDLER' && above === thread.parent && thread.parent !== thread.holder;
        if (thread.status === 'RUNNING' && !isHeldFor && (!status || isEnded(status)))
          yield `thread ${name} runs, ${above} is ${status}`;
      }
    }
  },

  'nothing that could move is left: to advance again changes nothing': function* (
    { before, after, result, command, world },
    { settled },
  ) {
    if (!after || !result.ok) return;
    for (const [id, run] of Object.entries(after.runs)) {
      // What has become due since, and what its workers have done, a run learns when something happens to it.
      const then = hasMoved(before, run) ? command : settled.get(id);
      const work = beginWork(after, after.rootWfRunId, world, then ?? command);
      work.awake.add(id);
      advance(work);
      const again = finishWork(work);
      // Threads whose retention is over leave when their run goes on, then all of them.
      const isOnlyLeaving = again.effects.length === 0 && again.records.every(({ type }) => type === 'ThreadRunLeft');
      const haveLeft = result.records.some((record) => record.type === 'ThreadRunLeft' && record.wfRunId === id);
      if (again.family !== after && !(again.records.length > 0 && isOnlyLeaving && !haveLeft))
        yield `run ${id} moves on: ${JSON.stringify([again.records, again.effects])}`;
    }
  },
};

function whyStuck({ run, thread }: Place, { after, outside, world, command }: Moment): string | null {
  const { current, number } = thread;
  const timer = outside.timers.get(`${run.id} ${nodeTimer(number, current.position)}`);
  if (current.wakeAt !== null && current.wakeAt > command.at && timer?.dueAt !== current.wakeAt)
    return 'its timer is not armed';
  const spec = world.wfSpec(thread.oldWfSpec ?? run.wfSpec);
  const node = spec?.threads[thread.threadSpecName]?.nodes[current.nodeName];
  if (current.endedAt !== null && node?.type !== 'EXIT') return 'its node has ended';
  switch (node?.type) {
    case 'TASK': {
      const taskRun = lookup(run.taskRuns, current.taskGuid ?? '');
      if (!taskRun) return 'there is no TaskRun';
      return taskRun.state === 'WITHDRAWN' ? 'its attempt is withdrawn' : null;
    }
    case 'USER_TASK': {
      const task = lookup(run.userTaskRuns, current.taskGuid ?? '');
      if (!task || isFinished(task.status)) return 'there is no open UserTaskRun';
      return task.suspendedAt === null ? null : 'its task is suspended';
    }
    case 'SLEEP':
      return timer ? null : 'nothing wakes it';
    case 'EXTERNAL_EVENT':
    case 'WAIT_FOR_CONDITION':
      return null;
    case 'WAIT_FOR_THREADS': {
      const numbers = current.threads.flatMap((waited) => [waited.number, waited.handler ?? waited.number]);
      const isAwaited = numbers.some((waited) => !isEnded(threadOf(run, waited)?.status ?? 'COMPLETED'));
      return isAwaited ? null : 'all that it waits for have ended';
    }
    case 'WAIT_FOR_CHILD_WF': {
      const child = after && lookup(after.runs, current.childWfRunId ?? '');
      return child && !isEnded(child.status) ? null : 'its child run has ended';
    }
    case 'EXIT': {
      const isHeldUp = run.threads.some(
        (other) =>
          (other.parent === number || other.holder === number) &&
          !isEnded(other.status) &&
          !(other.status === 'HALTED' && isHaltedForGood(run, other)),
      );
      return isHeldUp ? null : 'no child will go on';
    }
    default:
      return `it does not wait at a ${node?.type}`;
  }
}
