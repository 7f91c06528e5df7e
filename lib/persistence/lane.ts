// One family's turn in a flush: its commands are decided and stepped in their order, each on what the one before it left.

import type { Refusal } from '#contracts/problem.ts';
import { claimKey, type Request } from '#engine/command.ts';
import type { Family, Instant, TaskRunState } from '#engine/family.ts';
import type { EngineRecord } from '#engine/record.ts';
import type { Step } from '#engine/result.ts';
import { step } from '#engine/step.ts';
import { NotLoaded, type World } from '#engine/world.ts';
import { newSeed } from '#platform/ids.ts';
import type { FamilyWork } from './commit-sheet.ts';
import type { CallKey } from './idempotency.ts';
import type { LoadedAbout, LoadedFamily } from './load-families.ts';
import type { CommandRequest, CommandResult } from './run-command.ts';
import type { AttemptView, Focus, Seen } from './seen.ts';
import { hydration, stateOf, type UserTaskView, viewAfter } from './user-task-view.ts';

/** A command that waits for its answer. */
export type Pending = {
  request: CommandRequest<unknown>;
  /** How often another was faster. */
  tries: number;
  isPastWanted: boolean;
  settle: (result: CommandResult<unknown>) => void;
  fail: (error: unknown) => void;
};

/** What came of one command; it holds once the lane is committed. */
export type Outcome = { pending: Pending; result: CommandResult<unknown> };

/** What a lane came to. */
export type LaneWork = FamilyWork & {
  version: number | null;
  /** Decided on the family as it is stored: they hold whatever becomes of the commit. */
  settled: Outcome[];
  /** Decided on what is only to be committed. */
  held: Outcome[];
  failed: { pending: Pending; error: unknown }[];
  /** Have to be loaded for once more. */
  again: Pending[];
  answers: { call: CallKey; response: unknown }[];
  /** How many commands changed something. */
  changes: number;
  /** The attempts that are on lease once this is committed, but for those that it hands over. */
  liveLeases: Map<string, NonNullable<AttemptView['lease']>>;
  /** The UserTaskRuns that are known, as they then stand. */
  views: Map<string, UserTaskView>;
  bytes: number;
};

/** What the commands of a whole flush must not do twice: use an Idempotency-Key, consume a correlated event. */
export type Claims = { keys: Map<string, Pending>; events: Map<string, Pending> };

type Lane = LaneWork & {
  world: World;
  family: Family | null;
  claims: Claims;
};

const nameOf = (wfRunId: string, guid: string): string => `${wfRunId} ${guid}`;

/** @throws NotLoaded for a definition that has to be loaded first; nothing has happened then. */
export function workLane(
  at: { tenantId: string; familyId: string; now: Instant },
  pendings: Pending[],
  loaded: LoadedFamily,
  world: World,
  claims: Claims,
): LaneWork {
  const views = new Map(loaded.views);
  for (const { userTask } of loaded.about) {
    if (userTask) views.set(nameOf(userTask.summary.wfRunId, userTask.summary.guid), userTask);
  }
  const family = putBack(loaded.family, loaded.about);
  // With a WfSpec comes what it names: who answers may look for that, also where the step did not.
  for (const { wfSpec, oldWfSpecs } of Object.values(family?.runs ?? {})) {
    for (const id of [wfSpec, ...oldWfSpecs]) world.wfSpec(id);
  }
  const lane: Lane = {
    ...at,
    world,
    claims,
    version: loaded.version,
    bytes: loaded.bytes,
    before: family,
    after: family ?? { rootWfRunId: at.familyId, runs: {}, events: {} },
    family,
    views,
    withDraft: new Set(views.keys()),
    leases: loaded.leases,
    liveLeases: new Map(loaded.leases),
    records: [],
    effects: [],
    taken: [],
    settled: [],
    held: [],
    failed: [],
    again: [],
    answers: [],
    changes: 0,
  };
  pendings.forEach((pending, index) => {
    const about = loaded.about[index];
    if (about) workOne(lane, pending, about);
  });
  for (const { leftRun } of loaded.about) if (leftRun) forgetAgain(lane, leftRun.id);
  return lane;
}

/** A child run that has left was put back for a command on one of its tasks: its own row has it, not the family. */
function forgetAgain(lane: Lane, wfRunId: string): void {
  const without = (family: Family): Family => {
    const { [wfRunId]: _, ...runs } = family.runs;
    return { ...family, runs };
  };
  lane.before = lane.before && without(lane.before);
  lane.after = without(lane.after);
}

function workOne(lane: Lane, pending: Pending, about: LoadedAbout): void {
  const { request } = pending;
  const { call, focus } = request;
  if (call && about.answered) {
    conclude(lane, pending, earlierAnswer(call, about.answered));
    return;
  }
  if (isTakenByAnother(lane, pending) || (focus && isStale(lane, focus, about))) {
    lane.again.push(pending);
    return;
  }
  const seen = seenBy(lane, pending, about);
  if (!seen) {
    pending.isPastWanted = true;
    lane.again.push(pending);
    return;
  }
  try {
    perform(lane, pending, seen);
  } catch (error) {
    if (error instanceof NotLoaded) throw error;
    lane.failed.push({ pending, error });
  }
}

function perform(lane: Lane, pending: Pending, seen: Seen): void {
  const decision = pending.request.decide(seen);
  if ('command' in decision) conclude(lane, pending, carryOut(lane, pending.request, seen, decision.command));
  else if ('refusal' in decision) conclude(lane, pending, refused(decision.refusal));
  else conclude(lane, pending, { ok: true, response: decision.answer });
}

function carryOut(
  lane: Lane,
  { focus, call, isDryRun, respond }: CommandRequest<unknown>,
  seen: Seen,
  request: Request,
): CommandResult<unknown> {
  const circumstances = { at: lane.now, seed: newSeed(), claims: [...lane.liveLeases.keys()] };
  const done = step(lane.family, lane.world, { ...request, ...circumstances });
  if (!done.ok) return refused(done.refusal);
  const response = respond(seen, done, lane.world);
  if (isDryRun) return { ok: true, response };
  // Not by records and effects: a thread that stands still, or goes on, may leave neither.
  const isChange = done.family !== lane.family || focus?.type === 'correlation';
  if (isChange || call) {
    apply(lane, done);
    if (focus?.type === 'correlation') lane.taken.push(focus);
    if (call) lane.answers.push({ call, response });
    lane.changes++;
  }
  return { ok: true, response };
}

/** What is decided on uncommitted changes holds only if they are committed. */
function conclude(lane: Lane, pending: Pending, result: CommandResult<unknown>): void {
  (lane.changes > 0 ? lane.held : lane.settled).push({ pending, result });
}

function apply(lane: Lane, { family, records, effects }: Step): void {
  lane.family = family;
  lane.after = family;
  for (const record of records) lane.records.push(record);
  for (const effect of effects) {
    lane.effects.push(effect);
    if (effect.type === 'UnscheduleTask') {
      lane.liveLeases.delete(claimKey(effect.wfRunId, effect.guid, effect.attempt));
    }
  }
  for (const [name, view] of lane.views) {
    const { wfRunId, guid } = view.summary;
    const run = family.runs[wfRunId];
    const task = run?.userTaskRuns[guid];
    if (!run || !task) lane.views.delete(name);
    else if (records.some((record) => isAbout(record, wfRunId, guid))) {
      lane.views.set(name, viewAfter(view, run, task, records));
    }
  }
}

const isAbout = (record: EngineRecord, wfRunId: string, guid: string): boolean =>
  record.wfRunId === wfRunId &&
  (record.type === 'UserTaskRunChanged'
    ? record.userTaskRun.guid === guid
    : (record.type === 'UserTaskEventAppended' || record.type === 'UserTaskDraftSaved') && record.guid === guid);

/** Whether another command of this flush uses the same key or consumes the same event: it has to be committed first. */
function isTakenByAnother({ tenantId, claims }: Lane, pending: Pending): boolean {
  const { call, focus } = pending.request;
  if (call) {
    const name = JSON.stringify([tenantId, call.principal, call.operation, call.key]);
    const holder = claims.keys.get(name) ?? pending;
    if (holder !== pending) return true;
    claims.keys.set(name, pending);
  }
  if (focus?.type === 'correlation' && focus.isConsumed) {
    const name = JSON.stringify([tenantId, focus.defName, focus.key]);
    const holder = claims.events.get(name) ?? pending;
    if (holder !== pending) return true;
    claims.events.set(name, pending);
  }
  return false;
}

/** Whether an earlier command of this turn changed what was loaded for this one. */
function isStale(lane: Lane, focus: Focus, about: LoadedAbout): boolean {
  const { wfRunId } = focus;
  switch (focus.type) {
    case 'userTask': {
      const isKnown = lane.views.has(nameOf(wfRunId, focus.guid));
      return (
        !isKnown && (about.userTask !== null || lane.records.some((record) => isAbout(record, wfRunId, focus.guid)))
      );
    }
    case 'externalEvent':
      return lane.records.some((record) =>
        record.type === 'ExternalEventPut'
          ? record.wfRunId === wfRunId && record.event.guid === focus.guid && record.event.defName === focus.defName
          : (record.type === 'ExternalEventClaimed' || record.type === 'ExternalEventExpired') &&
            record.wfRunId === wfRunId &&
            record.guid === focus.guid &&
            record.defName === focus.defName,
      );
    case 'correlation':
      return lane.changes > 0;
    case 'attempt':
      return false;
  }
}

/** Null when it takes another load to know whether the attempt in focus has ended. */
function seenBy(lane: Lane, { request, isPastWanted }: Pending, about: LoadedAbout): Seen | null {
  const { focus } = request;
  const seen: Seen = {
    now: lane.now,
    family: lane.family,
    userTask: null,
    attempt: null,
    externalEvent: about.externalEvent,
    correlated: about.correlated,
  };
  if (focus?.type === 'userTask') seen.userTask = lane.views.get(nameOf(focus.wfRunId, focus.guid)) ?? null;
  if (focus?.type === 'attempt') {
    seen.attempt = attemptIn(lane, focus, about.pastTask);
    if (!seen.attempt.isTask && !isPastWanted && lane.family) return null;
  }
  return seen;
}

function attemptIn(lane: Lane, focus: Focus & { type: 'attempt' }, pastTask: TaskRunState | null): AttemptView {
  const { wfRunId, guid, attempt } = focus;
  const task = lane.family?.runs[wfRunId]?.taskRuns[guid] ?? endedNow(lane, wfRunId, guid) ?? pastTask;
  const lease = lane.liveLeases.get(claimKey(wfRunId, guid, attempt)) ?? null;
  const ended = task?.attempts.find(({ number }) => number === attempt) ?? null;
  return {
    isTask: task !== null || lease !== null,
    lease,
    ended: ended && { status: ended.status, leaseToken: ended.leaseToken },
  };
}

function endedNow({ records }: Lane, wfRunId: string, guid: string): TaskRunState | null {
  for (const record of records) {
    if (record.type === 'TaskRunEnded' && record.wfRunId === wfRunId && record.taskRun.guid === guid)
      return record.taskRun;
  }
  return null;
}

/** The family with what its rows leave out of the tasks that were loaded. */
function putBack(family: Family | null, about: LoadedAbout[]): Family | null {
  if (!family) return null;
  for (const { userTask: view, leftRun } of about) {
    if (!view) continue;
    const { wfRunId } = view.summary;
    if (leftRun) family.runs[wfRunId] ??= leftRun;
    const run = family.runs[wfRunId];
    if (!run) continue;
    const { guid } = view.summary;
    const open = run.userTaskRuns[guid];
    // What was just loaded belongs to this lane alone.
    run.userTaskRuns[guid] = open ? { ...open, ...hydration(view) } : stateOf(view);
  }
  return family;
}

const refused = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });

/** The first answer again. What was stored is what `respond` gave for this operation. */
function earlierAnswer(
  call: CallKey,
  { bodyHash, response }: NonNullable<LoadedAbout['answered']>,
): CommandResult<unknown> {
  if (bodyHash === call.bodyHash) return { ok: true, response: response ?? undefined };
  return refused({
    code: 'FAILED_PRECONDITION',
    detail: `The Idempotency-Key ${call.key} was used for another request.`,
  });
}
