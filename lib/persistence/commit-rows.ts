// From the records and effects of a step to the rows that its commit writes, keyed by column.
import { isFinished } from '#contracts/user-task-run.ts';
import type { UserTaskRunState, WfRunState } from '#engine/family.ts';
import type { Effect, EngineRecord } from '#engine/record.ts';
import type { Step } from '#engine/result.ts';
import { invariant } from '#platform/invariant.ts';
import { timestampOf } from './user-task-view.ts';

type Row = Record<string, unknown>;

/** The tables that a commit writes, in the order of the statement's parameters. */
export const ROW_KINDS = [
  'wfRuns',
  'threadRuns',
  'nodeRuns',
  'variables',
  'taskRuns',
  'endedAttempts',
  'unscheduled',
  'scheduled',
  'userTasks',
  'arrivedUserTasks',
  'answeredUserTasks',
  'endedUserTasks',
  'drafts',
  'pastOwners',
  'events',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];
export type CommitRows = Record<RowKind, Row[]>;

export function rowsOf(step: Step): CommitRows {
  const rows = Object.fromEntries(ROW_KINDS.map((kind): [RowKind, Row[]] => [kind, []])) as CommitRows;
  const runOf = (id: string): WfRunState => {
    const run = step.family.runs[id];
    invariant(run, `a record names WfRun ${id}, which is not in the family`);
    return run;
  };
  for (const record of step.records) addRecord(rows, record, runOf(record.wfRunId), step.records);
  for (const effect of step.effects) addEffect(rows, effect);
  return rows;
}

function addRecord(rows: CommitRows, record: EngineRecord, run: WfRunState, all: EngineRecord[]): void {
  const wf_run_id = run.id;
  switch (record.type) {
    case 'WfRunChanged':
      rows.wfRuns.push(wfRunRow(run));
      return;
    case 'ThreadRunChanged':
      rows.threadRuns.push(threadRunRow(run, record.threadRunNumber));
      return;
    case 'NodeRunChanged':
      rows.nodeRuns.push({
        wf_run_id,
        thread_run_number: record.threadRunNumber,
        position: record.nodeRun.position,
        thread_spec_name: record.threadSpecName,
        node_name: record.nodeRun.nodeName,
        node_type: record.nodeType,
        status: record.nodeRun.status,
        arrived_at: timestampOf(record.nodeRun.arrivedAt),
        ended_at: ended(record.nodeRun.endedAt),
        failure: record.nodeRun.failure,
        task_run_guid: record.taskRunGuid,
        user_task_run_guid: record.userTaskRunGuid,
      });
      return;
    case 'VariableSet':
      rows.variables.push({
        wf_run_id,
        thread_run_number: record.threadRunNumber,
        name: record.name,
        type: record.variableType,
        value: record.value,
        updated_at: timestampOf(record.at),
      });
      return;
    case 'TaskRunScheduled':
      rows.taskRuns.push({
        wf_run_id,
        guid: record.taskRun.guid,
        task_def_name: record.taskRun.taskDefName,
        inputs: record.taskRun.inputs,
        timeout_seconds: record.taskRun.timeoutSeconds,
        total_attempts: record.taskRun.totalAttempts,
        created_at: timestampOf(record.at),
      });
      return;
    case 'TaskAttemptEnded':
      rows.endedAttempts.push({
        wf_run_id,
        guid: record.guid,
        attempt: record.attempt,
        status: record.status,
        ended_at: timestampOf(record.at),
        output: record.output,
        error: record.error,
        log_output: record.logOutput,
      });
      return;
    case 'UserTaskRunChanged':
      addUserTask(rows, run, record.userTaskRun, all);
      return;
    case 'UserTaskEventAppended':
      addEvent(rows, run, record);
      return;
    case 'UserTaskDraftSaved':
      rows.drafts.push({
        wf_run_id,
        guid: record.guid,
        results: record.results,
        saved_by: record.savedBy,
        saved_at: timestampOf(record.at),
      });
  }
}

function addEffect(rows: CommitRows, effect: Effect): void {
  const wf_run_id = effect.wfRunId;
  switch (effect.type) {
    case 'ScheduleTask':
      rows.scheduled.push({
        wf_run_id,
        guid: effect.taskRun.guid,
        attempt: effect.taskRun.attempt,
        task_def_name: effect.taskRun.taskDefName,
        wf_spec_name: effect.wfSpecName,
        thread_run_number: effect.taskRun.threadRunNumber,
        position: effect.taskRun.position,
        timeout_seconds: effect.taskRun.timeoutSeconds,
        scheduled_at: timestampOf(effect.at),
      });
      return;
    case 'UnscheduleTask':
      rows.unscheduled.push({ wf_run_id, guid: effect.guid, attempt: effect.attempt });
  }
}

const ended = (at: number | null): string | null => (at === null ? null : timestampOf(at));

function wfRunRow(run: WfRunState): Row {
  return {
    id: run.id,
    wf_spec_name: run.wfSpec.name,
    major_version: run.wfSpec.majorVersion,
    revision: run.wfSpec.revision,
    status: run.status,
    requester: run.requester,
    started_at: timestampOf(run.startedAt),
    ended_at: ended(run.endedAt),
  };
}

function threadRunRow(run: WfRunState, number: number): Row {
  const thread = run.threads.find((each) => each.number === number);
  invariant(thread, `a record names ThreadRun ${number} of WfRun ${run.id}, which is not in the family`);
  return {
    wf_run_id: run.id,
    number,
    thread_spec_name: thread.threadSpecName,
    status: thread.status,
    started_at: timestampOf(thread.startedAt),
    ended_at: ended(thread.endedAt),
    current_node_name: thread.current.nodeName,
    current_node_position: thread.current.position,
    failure: thread.failure,
  };
}

/** `comments` is how many more there are; `draft` whether there is one now, null where that did not change. */
function addUserTask(rows: CommitRows, run: WfRunState, task: UserTaskRunState, all: EngineRecord[]): void {
  const key = { wf_run_id: run.id, guid: task.guid };
  const own = all.filter((record) => 'guid' in record && record.wfRunId === run.id && record.guid === task.guid);
  const bodies = own.flatMap((record) => (record.type === 'UserTaskEventAppended' ? [record.body.type] : []));
  const count = (type: string): number => bodies.filter((body) => body === type).length;
  const saved = own.find((record) => record.type === 'UserTaskDraftSaved');
  rows.userTasks.push({
    ...key,
    thread_run_number: task.threadRunNumber,
    position: task.position,
    wf_spec_name: run.wfSpec.name,
    user_task_def_name: task.userTaskDefName,
    user_task_def_version: task.userTaskDefVersion,
    title: task.title,
    context: task.context,
    status: task.status,
    user_id: task.userId,
    user_group: task.userGroup,
    requester: run.requester,
    epoch: task.epoch,
    version: task.version,
    next_event_seq: task.nextEventSeq,
    next_comment_id: task.nextCommentId,
    comments: count('COMMENT_ADDED') - count('COMMENT_DELETED'),
    draft: isFinished(task.status) ? false : saved ? true : null,
    created_at: timestampOf(task.createdAt),
    ended_at: ended(task.endedAt),
    ended_by: task.endedBy,
  });
  if (own.some((record) => record.type === 'UserTaskEventAppended' && record.seq === 0)) {
    rows.arrivedUserTasks.push({ ...key, title: task.title, context: task.context, notes: task.notes });
  }
  if (task.status === 'DONE') rows.answeredUserTasks.push({ ...key, results: task.results });
  if (isFinished(task.status)) rows.endedUserTasks.push(key);
}

function addEvent(
  rows: CommitRows,
  run: WfRunState,
  record: Extract<EngineRecord, { type: 'UserTaskEventAppended' }>,
): void {
  const { body, actor, guid, seq, cause, reason } = record;
  const at = timestampOf(record.at);
  const person = { actor_kind: actor.kind, actor_id: actor.id, on_behalf_of: actor.onBehalfOf };
  rows.events.push({ wf_run_id: run.id, guid, seq, at, ...person, cause, reason, body });
  const before = body.type === 'ASSIGNED' ? body.before?.userId : null;
  if (body.type === 'ASSIGNED' && before && before !== body.after.userId) {
    rows.pastOwners.push({ wf_run_id: run.id, guid, user_id: before });
  }
}
