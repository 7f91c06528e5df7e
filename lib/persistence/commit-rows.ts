// From what a batch did to a family to the rows that its commit writes. Several commands may have touched one thing: each row is there
// once, as it is in the end, and what came and went within the batch is not there at all.

import type { JsonValue } from '#contracts/json.ts';
import { claimKey } from '#engine/command.ts';
import type { NodeRunState, WfRunState } from '#engine/family.ts';
import type { Effect, EngineRecord } from '#engine/record.ts';
import type { AnyRow, CommitRows } from './commit-kinds.ts';
import { type FamilyWork, type HandOver, inRun, put, rowsOf, type Sheet } from './commit-sheet.ts';
import { addUserTask, addUserTaskEvent } from './commit-user-task-rows.ts';
import { changesOf, type FamilyChange, leftRun, leftTask, leftThread } from './family-codec.ts';
import { writeRunChange } from './live-change.ts';
import { pathKey, searchKey } from './searchable.ts';

/** Adds the rows of the family that has number `n` in its commit; gives what changes in the family's own rows. */
export function addRows(all: CommitRows, n: number, work: FamilyWork, handOver: HandOver): FamilyChange {
  const change = changesOf(work.before, work.after);
  const sheet: Sheet = { work, head: { n }, rows: new Map(), handOver };
  for (const part of change.written) put(sheet, 'parts', part.part, { ...sheet.head, ...part });
  for (const part of change.gone) put(sheet, 'goneParts', part, { ...sheet.head, part });
  for (const record of work.records) addRecord(sheet, record);
  for (const effect of work.effects) addEffect(sheet, effect);
  for (const { defName: def, key, isConsumed, wfRunId: run, threadRunNumber: thread, position } of work.taken) {
    put(sheet, 'uncorrelated', `${run} ${thread} ${position}`, { ...inRun(sheet, run), thread, position });
    if (isConsumed) put(sheet, 'consumedEvents', `${def} ${key}`, { n, def, key });
  }
  for (const [kind, rows] of sheet.rows) {
    if (rows.size === 0) continue;
    const list = (all[kind] ?? []) as AnyRow[];
    for (const row of rows.values()) list.push(row);
    Object.assign(all, { [kind]: list });
  }
  return change;
}

const jsonOrNull = (value: JsonValue): string | null => (value === null ? null : JSON.stringify(value));

function addRecord(sheet: Sheet, record: EngineRecord): void {
  const { work } = sheet;
  const run = record.wfRunId;
  const ofRun = inRun(sheet, run);
  switch (record.type) {
    case 'WfRunChanged': {
      const state = work.after.runs[run];
      // One that left in the same batch is written by its leaving.
      if (state) addRun(sheet, state, null);
      return;
    }
    case 'WfRunLeft':
      addRun(sheet, record.run, leftRun(record.run));
      return;
    case 'ThreadRunLeft': {
      const { number } = record.thread;
      put(sheet, 'threadRuns', `${run} ${number}`, { ...ofRun, number, state: leftThread(record.thread) });
      return;
    }
    case 'NodeRunEnded': {
      const { nodeRun, threadRunNumber: thread } = record;
      put(sheet, 'nodeRuns', `${run} ${thread} ${nodeRun.position}`, {
        ...ofRun,
        thread,
        position: nodeRun.position,
        thread_spec: record.threadSpecName,
        node: nodeRun.nodeName,
        type: record.nodeType,
        status: nodeRun.status,
        arrived: nodeRun.arrivedAt,
        ended: nodeRun.endedAt ?? nodeRun.arrivedAt,
        detail: detailOf(nodeRun),
      });
      return;
    }
    case 'SearchableSet':
      addSearchable(sheet, record);
      return;
    case 'TaskRunEnded': {
      const { taskRun, status } = record;
      put(sheet, 'taskRuns', `${run} ${taskRun.guid}`, {
        ...ofRun,
        guid: taskRun.guid,
        task_def: taskRun.taskDefName,
        status,
        created: taskRun.createdAt,
        ended: record.at,
        state: leftTask(taskRun),
      });
      return;
    }
    case 'ExternalEventPut': {
      const { event } = record;
      put(sheet, 'externalEvents', `${run} ${event.defName} ${event.guid}`, {
        ...ofRun,
        def: event.defName,
        guid: event.guid,
        content: jsonOrNull(event.content),
        created: event.createdAt,
        thread: event.threadRunNumber,
        position: event.position,
        claimed_thread: null,
        claimed_position: null,
        key: keyThatBrought(work, record),
      });
      return;
    }
    case 'ExternalEventClaimed': {
      const { defName: def, guid, threadRunNumber: thread, position } = record;
      const key = `${run} ${def} ${guid}`;
      const fresh = rowsOf(sheet, 'externalEvents').get(key);
      if (fresh) Object.assign(fresh, { claimed_thread: thread, claimed_position: position });
      else put(sheet, 'claimedEvents', key, { ...ofRun, def, guid, thread, position });
      return;
    }
    case 'ExternalEventExpired': {
      const { defName: def, guid } = record;
      const key = `${run} ${def} ${guid}`;
      if (!rowsOf(sheet, 'externalEvents').delete(key)) put(sheet, 'expiredEvents', key, { ...ofRun, def, guid });
      return;
    }
    case 'WorkflowEventThrown': {
      const { defName: def, number, threadRunNumber: thread, position } = record;
      const created = record.at;
      const content = jsonOrNull(record.content);
      put(sheet, 'workflowEvents', `${run} ${def} ${number}`, {
        ...ofRun,
        def,
        number,
        content,
        created,
        thread,
        position,
      });
      return;
    }
    case 'UserTaskRunChanged':
      addUserTask(sheet, run, record.userTaskRun);
      return;
    case 'UserTaskEventAppended':
      addUserTaskEvent(sheet, record);
      return;
    case 'UserTaskDraftSaved': {
      const { guid } = record;
      const results = JSON.stringify(record.results);
      const { savedBy: saved_by, at: saved_at } = record.saving;
      put(sheet, 'drafts', `${run} ${guid}`, {
        ...ofRun,
        guid,
        results,
        saved_by,
        saved_at,
        saving: JSON.stringify(record.saving),
      });
    }
  }
}

function addEffect(sheet: Sheet, effect: Effect): void {
  const { work } = sheet;
  const run = effect.wfRunId;
  const ofRun = inRun(sheet, run);
  switch (effect.type) {
    case 'ScheduleTask': {
      const {
        guid,
        attempt,
        taskDefName,
        inputs,
        threadRunNumber: thread,
        position,
        timeoutSeconds,
        userTask,
      } = effect.taskRun;
      const key = claimKey(run, guid, attempt);
      // Taken out and put back by this batch: its row is there.
      if (rowsOf(sheet, 'unscheduled').delete(key)) return;
      put(sheet, 'scheduled', key, {
        ...ofRun,
        guid,
        attempt,
        task_def: taskDefName,
        spec: effect.wfSpecName,
        thread,
        position,
        timeout: timeoutSeconds,
        at: effect.at,
        inputs: JSON.stringify(inputs.map(({ name, value }) => ({ name, value }))),
        user_task: jsonOrNull(userTask),
        ...leaseFor(sheet, effect),
      });
      return;
    }
    case 'UnscheduleTask': {
      const { guid, attempt } = effect;
      const key = claimKey(run, guid, attempt);
      rowsOf(sheet, 'scheduled').delete(key);
      put(sheet, 'unscheduled', key, { ...ofRun, guid, attempt, token: work.leases.get(key)?.leaseToken ?? null });
      return;
    }
    case 'SetTimer': {
      const due = effect.dueAt;
      rowsOf(sheet, 'clearedTimers').delete(`${run} ${effect.key}`);
      put(sheet, 'timers', `${run} ${effect.key}`, { ...ofRun, key: effect.key, due, try: due });
      return;
    }
    case 'ClearTimer':
      rowsOf(sheet, 'timers').delete(`${run} ${effect.key}`);
      put(sheet, 'clearedTimers', `${run} ${effect.key}`, { ...ofRun, key: effect.key });
      return;
    case 'Correlate': {
      const { threadRunNumber: thread, position, defName: def, correlationKey } = effect;
      const key = `${run} ${thread} ${position}`;
      rowsOf(sheet, 'uncorrelated').delete(key);
      put(sheet, 'correlations', key, { ...ofRun, thread, position, def, key: correlationKey });
      return;
    }
    case 'Uncorrelate': {
      const { threadRunNumber: thread, position } = effect;
      const key = `${run} ${thread} ${position}`;
      rowsOf(sheet, 'correlations').delete(key);
      put(sheet, 'uncorrelated', key, { ...ofRun, thread, position });
    }
  }
}

/** An attempt that is new goes to a poll that waits for it. One that was withdrawn once may be in the queue, and is left to be claimed. */
function leaseFor(
  { work, handOver }: Sheet,
  { wfRunId, wfSpecName, taskRun }: Extract<Effect, { type: 'ScheduleTask' }>,
) {
  const isNew = work.before?.runs[wfRunId]?.taskRuns[taskRun.guid]?.attempt !== taskRun.attempt;
  const handover = isNew ? handOver(wfRunId, wfSpecName, taskRun) : null;
  if (!handover) return { worker: null, started: null, token: null, until: null };
  return {
    worker: handover.workerId,
    started: handover.startedAt,
    token: handover.lease.leaseToken,
    until: handover.leaseUntil,
  };
}

/** The run's row, new or changed; `state` is what of a run that left is read from now on. */
function addRun(sheet: Sheet, run: WfRunState, state: string | null): void {
  const { head, work } = sheet;
  const before = work.before?.runs[run.id];
  const { name: spec, majorVersion: major, revision } = run.wfSpec;
  put(sheet, 'liveChanges', run.id, { ...head, change: writeRunChange(run.id, spec, run.status) });
  const now = {
    spec,
    major,
    revision,
    status: run.status,
    ended: run.endedAt,
    erase: run.eraseAt,
    state,
  };
  if (before) {
    const moved = before.wfSpec.majorVersion !== major || before.wfSpec.revision !== revision;
    put(sheet, 'changedRuns', run.id, { ...head, id: run.id, moved, ...now });
    return;
  }
  put(sheet, 'bornRuns', run.id, {
    ...head,
    id: run.id,
    parent: run.parent?.wfRunId ?? null,
    schedule: run.scheduleId,
    requester: run.requester,
    started: run.startedAt,
    ...now,
  });
}

/** What only some NodeRuns have. */
export type NodeRunDetail = Partial<
  Pick<NodeRunState, 'failures' | 'taskGuid' | 'wakeAt' | 'threads' | 'childWfRunId' | 'eventGuid' | 'acts'>
>;

function detailOf({ failures, taskGuid, wakeAt, threads, childWfRunId, eventGuid, acts }: NodeRunState): string | null {
  const detail: NodeRunDetail = {};
  if (failures.length > 0) detail.failures = failures;
  if (taskGuid !== null) detail.taskGuid = taskGuid;
  if (wakeAt !== null) detail.wakeAt = wakeAt;
  if (threads.length > 0) detail.threads = threads;
  if (childWfRunId !== null) detail.childWfRunId = childWfRunId;
  if (eventGuid !== null) detail.eventGuid = eventGuid;
  if (acts) detail.acts = acts;
  for (const _ in detail) return JSON.stringify(detail);
  return null;
}

function addSearchable(sheet: Sheet, record: Extract<EngineRecord, { type: 'SearchableSet' }>): void {
  const { work } = sheet;
  const { wfRunId: run, name } = record;
  const state = work.after.runs[run];
  if (!state) return;
  const ofRun = inRun(sheet, run);
  const rows = rowsOf(sheet, 'searchable');
  for (const [key, row] of rows) if (row.run === ofRun.run && row.name === name) rows.delete(key);
  const kept: [string, string][] = [];
  for (const { path, value } of record.values) {
    const [at, text] = [pathKey(path), searchKey(value)];
    kept.push([at, text]);
    put(sheet, 'searchable', `${run} ${name} ${at} ${text}`, {
      ...ofRun,
      spec: state.wfSpec.name,
      name,
      path: at,
      value: text,
      started: state.startedAt,
    });
  }
  if (work.before?.runs[run]) {
    put(sheet, 'unsearchable', `${run} ${name}`, { ...ofRun, name, kept: JSON.stringify(kept) });
  }
}

/** The correlation key of an event that came of a correlated one. */
function keyThatBrought(work: FamilyWork, record: Extract<EngineRecord, { type: 'ExternalEventPut' }>): string | null {
  const { threadRunNumber, position, defName } = record.event;
  const taken = work.taken.find(
    (one) =>
      one.wfRunId === record.wfRunId &&
      one.threadRunNumber === threadRunNumber &&
      one.position === position &&
      one.defName === defName,
  );
  return taken?.key ?? null;
}
