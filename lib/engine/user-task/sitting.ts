// What one person fills in without a long pause is one sitting, and one SAVED event, however often the draft was saved meanwhile (decision 6).
import type { Actor } from '#contracts/actor.ts';
import { sameAnswer } from '#contracts/form/answer-text.ts';
import type { JsonObject } from '#contracts/json.ts';
import { instantToText } from '#contracts/value.ts';
import type { SavingState } from '../family.ts';
import { lookup } from '../lookup.ts';
import { record, type TaskSite } from '../work.ts';
import { changeUserTask } from './change-user-task.ts';

const PAUSE_MS = 10 * 60_000;

/** Puts a draft in the place of what was `saved` last, as part of the sitting of who saves it. */
export function saveDraft(
  site: TaskSite,
  { saved, draft, changed }: { saved: JsonObject; draft: JsonObject; changed: string[] },
  by: string,
  actor: Actor,
): void {
  const { at } = site.work;
  const open = site.task.saving?.sitting;
  if (open && (!isSameActor(open.actor, actor) || at - open.until >= PAUSE_MS)) endSitting(site);
  const { fields, sitting } = site.task.saving ?? { fields: {}, sitting: null };
  const now = Object.fromEntries(changed.map((field) => [field, { savedBy: by, at }]));
  const before = Object.fromEntries(changed.map((field) => [field, lookup(saved, field) ?? null]));
  writeDraft(site, draft, {
    savedBy: by,
    at,
    fields: { ...fields, ...now },
    sitting: { actor, from: sitting?.from ?? at, until: at, before: { ...before, ...sitting?.before } },
  });
}

/** Ends the sitting that goes on, if the draft was loaded and one does: what it came to is told by one event. */
export function endSitting(site: TaskSite): void {
  const { draft, saving } = site.task;
  if (!draft || !saving?.sitting) return;
  const { actor, from, until, before } = saving.sitting;
  const changes = Object.keys(before)
    .map((field) => ({ field, before: before[field] ?? null, after: lookup(draft, field) ?? null }))
    .filter((change) => !sameAnswer(change.before, change.after));
  if (changes.length > 0) {
    const body = { type: 'SAVED' as const, from: instantToText(from), until: instantToText(until), changes };
    changeUserTask(site, {}, { why: { actor, cause: 'save', reason: null }, body });
  }
  writeDraft(site, draft, { ...saving, sitting: null });
}

/** Puts a draft in the place of the one that there is, without a word in the history. */
export function writeDraft(site: TaskSite, draft: JsonObject, saving: SavingState): void {
  changeUserTask(site, { draft, saving });
  const { work, run, task } = site;
  record(work, `user-task-draft ${run.id} ${task.guid}`, {
    type: 'UserTaskDraftSaved',
    wfRunId: run.id,
    guid: task.guid,
    results: draft,
    saving,
  });
}

const isSameActor = (a: Actor, b: Actor): boolean =>
  a.kind === b.kind && a.id === b.id && a.onBehalfOf === b.onBehalfOf;
