// The rows of user tasks in a commit: the task as it is in the end, its history, and who had it before.
import { urgencyAt } from '#contracts/urgency.ts';
import { isFinished } from '#contracts/user-task-status.ts';
import type { Instant, UserTaskRunState } from '#engine/family.ts';
import type { EngineRecord } from '#engine/record.ts';
import { invariant } from '#platform/invariant.ts';
import { type FamilyWork, inRun, put, rowsOf, type Sheet } from './commit-sheet.ts';
import { writeDraftChange, writeTaskChange } from './live-change.ts';

type TaskFacts = { isNew: boolean; comments: number; isSaved: boolean };

/** What the events and drafts of a batch say of a task. */
function factsOf({ work }: Sheet, run: string, guid: string): TaskFacts {
  const facts: TaskFacts = { isNew: false, comments: 0, isSaved: false };
  for (const record of work.records) {
    if (record.wfRunId !== run || !('guid' in record) || record.guid !== guid) continue;
    if (record.type === 'UserTaskDraftSaved') facts.isSaved = true;
    if (record.type !== 'UserTaskEventAppended') continue;
    if (record.seq === 0) facts.isNew = true;
    if (record.body.type === 'COMMENT_ADDED') facts.comments++;
    if (record.body.type === 'COMMENT_DELETED') facts.comments--;
  }
  return facts;
}

/** An empty list takes no place. */
const jsonOrNull = (list: unknown[]): string | null => (list.length === 0 ? null : JSON.stringify(list));

export function addUserTask(sheet: Sheet, run: string, task: UserTaskRunState): void {
  const { work } = sheet;
  const { guid } = task;
  const key = `${run} ${guid}`;
  const state = work.after.runs[run];
  const { isNew, comments, isSaved } = factsOf(sheet, run, guid);
  const isOver = isFinished(task.status);
  const now = {
    ...inRun(sheet, run),
    guid,
    form_version: task.userTaskDefVersion,
    title: task.title,
    context: task.context,
    status: task.status,
    user_id: task.userId,
    user_group: task.userGroup,
    epoch: task.epoch,
    version: task.version,
    next_event: task.nextEventSeq,
    next_comment: task.nextCommentId,
    comments,
    ended: task.endedAt,
    ended_by: task.endedBy,
    suspended: task.suspendedAt,
  };
  const before = work.before?.runs[run]?.userTaskRuns[guid];
  const hasHappened = task.nextEventSeq !== before?.nextEventSeq;
  if (hasHappened || isSaved) {
    const change = hasHappened ? writeTaskChange(run, task, before) : writeDraftChange(run, task);
    put(sheet, 'liveChanges', key, { ...sheet.head, change });
  }
  if (isOver) rowsOf(sheet, 'drafts').delete(key);
  if (!isNew) {
    const draft = isOver ? false : isSaved ? true : null;
    put(sheet, 'changedUserTasks', key, { ...now, draft });
    // A task that a command was about came with its draft: where there was none, none is to be dropped.
    const hadNone = work.withDraft.has(key) && before?.draft === null;
    if (isOver && !hadNone) {
      put(sheet, 'droppedDrafts', key, { ...inRun(sheet, run), guid });
    }
    return;
  }
  invariant(state, `a user task arrived in WfRun ${run}, which is not in the family`);
  put(sheet, 'arrivedUserTasks', key, {
    ...now,
    thread: task.threadRunNumber,
    position: task.position,
    spec: state.wfSpec.name,
    form: task.userTaskDefName,
    titles: task.titles ? JSON.stringify(task.titles) : null,
    requester: task.requester,
    priority: task.priority,
    due: task.dueAt,
    follow_up: task.followUpAt,
    urgency: urgencyAt(task),
    excluded: jsonOrNull(task.excludeUsers),
    draft: isSaved && !isOver,
    created: task.createdAt,
  });
  put(sheet, 'userTaskDetails', key, {
    ...inRun(sheet, run),
    guid,
    notes: task.notes,
    details: jsonOrNull(task.details),
    title: Object.values(task.titles ?? [task.title]).join(' '),
    context: task.context,
  });
}

export function addUserTaskEvent(sheet: Sheet, record: Extract<EngineRecord, { type: 'UserTaskEventAppended' }>): void {
  const { work } = sheet;
  const { wfRunId: run, guid, seq, body, actor, cause, reason, hash } = record;
  put(sheet, 'userTaskEvents', `${run} ${guid} ${seq}`, {
    ...inRun(sheet, run),
    guid,
    seq,
    at: record.at,
    actor_kind: actor.kind,
    actor: actor.id,
    behalf: actor.onBehalfOf,
    cause,
    reason,
    hash,
    body: JSON.stringify(body),
  });
  const before = body.type === 'ASSIGNED' ? body.before?.userId : null;
  if (body.type !== 'ASSIGNED' || !before || before === body.after.userId) return;
  const created = createdAtOf(work, run, guid);
  if (created !== null) {
    put(sheet, 'pastOwners', `${run} ${guid} ${before}`, { ...inRun(sheet, run), guid, user_id: before, created });
  }
}

/** When a task began that this batch changed. */
function createdAtOf({ records, after }: FamilyWork, run: string, guid: string): Instant | null {
  const task = after.runs[run]?.userTaskRuns[guid];
  if (task) return task.createdAt;
  for (const record of records) {
    if (record.type === 'UserTaskRunChanged' && record.wfRunId === run && record.userTaskRun.guid === guid) {
      return record.userTaskRun.createdAt;
    }
  }
  return null;
}
