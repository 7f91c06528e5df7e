// A flush: what waits is loaded by one statement, stepped in memory, and committed by one statement. Nobody is hurt by another's failure.

import type { Refusal } from '#contracts/problem.ts';
import { because } from '#contracts/reasons.ts';
import type { TaskLease } from '#contracts/task-run.ts';
import type { Effect } from '#engine/record.ts';
import { NotLoaded } from '#engine/world.ts';
import { commitFamilies, type FamilyCommit } from './commit-families.ts';
import type { CommitRows } from './commit-kinds.ts';
import { addRows } from './commit-rows.ts';
import type { Database } from './database.ts';
import { isConflict, isDuplicate, isOutage } from './database-error.ts';
import type { DefinitionCache } from './definition-cache.ts';
import { eventsKey } from './events.ts';
import type { FamilyChange } from './family-codec.ts';
import { type Batch, createGatherer } from './gatherer.ts';
import { createHotFamilies } from './hot-families.ts';
import { createKnownClock } from './known-clock.ts';
import { type Claims, type LaneWork, type Pending, workLane } from './lane.ts';
import type { LiveFeed } from './live-feed.ts';
import { type LoadedFamily, loadFamilies } from './load-families.ts';
import type { Commands } from './run-command.ts';
import type { Handover, TaskPolls } from './task-polls.ts';
import { CORRELATIONS } from './task-queue.ts';
import type { WakeUps } from './wake-ups.ts';

type Parts = Database & { definitions: DefinitionCache; wakeUps: WakeUps; polls: TaskPolls; live: LiveFeed };
type Lane = { tenantId: string; familyId: string; pendings: Pending[] };

const MAX_TRIES = 10;
const JITTER_MS = 10;
const MAX_COMMIT_BYTES = 4_000_000;
const MAX_KNOWN_FAMILIES = 20_000;
// A step needs a few definitions at most; more would be one that is never there.
const MAX_LOADS = 50;

export function createCommands(parts: Parts): Commands {
  const { definitions, wakeUps, polls } = parts;
  /** The family of child runs, as far as this process met them. */
  const families = new Map<string, string>();
  const hotFamilies = createHotFamilies();
  const clock = createKnownClock(parts.testClock);

  const gatherer = createGatherer<Pending>((batch) => flush(batch).catch((error) => failAll(batch, error)));

  const runKey = (tenantId: string, wfRunId: string): string => JSON.stringify([tenantId, wfRunId]);
  const laneKeyOf = ({ request: { tenantId, wfRunId } }: Pending): string => {
    const key = runKey(tenantId, wfRunId);
    return runKey(tenantId, families.get(key) ?? wfRunId);
  };
  const remember = (tenantId: string, wfRunId: string, familyId: string): void => {
    if (families.size >= MAX_KNOWN_FAMILIES) families.clear();
    families.set(runKey(tenantId, wfRunId), familyId);
  };
  const enqueue = (pending: Pending, isAlone = false): void =>
    isAlone ? gatherer.addAlone(laneKeyOf(pending), pending) : gatherer.add(laneKeyOf(pending), pending);

  const flush = async (batch: Batch<Pending>): Promise<void> => {
    const lanes = batch
      .map(({ key, items }): Lane => {
        const [tenantId, familyId] = JSON.parse(key) as [string, string];
        return { tenantId, familyId, pendings: items };
      })
      // Rows are locked in this order, so that two processes do not wait for each other.
      .sort((a, b) => (a.tenantId + a.familyId < b.tenantId + b.familyId ? -1 : 1));
    await flushLanes(lanes);
  };

  const flushLanes = async (lanes: Lane[]): Promise<void> => {
    const now = clock.read();
    const hot: Loaded[] = [];
    const cold: Lane[] = [];
    for (const lane of lanes) {
      const loaded = now === null ? undefined : hotFamilies.find(keyOf(lane), lane.familyId, lane.pendings, now);
      if (loaded) hot.push({ lane, loaded });
      else cold.push(lane);
    }
    const works = hot.length > 0 ? await workAll(hot, now ?? 0) : [];
    const sure: LaneWork[] = [];
    for (const work of works) {
      if (work.settled.length + work.failed.length + work.again.length === 0) {
        sure.push(work);
        continue;
      }
      // Not all of it is for the commit to prove: it is decided on a load.
      hotFamilies.drop(keyOf(work));
      const lane = lanes.find(({ familyId, tenantId }) => familyId === work.familyId && tenantId === work.tenantId);
      if (lane) cold.push(lane);
    }
    // What is at hand does not wait for what has to be loaded.
    await Promise.all([commit(sure), cold.length > 0 ? loadAndWork(cold) : undefined]);
  };

  const loadAndWork = async (lanes: Lane[]): Promise<void> => {
    let found: Awaited<ReturnType<typeof loadFamilies>>;
    try {
      found = await loadFamilies(parts, lanes.map(wantedOf));
    } catch (error) {
      const alone = isOutage(error) ? [] : split(lanes);
      if (alone.length === 0) for (const { pendings } of lanes) for (const { fail } of pendings) fail(error);
      for (const lane of alone) await loadAndWork([lane]);
      return;
    }
    clock.told(found.now);
    const loaded = lanes.flatMap((lane, index) => {
      const family = found.loaded[index];
      return family ? [{ lane, loaded: family }] : [];
    });
    const works = await workAll(loaded, found.now);
    for (const work of works) {
      for (const { pending, result } of work.settled) pending.settle(result);
      for (const { pending, error } of work.failed) pending.fail(error);
      for (const pending of work.again) enqueue(pending);
    }
    await commit(works.filter(({ changes }) => changes > 0));
  };

  const workAll = async (lanes: Loaded[], now: number): Promise<LaneWork[]> => {
    const works: LaneWork[] = [];
    const claims: Claims = { keys: new Map(), events: new Map() };
    let rest = lanes;
    for (let loads = 0; rest.length > 0; loads++) {
      const later: typeof rest = [];
      const needed: Promise<void>[] = [];
      for (const each of rest) {
        const { lane, loaded } = each;
        if (moveElsewhere(lane, loaded)) continue;
        try {
          works.push(workLane({ ...lane, now }, lane.pendings, loaded, definitions.worldOf(lane.tenantId), claims));
        } catch (error) {
          if (!(error instanceof NotLoaded) || loads >= MAX_LOADS) {
            for (const { fail } of lane.pendings) fail(error);
            continue;
          }
          later.push(each);
          needed.push(definitions.load(lane.tenantId, error.needed));
        }
      }
      if (needed.length > 0) await Promise.all(needed);
      rest = later;
    }
    return works;
  };

  /** A run that turned out to be a child is worked on with its family. */
  const moveElsewhere = ({ tenantId, familyId, pendings }: Lane, { elsewhere }: LoadedFamily): boolean => {
    if (elsewhere === null || elsewhere === familyId) return false;
    remember(tenantId, familyId, elsewhere);
    for (const pending of pendings) enqueue(pending);
    return true;
  };

  const commit = async (works: LaneWork[]): Promise<void> => {
    for (let from = 0; from < works.length; ) {
      const [sheet, to, broken] = sheetOf(works, from, polls);
      from = to;
      for (const { work, error } of broken) for (const { pending } of work.held) pending.fail(error);
      if (sheet.works.length > 0) await commitSheet(sheet);
    }
  };

  const commitSheet = async ({ works, families: rows, rows: kinds, handovers, bytes }: Sheet): Promise<void> => {
    try {
      const { committed, now } = await commitFamilies(parts, rows, kinds);
      if (now !== null) clock.told(now);
      if (kinds.liveChanges) parts.live.hint();
      works.forEach((work, n) => {
        const handed = handovers[n] ?? [];
        if (committed.has(n)) {
          hotFamilies.keep(keyOf(work), work, handed, bytes[n] ?? 0);
          succeed(work, handed);
        } else lose(work);
        for (const { settle } of handed) settle(committed.has(n));
      });
    } catch (error) {
      for (const { settle } of handovers.flat()) settle(false);
      if (works.length === 1 && works[0]) return failed(works[0], error);
      if (isOutage(error)) {
        for (const work of works) for (const { pending } of work.held) pending.fail(error);
        return;
      }
      for (const work of works) await commit([work]);
    }
  };

  const succeed = (work: LaneWork, handed: Handover[]): void => {
    for (const { pending, result } of work.held) pending.settle(result);
    for (const effect of work.effects) {
      if (effect.type === 'ScheduleTask' && !handed.some(({ lease }) => isOn(lease, effect))) {
        polls.announce(work.tenantId, effect.taskRun.taskDefName);
      }
      if (effect.type === 'Correlate') wakeUps.notify(CORRELATIONS, 1);
    }
    for (const { type, wfRunId } of work.records) {
      if (type === 'WorkflowEventThrown') wakeUps.notify(eventsKey(work.tenantId, wfRunId), Number.POSITIVE_INFINITY);
    }
    for (const id of Object.keys(work.after.runs)) {
      if (id !== work.familyId && !work.before?.runs[id]) remember(work.tenantId, id, work.familyId);
    }
  };

  /** Another was faster, or what it builds on is gone: what it did has to be looked at first. */
  const lose = (work: LaneWork): void => {
    hotFamilies.drop(keyOf(work));
    for (const run of Object.values(work.after.runs)) {
      if (work.before?.runs[run.id]?.wfSpec !== run.wfSpec) definitions.forget(work.tenantId, run.wfSpec);
    }
    for (const { pending } of work.held) {
      if (++pending.tries >= MAX_TRIES) pending.settle({ ok: false, refusal: TOO_MANY });
      else setTimeout(() => enqueue(pending), Math.random() * JITTER_MS * (pending.tries - 1));
    }
  };

  const failed = (work: LaneWork, error: unknown): void => {
    hotFamilies.drop(keyOf(work));
    const { held } = work;
    if (isConflict(error) || isDuplicate(error, 'idempotency_key_pkey')) {
      lose(work);
      return;
    }
    if (held.length > 1 && !isOutage(error)) {
      for (const { pending } of held) enqueue(pending, true);
      return;
    }
    for (const { pending } of held) {
      if (isDuplicate(error, 'wf_run_pkey')) pending.settle({ ok: false, refusal: TAKEN });
      else pending.fail(error);
    }
  };

  return {
    run: (request) => new Promise((settle, fail) => enqueue({ request, tries: 0, isPastWanted: false, settle, fail })),
  };
}

type Loaded = { lane: Lane; loaded: LoadedFamily };
const keyOf = ({ tenantId, familyId }: { tenantId: string; familyId: string }): string =>
  JSON.stringify([tenantId, familyId]);

const TOO_MANY: Refusal = { code: 'ABORTED', ...because('runBusy') };
const TAKEN: Refusal = { code: 'ALREADY_EXISTS', ...because('runIdTaken') };

function failAll(batch: Batch<Pending>, error: unknown): void {
  for (const { items } of batch) for (const { fail } of items) fail(error);
}

const wantedOf = ({ tenantId, familyId, pendings }: Lane) => ({
  tenantId,
  familyId,
  about: pendings.map(({ request: { focus, call }, isPastWanted }) => ({ focus, call, isPastWanted })),
});

/** The same work in smaller pieces; nothing when it cannot be smaller. */
function split(lanes: Lane[]): Lane[] {
  if (lanes.length > 1) return lanes;
  const [lane] = lanes;
  if (!lane || lane.pendings.length < 2) return [];
  return lane.pendings.map((pending) => ({ ...lane, pendings: [pending] }));
}

const isOn = (lease: TaskLease, { wfRunId, taskRun }: Extract<Effect, { type: 'ScheduleTask' }>): boolean =>
  lease.wfRunId === wfRunId && lease.guid === taskRun.guid && lease.attempt === taskRun.attempt;

/** By number: a family's work, its own row, and what it hands over; and the rows of all. */
type Sheet = {
  works: LaneWork[];
  families: FamilyCommit[];
  handovers: Handover[][];
  bytes: number[];
  rows: CommitRows;
};

type Broken = { work: LaneWork; error: unknown }[];

/** As much as one statement takes, from `from` on; where the next begins; and what could not be laid down in rows. */
function sheetOf(works: LaneWork[], from: number, polls: TaskPolls): [Sheet, number, Broken] {
  const sheet: Sheet = { works: [], families: [], handovers: [], bytes: [], rows: {} };
  const broken: Broken = [];
  let bytes = 0;
  let next = from;
  for (; next < works.length && bytes < MAX_COMMIT_BYTES; next++) {
    const work = works[next];
    if (!work) continue;
    try {
      bytes += addToSheet(sheet, work, polls);
    } catch (error) {
      broken.push({ work, error });
    }
  }
  return [sheet, next, broken];
}

function addToSheet(sheet: Sheet, work: LaneWork, polls: TaskPolls): number {
  const { tenantId, familyId, version, answers, taken } = work;
  const n = sheet.works.length;
  const handed: Handover[] = [];
  let change: FamilyChange;
  try {
    change = addRows(sheet.rows, n, work, (wfRunId, wfSpecName, task) => {
      const handover = polls.handOver(tenantId, wfRunId, wfSpecName, task, work.now);
      if (handover) handed.push(handover);
      return handover;
    });
  } catch (error) {
    for (const { settle } of handed) settle(false);
    throw error;
  }
  const rows = sheet.rows.answers ?? [];
  for (const { call, response } of answers) {
    rows.push({
      n,
      principal: call.principal,
      operation: call.operation,
      key: call.key,
      body_hash: call.bodyHash,
      response: response === undefined ? null : JSON.stringify(response),
    });
  }
  if (rows.length > 0) sheet.rows.answers = rows;
  const state = change.state ?? (version === null ? '{}' : null);
  sheet.works.push(work);
  sheet.handovers.push(handed);
  sheet.families.push({ tenantId, familyId, version, state, hasParts: change.hasParts, taken });
  const bytes = change.written.reduce((sum, part) => sum + part.state.length, change.state?.length ?? 0);
  sheet.bytes.push(bytes);
  return bytes;
}
