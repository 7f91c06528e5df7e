// What a family and its surroundings know of each other: tasks and the queue, timers, events, user tasks and their history.
import { isFinished } from '#contracts/user-task-status.ts';
import { claimKey } from '../../command.ts';
import { lookup } from '../../lookup.ts';
import { readTimerKey } from '../../timers.ts';
import { threadOf } from '../../work.ts';
import type { Moment } from '../random-life.ts';
import { type Invariant, placesOf, recordsOf } from './past.ts';

export const surroundings: Record<string, Invariant> = {
  'a TaskRun belongs to the node where its thread stands, or reminds of a user task of its thread': function* ({
    after,
  }) {
    for (const run of Object.values(after?.runs ?? {})) {
      for (const taskRun of Object.values(run.taskRuns)) {
        const { guid, threadRunNumber, position, state, attempt, attempts, totalAttempts, userTask } = taskRun;
        const thread = threadOf(run, threadRunNumber);
        if (userTask !== null) {
          if (!thread || state === 'WITHDRAWN') yield `reminder ${guid} is ${state} without its thread`;
        } else if (!thread || thread.current.position !== position || thread.current.endedAt !== null)
          yield `task ${guid} has lost its node`;
        if (attempt !== attempts.length || attempt >= totalAttempts)
          yield `task ${guid} is at attempt ${attempt} of ${totalAttempts}`;
        if (state === 'WITHDRAWN' && thread?.status === 'RUNNING') yield `task ${guid} is withdrawn, its thread runs`;
      }
    }
  },

  'an attempt is in the queue just when it is scheduled, or withdrawn while a worker has it': function* ({
    after,
    outside,
  }) {
    const wanted = new Map<string, string>();
    for (const run of Object.values(after?.runs ?? {})) {
      for (const { guid, attempt, state } of Object.values(run.taskRuns))
        wanted.set(claimKey(run.id, guid, attempt), state);
    }
    for (const [key, state] of wanted) {
      if (state === 'SCHEDULED' && !outside.queue.has(key)) yield `${key} is SCHEDULED and not in the queue`;
    }
    for (const [key, { isClaimed }] of outside.queue) {
      const state = wanted.get(key);
      if (state !== 'SCHEDULED' && !(state === 'WITHDRAWN' && isClaimed))
        yield `${key} is in the queue, and is ${state}`;
    }
  },

  'a TaskRun that is gone has ended': function* (moment) {
    const ended = new Set(
      recordsOf(moment).flatMap((one) => (one.type === 'TaskRunEnded' ? [`${one.wfRunId} ${one.taskRun.guid}`] : [])),
    );
    for (const run of Object.values(moment.before?.runs ?? {})) {
      const now = moment.after ? lookup(moment.after.runs, run.id) : undefined;
      for (const guid of Object.keys(run.taskRuns)) {
        const isThere = now !== undefined && lookup(now.taskRuns, guid) !== undefined;
        if (isThere === ended.has(`${run.id} ${guid}`)) yield `task ${run.id} ${guid}: there is ${isThere}`;
      }
    }
  },

  'what waits for a time has its timer, and a timer has something that waits': function* (moment, { leftRuns }) {
    const { after, outside, command } = moment;
    for (const { run, thread, name } of placesOf(after)) {
      const { wakeAt, endedAt, position } = thread.current;
      if (wakeAt === null || endedAt !== null || wakeAt <= command.at) continue;
      if (outside.timers.get(`${run.id} node ${thread.number} ${position}`)?.dueAt !== wakeAt)
        yield `thread ${name} has no timer`;
    }
    for (const run of Object.values(after?.runs ?? {})) {
      for (const { guid, attempt, state, scheduledAt, scheduleTimeoutSeconds } of Object.values(run.taskRuns)) {
        const timer = outside.timers.get(`${run.id} task ${guid} ${attempt}`);
        const dueAt = state === 'PENDING' ? scheduledAt : scheduledAt + (scheduleTimeoutSeconds ?? 0) * 1000;
        const isClaimed = outside.queue.get(claimKey(run.id, guid, attempt))?.isClaimed ?? false;
        const isNeeded =
          state === 'PENDING' || (state === 'SCHEDULED' && scheduleTimeoutSeconds !== null && !isClaimed);
        if (isNeeded && timer?.dueAt !== dueAt)
          yield `task ${run.id} ${guid} is due ${dueAt}, its timer ${timer?.dueAt}`;
      }
    }
    for (const { wfRunId, key, dueAt } of outside.timers.values()) {
      const run = after ? lookup(after.runs, wfRunId) : undefined;
      const timer = readTimerKey(key);
      // What is left of a run that has left finds nothing to do.
      if (!run && (leftRuns.has(wfRunId) || hasLeft(moment, wfRunId))) continue;
      if (timer.type === 'event') {
        const events = (after && lookup(after.events, wfRunId)) ?? [];
        if (!events.some(({ guid, defName }) => guid === timer.guid && defName === timer.defName))
          yield `${key} is for nothing`;
        continue;
      }
      const current = run && timer.type === 'node' ? threadOf(run, timer.threadRunNumber)?.current : undefined;
      if (
        timer.type === 'node' &&
        (current?.position !== timer.position || current.endedAt !== null || current.wakeAt !== dueAt)
      )
        yield `${wfRunId} ${key} is for nothing`;
      const taskRun = run && timer.type === 'task' ? lookup(run.taskRuns, timer.guid) : undefined;
      if (timer.type === 'task' && (taskRun?.attempt !== timer.attempt || taskRun.state === 'WITHDRAWN'))
        yield `${wfRunId} ${key} is for nothing: ${taskRun?.state}`;
    }
  },

  'an event from outside waits, was claimed, has expired, or went with its run': function* (moment, past) {
    const waiting = new Set(past.waitingEvents);
    for (const record of recordsOf(moment)) {
      if (record.type === 'ExternalEventPut')
        waiting.add(`${record.wfRunId} ${record.event.defName} ${record.event.guid}`);
      if (record.type === 'ExternalEventClaimed' || record.type === 'ExternalEventExpired')
        waiting.delete(`${record.wfRunId} ${record.defName} ${record.guid}`);
    }
    const left = recordsOf(moment).flatMap((record) => (record.type === 'WfRunLeft' ? [record.wfRunId] : []));
    const there = new Set<string>();
    for (const [wfRunId, events] of Object.entries(moment.after?.events ?? {})) {
      if (events.length === 0) yield `an empty list of events for ${wfRunId}`;
      for (const { defName, guid } of events) there.add(`${wfRunId} ${defName} ${guid}`);
    }
    for (const event of there) if (!waiting.has(event)) yield `event ${event} waits, and should not`;
    for (const event of waiting) {
      const wfRunId = event.split(' ', 1)[0] ?? '';
      if (!there.has(event) && !left.includes(wfRunId) && !past.leftRuns.has(wfRunId)) yield `event ${event} is lost`;
    }
  },

  'a node listens for a key while it waits': function* ({ after, outside }) {
    const wanted = new Set<string>();
    for (const { run, thread } of placesOf(after)) {
      const { correlationKey, position } = thread.current;
      if (correlationKey !== null) wanted.add(`${run.id} ${thread.number} ${position}`);
    }
    for (const key of wanted) if (!outside.listening.has(key)) yield `${key} does not listen`;
    for (const key of outside.listening.keys()) if (!wanted.has(key)) yield `${key} listens for nothing`;
  },

  'a user task is as its owners and its thread say': function* ({ after, outside }) {
    for (const run of Object.values(after?.runs ?? {})) {
      for (const task of Object.values(run.userTaskRuns)) {
        const { guid, status, userId, userGroup, endedAt, results, suspendedAt, threadRunNumber, position } = task;
        if (userId === null && userGroup === null) yield `task ${guid} is nobody's`;
        if (userId !== null && task.excludeUsers.includes(userId))
          yield `task ${guid} is with ${userId}, who is excluded`;
        if (isFinished(status) !== (endedAt !== null)) yield `task ${guid} is ${status} and ended at ${endedAt}`;
        if ((results !== null) !== (status === 'DONE')) yield `task ${guid} is ${status} with results`;
        const row = outside.userTasks.get(`${run.id} ${guid}`);
        if (row?.task.version !== task.version || row.task.nextEventSeq !== task.nextEventSeq)
          yield `task ${guid} is not as its row`;
        if (isFinished(status)) continue;
        if ((status === 'UNASSIGNED') !== (userId === null)) yield `task ${guid} is ${status} of ${userId}`;
        const thread = threadOf(run, threadRunNumber);
        if (thread?.current.position !== position || thread.current.endedAt !== null)
          yield `task ${guid} has lost its node`;
        if ((suspendedAt !== null) !== (thread?.status !== 'RUNNING'))
          yield `task ${guid} is suspended: ${suspendedAt}`;
      }
    }
  },

  'the history of a user task has no gap, ends once, and is only commented on after': function* (moment, { nextSeq }) {
    const next = new Map(nextSeq);
    for (const record of recordsOf(moment)) {
      if (record.type !== 'UserTaskEventAppended') continue;
      const name = `${record.wfRunId} ${record.guid}`;
      if (record.seq !== (next.get(name) ?? 0)) yield `task ${name} wrote event ${record.seq} after ${next.get(name)}`;
      next.set(name, record.seq + 1);
      const before = moment.before?.runs[record.wfRunId]?.userTaskRuns[record.guid];
      const isComment = record.body.type.startsWith('COMMENT_');
      if (before && isFinished(before.status) && !isComment) yield `task ${name} was finished, and ${record.body.type}`;
    }
  },

  'the numbers that guard a user task never fall, and what is finished stays': function* ({ before, after }) {
    for (const run of Object.values(before?.runs ?? {})) {
      for (const was of Object.values(run.userTaskRuns)) {
        const now = after?.runs[run.id]?.userTaskRuns[was.guid];
        if (!now) continue;
        if (now.epoch < was.epoch || now.version < was.version || now.nextEventSeq < was.nextEventSeq)
          yield `task ${was.guid}: ${JSON.stringify([was, now])}`;
        if (isFinished(was.status) && now.status !== was.status)
          yield `task ${was.guid} went from ${was.status} to ${now.status}`;
      }
    }
  },
};

const hasLeft = (moment: Moment, wfRunId: string): boolean =>
  recordsOf(moment).some((record) => record.type === 'WfRunLeft' && record.wfRunId === wfRunId);
