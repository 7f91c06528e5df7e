// Polls that wait for work. What a commit of this process schedules while a poll waits is handed over with that very commit: its row comes
// into the queue on lease, so that nobody has to claim it. What comes while nobody waits, or from another process, is claimed.

import type { TaskLease } from '#contracts/task-run.ts';
import type { Instant, TaskRunState } from '#engine/family.ts';
import { newSeed } from '#platform/ids.ts';
import type { TaskClaims, Wanted } from './task-queue.ts';
import { timestampOf } from './user-task-view.ts';

// Work that another process brings is found by looking.
const LOOK_EVERY_MS = 500;

type Poll = {
  wanted: Wanted;
  given: TaskLease[];
  /** Places that a commit under way has taken. */
  reserved: number;
  wake: () => void;
};

/** A lease that comes with a commit. */
export type Handover = {
  lease: TaskLease;
  leaseUntil: Instant;
  startedAt: Instant;
  workerId: string;
  settle: (isCommitted: boolean) => void;
};

export type TaskPolls = {
  /** Up to `max` attempts, as soon as there is one; none when `waitMs` are over or `signal` aborts. */
  poll: (tenantId: string, wanted: Wanted, waitMs: number, signal: AbortSignal) => Promise<TaskLease[]>;
  /** A place in a poll that waits for such an attempt, if one does. */
  handOver: (
    tenantId: string,
    wfRunId: string,
    wfSpecName: string,
    task: TaskRunState,
    now: Instant,
  ) => Handover | null;
  /** Says that an attempt was scheduled and not handed over. */
  announce: (tenantId: string, taskDefName: string) => void;
};

/** `isDirty` when there may be something unclaimed, as while others are `looking`; otherwise nothing was there at `lookedAt`. */
type Queue = { polls: Set<Poll>; isDirty: boolean; looking: number; lookedAt: number };

export function createTaskPolls(claims: TaskClaims): TaskPolls {
  const queues = new Map<string, Queue>();
  const queueOf = (tenantId: string, name: string): Queue => {
    const key = JSON.stringify([tenantId, name]);
    let queue = queues.get(key);
    if (!queue) {
      queue = { polls: new Set(), isDirty: true, looking: 0, lookedAt: Number.NEGATIVE_INFINITY };
      queues.set(key, queue);
    }
    return queue;
  };

  const look = async (tenantId: string, wanted: Wanted, ofPoll: Queue[]): Promise<TaskLease[]> => {
    const isDue = performance.now() - LOOK_EVERY_MS;
    if (!ofPoll.some((queue) => queue.isDirty || queue.looking > 0 || queue.lookedAt <= isDue)) return [];
    const lookedAt = performance.now();
    for (const queue of ofPoll) {
      Object.assign(queue, { isDirty: false, lookedAt });
      queue.looking++;
    }
    try {
      const leases = await claims.claim(tenantId, wanted);
      if (leases.length === wanted.max) for (const queue of ofPoll) queue.isDirty = true;
      return leases;
    } finally {
      for (const queue of ofPoll) queue.looking--;
    }
  };

  return {
    poll: async (tenantId, wanted, waitMs, signal) => {
      const ofPoll = wanted.taskDefNames.map((name) => queueOf(tenantId, name));
      const deadline = performance.now() + waitMs;
      for (;;) {
        const leases = signal.aborted ? [] : await look(tenantId, wanted, ofPoll);
        const left = deadline - performance.now();
        if (leases.length > 0 || left <= 0 || signal.aborted) return leases;
        const given = await wait(wanted, ofPoll, Math.min(LOOK_EVERY_MS, left), signal);
        if (given.length > 0) return given;
      }
    },
    handOver: (tenantId, wfRunId, wfSpecName, task, now) => {
      const queue = queues.get(JSON.stringify([tenantId, task.taskDefName]));
      // What an attempt before it has put at its checkpoints is known to the queue's claim.
      if (!queue || task.attempt > 0) return null;
      for (const poll of queue.polls) {
        if (poll.given.length + poll.reserved >= poll.wanted.max) continue;
        poll.reserved++;
        const leaseUntil = now + task.timeoutSeconds * 1000;
        const lease = leaseOn(wfRunId, wfSpecName, task, leaseUntil);
        const settle = (isCommitted: boolean): void => {
          poll.reserved--;
          if (isCommitted) poll.given.push(lease);
          if (poll.reserved === 0) poll.wake();
        };
        return { lease, leaseUntil, startedAt: now, workerId: poll.wanted.workerId, settle };
      }
      return null;
    },
    announce: (tenantId, taskDefName) => {
      const queue = queueOf(tenantId, taskDefName);
      queue.isDirty = true;
      const [first] = queue.polls;
      first?.wake();
    },
  };
}

/** Waits until something was given or announced, `ms` are over or `signal` aborts; never while a commit has places reserved. */
function wait(wanted: Wanted, queues: Queue[], ms: number, signal: AbortSignal): Promise<TaskLease[]> {
  return new Promise((resolve) => {
    // Something was announced while this poll looked.
    if (queues.some(({ isDirty }) => isDirty)) return resolve([]);
    const wake = (): void => {
      if (poll.reserved > 0) return;
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      for (const { polls } of queues) polls.delete(poll);
      resolve(poll.given);
    };
    const poll: Poll = { wanted, given: [], reserved: 0, wake };
    const timer = setTimeout(wake, ms);
    signal.addEventListener('abort', wake);
    for (const { polls } of queues) polls.add(poll);
  });
}

function leaseOn(wfRunId: string, wfSpecName: string, task: TaskRunState, until: Instant): TaskLease {
  const { guid, taskDefName, threadRunNumber, position, attempt, inputs, timeoutSeconds, scheduledAt, userTask } = task;
  return {
    wfRunId,
    guid,
    taskDefName,
    wfSpecName,
    threadRunNumber,
    nodeRunPosition: position,
    attempt,
    inputs: inputs.map(({ name, value }) => ({ name, value })),
    leaseToken: newSeed(),
    leaseUntil: timestampOf(until),
    timeoutSeconds,
    scheduledAt: timestampOf(scheduledAt),
    checkpoints: 0,
    userTask,
  };
}
