// The few changes that a UserTaskRun can go through. Each replaces its state and appends its event; nothing else writes one.
import type { Actor } from '#contracts/actor.ts';
import type { Cause, Owners, UserTaskEventBody } from '#contracts/user-task-run.ts';
import type { UserTaskRunState } from '../family.ts';
import type { EngineRecord } from '../record.ts';
import { record, type TaskSite } from '../work.ts';
import { hashEvent } from './hash-event.ts';
import { voidHooks } from './hook-state.ts';

export type Why = { actor: Actor; cause: Cause; reason: string | null };

/** Puts `change` into the task and, with `event`, appends that to its history. */
export function changeUserTask(
  site: TaskSite,
  change: Partial<UserTaskRunState>,
  event?: { why: Why; body: UserTaskEventBody },
): void {
  const { work, run } = site;
  const { nextEventSeq: seq, lastHash } = site.task;
  const task = { ...site.task, ...change };
  let appended: Extract<EngineRecord, { type: 'UserTaskEventAppended' }> | null = null;
  if (event) {
    const head = { wfRunId: run.id, guid: task.guid, seq, at: work.at, ...event.why, body: event.body };
    appended = { type: 'UserTaskEventAppended', ...head, hash: hashEvent(lastHash, head) };
    task.nextEventSeq = seq + 1;
    task.lastHash = appended.hash;
  }
  site.task = task;
  run.userTaskRuns = { ...run.userTaskRuns, [task.guid]: task };
  record(work, `user-task-run ${run.id} ${task.guid}`, {
    type: 'UserTaskRunChanged',
    wfRunId: run.id,
    userTaskRun: task,
  });
  if (appended) record(work, `user-task-event ${run.id} ${task.guid} ${seq}`, appended);
}

/** Appends to the history what is no change of the task itself, and does not raise its version (decision 6). */
export function appendEvent(site: TaskSite, why: Why, body: UserTaskEventBody): void {
  changeUserTask(site, {}, { why, body });
}

/** Gives the task both owners; null clears one (semantics.md 11.6). `before` is null on arrival. What an earlier owner's hooks counted is void. */
export function setOwners(site: TaskSite, before: Owners | null, after: Owners, why: Why): void {
  const { epoch, version } = site.task;
  const { userId, userGroup } = after;
  changeUserTask(
    site,
    {
      userId,
      userGroup,
      status: userId === null ? 'UNASSIGNED' : 'ASSIGNED',
      epoch: epoch + 1,
      version: version + 1,
      hooks: voidHooks(site, 'of assignment'),
    },
    { why, body: { type: 'ASSIGNED', before, after: { userId, userGroup } } },
  );
}

/** Ends the task for good: its draft goes, and so do its hooks. */
export function endUserTask(
  site: TaskSite,
  end: Pick<UserTaskRunState, 'status' | 'results' | 'endedBy'>,
  why: Why,
  body: UserTaskEventBody,
): void {
  const version = site.task.version + 1;
  const over = {
    endedAt: site.work.at,
    suspendedAt: null,
    draft: null,
    saving: null,
    hooks: voidHooks(site, 'all'),
    firings: {},
  };
  changeUserTask(site, { ...end, ...over, version }, { why, body });
}

export function ownersOf({ userId, userGroup }: Owners): Owners {
  return { userId, userGroup };
}
