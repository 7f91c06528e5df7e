// A user task as its rows tell it: what a command sees, what a caller is shown, and how the records of a step change it.

import type { JsonObject, JsonValue } from '#contracts/json.ts';
import { urgencyAt } from '#contracts/urgency.ts';
import type {
  Cause,
  Comment,
  Draft,
  UserTaskDetail,
  UserTaskEvent,
  UserTaskEventBody,
  UserTaskRunSummary,
} from '#contracts/user-task-run.ts';
import { isFinished } from '#contracts/user-task-status.ts';
import type { Instant, SavingState, UserTaskRunState, WfRunState } from '#engine/family.ts';
import type { EngineRecord } from '#engine/record.ts';

export type UserTaskView = {
  summary: UserTaskRunSummary;
  notes: string | null;
  details: UserTaskDetail[];
  /** Separation of duties: they may not do it. */
  excludeUsers: string[];
  results: JsonObject | null;
  draft: Draft | null;
  /** Oldest first; what was said in comments is told by these alone. */
  events: UserTaskEvent[];
  /** What only the engine needs. */
  inner: Pick<
    UserTaskRunState,
    'threadRunNumber' | 'position' | 'nextEventSeq' | 'nextCommentId' | 'endedBy' | 'saving'
  >;
};

/** The columns of a task in a list, under the names of the contract. */
export const SUMMARY_COLUMNS = `
  t.wf_run_id AS "wfRunId", t.guid, t.wf_spec_name AS "wfSpecName", t.user_task_def_name AS "userTaskDefName",
  t.user_task_def_version AS "userTaskDefVersion", t.title, t.titles, t.context, t.status, t.user_id AS "userId",
  t.user_group AS "userGroup", t.requester, t.priority, t.due_at AS "dueAt",
  t.follow_up_at AS "followUpAt", t.urgency_at AS "urgencyAt", t.created_at AS "createdAt", t.ended_at AS "endedAt",
  t.suspended_at AS "suspendedAt", t.version, t.epoch,
  t.has_draft AS "hasDraft", t.comment_count AS "commentCount"`;

/** A task with all that belongs to it as one JSON value, or null; takes the expressions that name it. */
export const userTaskQuery = (tenant: string, family: string, run: string, guid: string): string => {
  const named = (x: string) =>
    `${x}.tenant_id = ${tenant} AND ${x}.family_id = ${family} AND ${x}.wf_run_id = ${run} AND ${x}.guid = ${guid}`;
  return `
  SELECT json_build_object(
    'summary', (SELECT row_to_json(s) FROM (SELECT ${SUMMARY_COLUMNS}) s),
    'inner', json_build_object(
      'threadRunNumber', t.thread_run_number, 'position', t.position, 'nextEventSeq', t.next_event_seq,
      'nextCommentId', t.next_comment_id, 'endedBy', t.ended_by
    ),
    'notes', d.notes, 'details', coalesce(d.details, '[]'), 'excludeUsers', coalesce(t.exclude_users, '[]'),
    'leftRun', CASE WHEN t.wf_run_id <> t.family_id THEN (
      SELECT r.state FROM wf_run r WHERE r.tenant_id = t.tenant_id AND r.id = t.wf_run_id
    ) END,
    'draft', CASE WHEN t.has_draft THEN (
      SELECT json_build_object('results', x.results, 'saving', x.saving) FROM user_task_draft x
      WHERE ${named('x')}
    ) END,
    'events', (
      SELECT coalesce(json_agg(json_build_object(
        'seq', e.seq, 'at', e.at, 'actorKind', e.actor_kind, 'actorId', e.actor_id, 'onBehalfOf', e.on_behalf_of,
        'cause', e.cause, 'reason', e.reason, 'hash', encode(e.hash, 'hex'), 'body', e.body
      ) ORDER BY e.seq), '[]') FROM user_task_event e
      WHERE ${named('e')}
    )
  )
  FROM user_task_run t JOIN user_task_detail d USING (tenant_id, family_id, wf_run_id, guid)
  WHERE ${named('t')}`;
};

type EventRow = {
  seq: number;
  at: string;
  actorKind: UserTaskEvent['actorKind'];
  actorId: string | null;
  onBehalfOf: string | null;
  cause: Cause;
  reason: string | null;
  hash: string;
  body: JsonValue;
};

/** What `userTaskQuery` gives; instants as PostgreSQL writes them. */
export type UserTaskJson = Omit<UserTaskView, 'events' | 'results' | 'draft' | 'inner'> & {
  events: EventRow[];
  inner: Omit<UserTaskView['inner'], 'saving'>;
  draft: { results: JsonObject; saving: SavingState } | null;
  /** Its run, when that is a child that has left the family. */
  leftRun: unknown;
};

/** An instant of the wire, from one of the engine or of PostgreSQL. */
export const timestampOf = (at: Instant | string | Date): string => new Date(at).toISOString();

const timestampOrNull = (at: Instant | string | Date | null): string | null => (at === null ? null : timestampOf(at));
const instantOf = (at: string | null): Instant | null => (at === null ? null : Date.parse(at));

/** A summary whose instants came from PostgreSQL. */
export type SummaryInstants = Record<'createdAt' | 'urgencyAt', string | Date> &
  Record<'dueAt' | 'followUpAt' | 'endedAt' | 'suspendedAt', string | Date | null>;
export function summaryOf<T extends SummaryInstants>(row: T) {
  return {
    ...row,
    dueAt: timestampOrNull(row.dueAt),
    followUpAt: timestampOrNull(row.followUpAt),
    urgencyAt: timestampOf(row.urgencyAt),
    createdAt: timestampOf(row.createdAt),
    endedAt: timestampOrNull(row.endedAt),
    suspendedAt: timestampOrNull(row.suspendedAt),
  };
}

export function viewOf({ leftRun: _, ...json }: UserTaskJson): UserTaskView {
  const { draft } = json;
  const events = json.events.map(({ body, at, ...head }) => ({
    ...head,
    at: timestampOf(at),
    ...(body as UserTaskEventBody),
  }));
  return {
    ...json,
    summary: summaryOf(json.summary),
    results: resultsIn(events),
    draft: draft && draftOf(draft.results, draft.saving),
    inner: { ...json.inner, saving: draft?.saving ?? null },
    events,
  };
}

function draftOf(results: JsonObject, { savedBy, at, fields }: SavingState): Draft {
  const each = Object.entries(fields).map(([field, one]) => [
    field,
    { savedBy: one.savedBy, savedAt: timestampOf(one.at) },
  ]);
  return { results, savedBy, savedAt: timestampOf(at), fields: Object.fromEntries(each) };
}

/** What the task was completed with: the history alone has it. */
function resultsIn(events: UserTaskEvent[]): JsonObject | null {
  const last = events.findLast(({ type }) => type === 'COMPLETED');
  return last?.type === 'COMPLETED' ? last.results : null;
}

/** The engine's state of a task that has left the family, from its rows. */
export function stateOf(view: UserTaskView): UserTaskRunState {
  const { summary, inner, notes, excludeUsers, results } = view;
  return {
    ...inner,
    guid: summary.guid,
    userTaskDefName: summary.userTaskDefName,
    userTaskDefVersion: summary.userTaskDefVersion,
    title: summary.title,
    ...(summary.titles && { titles: summary.titles }),
    context: summary.context,
    notes,
    requester: summary.requester,
    priority: summary.priority,
    dueAt: instantOf(summary.dueAt),
    followUpAt: instantOf(summary.followUpAt),
    excludeUsers,
    status: summary.status,
    userId: summary.userId,
    userGroup: summary.userGroup,
    epoch: summary.epoch,
    version: summary.version,
    createdAt: Date.parse(summary.createdAt),
    endedAt: instantOf(summary.endedAt),
    // It has ended: nothing can halt it, and nothing comes next.
    suspendedAt: null,
    hooks: [],
    firings: {},
    results,
    lastHash: view.events.at(-1)?.hash ?? null,
    ...hydration(view),
  };
}

/** What the family's row leaves out of a task. */
export function hydration(view: UserTaskView): Pick<UserTaskRunState, 'draft' | 'saving' | 'comments' | 'details'> {
  const comments = allComments(view.events).map(({ id, userId, text, deleted }) => [id, { userId, text, deleted }]);
  return {
    draft: view.draft?.results ?? null,
    saving: view.inner.saving,
    comments: Object.fromEntries(comments),
    details: view.details,
  };
}

/** The comments that stand, oldest first. */
export function commentsOf(events: UserTaskEvent[]): Comment[] {
  return allComments(events)
    .filter(({ deleted }) => !deleted)
    .map(({ deleted: _, ...comment }) => comment);
}

/** Who is answerable for an event: the person acted for, or the one who acted. */
const personOf = ({ actorId, onBehalfOf }: Pick<UserTaskEvent, 'actorId' | 'onBehalfOf'>): string =>
  onBehalfOf ?? actorId ?? '';

function allComments(events: UserTaskEvent[]): (Comment & { deleted: boolean })[] {
  const comments = new Map<number, Comment & { deleted: boolean }>();
  for (const event of events) {
    if (event.type === 'COMMENT_ADDED') {
      const { commentId: id, text, at: createdAt } = event;
      comments.set(id, { id, userId: personOf(event), text, createdAt, editedAt: null, deleted: false });
    } else if (event.type === 'COMMENT_EDITED' || event.type === 'COMMENT_DELETED') {
      const comment = comments.get(event.commentId);
      if (!comment) continue;
      const change = event.type === 'COMMENT_EDITED' ? { text: event.text, editedAt: event.at } : { deleted: true };
      comments.set(event.commentId, { ...comment, ...change });
    }
  }
  return [...comments.values()];
}

/** The task as it stands after a step, without reading it again. */
export function viewAfter(
  before: UserTaskView,
  run: WfRunState,
  state: UserTaskRunState,
  records: EngineRecord[],
): UserTaskView {
  const events = [...before.events];
  let { draft } = before;
  for (const record of records) {
    if (!('guid' in record) || record.guid !== state.guid || record.wfRunId !== run.id) continue;
    if (record.type === 'UserTaskEventAppended') events.push(eventOf(record));
    if (record.type === 'UserTaskDraftSaved') {
      draft = draftOf(record.results, record.saving);
    }
  }
  if (isFinished(state.status)) draft = null;
  const { threadRunNumber, position, nextEventSeq, nextCommentId, endedBy, saving } = state;
  return {
    summary: {
      ...before.summary,
      userTaskDefVersion: state.userTaskDefVersion,
      title: state.title,
      context: state.context,
      status: state.status,
      userId: state.userId,
      userGroup: state.userGroup,
      endedAt: timestampOrNull(state.endedAt),
      suspendedAt: timestampOrNull(state.suspendedAt),
      version: state.version,
      epoch: state.epoch,
      hasDraft: draft !== null,
      commentCount: commentsOf(events).length,
    },
    notes: state.notes,
    details: before.details,
    excludeUsers: before.excludeUsers,
    results: state.results,
    draft,
    events,
    inner: { threadRunNumber, position, nextEventSeq, nextCommentId, endedBy, saving },
  };
}

/** The task as it stands after the step in which it arrived. */
export function viewOfArrival(run: WfRunState, state: UserTaskRunState, records: EngineRecord[]): UserTaskView {
  const nothing: UserTaskView = {
    summary: {
      wfRunId: run.id,
      guid: state.guid,
      wfSpecName: run.wfSpec.name,
      userTaskDefName: state.userTaskDefName,
      userTaskDefVersion: state.userTaskDefVersion,
      title: state.title,
      titles: state.titles ?? null,
      context: state.context,
      status: state.status,
      userId: state.userId,
      userGroup: state.userGroup,
      requester: state.requester,
      priority: state.priority,
      dueAt: timestampOrNull(state.dueAt),
      followUpAt: timestampOrNull(state.followUpAt),
      urgencyAt: timestampOf(urgencyAt(state)),
      createdAt: timestampOf(state.createdAt),
      endedAt: null,
      suspendedAt: null,
      version: state.version,
      epoch: state.epoch,
      hasDraft: false,
      commentCount: 0,
    },
    notes: state.notes,
    details: state.details,
    excludeUsers: state.excludeUsers,
    results: null,
    draft: null,
    events: [],
    inner: { ...state },
  };
  return viewAfter(nothing, run, state, records);
}

type Appended = Extract<EngineRecord, { type: 'UserTaskEventAppended' }>;

function eventOf({ seq, at, actor, cause, reason, hash, body }: Appended): UserTaskEvent {
  return {
    seq,
    at: timestampOf(at),
    actorKind: actor.kind,
    actorId: actor.id,
    onBehalfOf: actor.onBehalfOf,
    cause,
    reason,
    hash,
    ...body,
  };
}
