// Families that this process worked on last, as their commit left them: the next command on one needs no load. It is a guess, and safe as
// one: what is decided on it counts only if it is committed, and the version guards that; everything else is decided on a load.

import { isFinished } from '#contracts/user-task-status.ts';
import { isEnded } from '#contracts/wf-run.ts';
import { claimKey } from '#engine/command.ts';
import type { Family, Instant, WfRunState } from '#engine/family.ts';
import type { LaneWork, Pending } from './lane.ts';
import type { Leases, LoadedFamily } from './load-families.ts';
import type { Handover } from './task-polls.ts';
import { type UserTaskView, viewOfArrival } from './user-task-view.ts';

export type HotFamilies = {
  /** The family as these commands need it, or undefined when it has to be loaded. */
  find: (key: string, familyId: string, pendings: Pending[], now: Instant) => LoadedFamily | undefined;
  /** What a commit left of a family; `bytes` is about how much it wrote. */
  keep: (key: string, work: LaneWork, handed: Handover[], bytes: number) => void;
  drop: (key: string) => void;
};

type Entry = { family: Family; version: number; leases: Leases; views: Map<string, UserTaskView>; bytes: number };

const MAX_BYTES = 16_000_000;
const MAX_FAMILY_BYTES = 500_000;

export function createHotFamilies(): HotFamilies {
  /** Longest unused first. */
  const entries = new Map<string, Entry>();
  let bytes = 0;

  const drop = (key: string): void => {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    bytes -= entry.bytes;
  };

  return {
    find: (key, familyId, pendings, now) => {
      const entry = entries.get(key);
      if (!entry) return pendings[0]?.request.isNew && pendings[0].tries === 0 ? absent(pendings) : undefined;
      const isEnough = pendings.every((pending) => isServed(entry, pending, now)) && areLeasesKnown(entry);
      if (!isEnough || familyId !== entry.family.rootWfRunId) return undefined;
      return { ...entry, elsewhere: null, about: nothingAbout(pendings) };
    },
    keep: (key, work, handed, written) => {
      const size = written + (entries.get(key)?.bytes ?? work.bytes);
      drop(key);
      if (size > MAX_FAMILY_BYTES || Object.values(work.after.runs).every((run) => isEnded(run.status))) return;
      entries.set(key, entryOf(work, handed, size));
      bytes += size;
      for (const oldest of entries.keys()) {
        if (bytes <= MAX_BYTES) break;
        drop(oldest);
      }
    },
    drop,
  };
}

const nothingAbout = (pendings: Pending[]): LoadedFamily['about'] =>
  pendings.map(() => ({
    answered: null,
    userTask: null,
    leftRun: null,
    pastTask: null,
    externalEvent: null,
    correlated: null,
  }));

/** What has just been given an id is not there; should it be, the commit fails and it is looked at. */
const absent = (pendings: Pending[]): LoadedFamily => ({
  family: null,
  version: null,
  elsewhere: null,
  leases: new Map(),
  views: new Map(),
  bytes: 0,
  about: nothingAbout(pendings),
});

function isServed({ views, leases }: Entry, { request: { focus }, tries }: Pending, now: Instant): boolean {
  if (tries > 0) return false;
  if (focus === null) return true;
  if (focus.type === 'userTask') return views.has(`${focus.wfRunId} ${focus.guid}`);
  if (focus.type !== 'attempt') return false;
  const lease = leases.get(claimKey(focus.wfRunId, focus.guid, focus.attempt));
  return lease !== undefined && lease.leaseUntil > now;
}

/** A step has to know which attempts are on lease: one that is in the queue may have been claimed since. */
function areLeasesKnown({ family, leases }: Entry): boolean {
  for (const id in family.runs) {
    const run = family.runs[id];
    for (const guid in run?.taskRuns) {
      const task = run.taskRuns[guid];
      if (task?.state === 'SCHEDULED' && !leases.has(claimKey(id, guid, task.attempt))) return false;
    }
  }
  return true;
}

function entryOf(work: LaneWork, handed: Handover[], bytes: number): Entry {
  const leases = new Map(work.liveLeases);
  for (const { lease, startedAt, workerId, leaseUntil } of handed) {
    const { leaseToken } = lease;
    leases.set(claimKey(lease.wfRunId, lease.guid, lease.attempt), { leaseToken, startedAt, workerId, leaseUntil });
  }
  const views = new Map<string, UserTaskView>();
  for (const [name, view] of work.views) if (!isFinished(view.summary.status)) views.set(name, view);
  for (const record of work.records) {
    if (record.type !== 'UserTaskEventAppended' || record.seq !== 0) continue;
    const run = work.after.runs[record.wfRunId];
    const task = run?.userTaskRuns[record.guid];
    const name = `${record.wfRunId} ${record.guid}`;
    if (run && task && !isFinished(task.status)) views.set(name, viewOfArrival(run, task, work.records));
  }
  return { family: openTasksOnly(work.after), version: (work.version ?? 0) + 1, leases, views, bytes };
}

/** As a load would give it: a step leaves UserTaskRuns that it finished, and those that were put back for it. */
function openTasksOnly(family: Family): Family {
  let runs: Record<string, WfRunState> | null = null;
  for (const id in family.runs) {
    const run = family.runs[id];
    if (!run || !hasFinishedTask(run)) continue;
    const open = Object.entries(run.userTaskRuns).filter(([, task]) => !isFinished(task.status));
    runs = { ...(runs ?? family.runs), [id]: { ...run, userTaskRuns: Object.fromEntries(open) } };
  }
  return runs ? { ...family, runs } : family;
}

function hasFinishedTask({ userTaskRuns }: WfRunState): boolean {
  for (const guid in userTaskRuns) {
    const task = userTaskRuns[guid];
    if (task && isFinished(task.status)) return true;
  }
  return false;
}
