// SaveUserTask and CompleteUserTask: what people enter (decisions 1, 4, 6).
import { sameAnswer } from '#contracts/form/answer-text.ts';
import { defaultAnswers, mergeDraft } from '#contracts/form/merge-draft.ts';
import { checkComplete, checkDraft } from '#contracts/form-rules.ts';
import { type JsonObject, jsonEquals } from '#contracts/json.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import type { Cause } from '#contracts/user-task-run.ts';
import type { CommandOf } from '../command.ts';
import { must } from '../invariant.ts';
import { lookup } from '../lookup.ts';
import { refuseInvalid } from '../refuse.ts';
import { settle } from '../settle.ts';
import { siteOf, type TaskSite } from '../work.ts';
import { endUserTask, ownersOf, setOwners } from './change-user-task.ts';
import { noteAct } from './hook-state.ts';
import { refuseExcluded, refuseFinished, refuseStale, refuseSuspended, refuseTaken } from './refuse-user-task.ts';
import { endSitting, saveDraft } from './sitting.ts';

/** Lays answers over the draft; once the sitting ends, the history says which fields changed, and nothing if none did. */
export function saveUserTask(site: TaskSite, command: CommandOf<'SaveUserTask'>): Refusal | null {
  const { task } = site;
  const { userId, actor } = command;
  const refusal = refuseFinished(task) ?? refuseStale(task, command.expectedVersion);
  if (refusal) return refusal;
  if (!command.ignoreClaim && task.userId !== null && task.userId !== userId) return refuseTaken(task);
  const fields = fieldsOf(site);
  const check = checkDraft(fields, command.results);
  if (!check.ok) return refuseInvalid(check.errors);

  const saved = task.draft ?? defaultAnswers(fields);
  const draft = mergeDraft(saved, check.results);
  const changed = Object.keys({ ...saved, ...draft }).filter(
    (field) => !sameAnswer(lookup(saved, field) ?? null, lookup(draft, field) ?? null),
  );
  if (changed.length > 0) saveDraft(site, { saved, draft, changed }, userId, actor);
  if (!command.isSittingOpen) endSitting(site);
  if (changed.length > 0) noteAct(site, userId);
  return null;
}

/** Ends the task with its answers and lets the workflow go on; the very same call again changes nothing. */
export function completeUserTask(site: TaskSite, command: CommandOf<'CompleteUserTask'>): Refusal | null {
  const { work, run, task } = site;
  const { userId, actor, results } = command;
  const fields = fieldsOf(site);
  if (task.status === 'DONE' && task.endedBy === userId && saysTheSame(fields, results, task.results ?? {}))
    return null;
  const refusal =
    refuseFinished(task) ??
    refuseSuspended(task) ??
    refuseExcluded(task, userId) ??
    refuseStale(task, command.expectedVersion);
  if (refusal) return refusal;
  const check = checkComplete(fields, results, task.draft ?? defaultAnswers(fields));
  if (!check.ok) return refuseInvalid(check.errors);

  endSitting(site);
  if (task.userId !== userId) {
    const after = { userId, userGroup: task.userGroup };
    setOwners(site, ownersOf(task), after, { actor, cause: handOverCause(site, command), reason: null });
  }
  endUserTask(
    site,
    { status: 'DONE', results: check.results, endedBy: userId },
    { actor, cause: 'complete', reason: null },
    { type: 'COMPLETED', results: check.results },
  );
  settle(siteOf(work, run, task.threadRunNumber), check.results);
  return null;
}

/** How one who did not have the task came to complete it. */
function handOverCause({ task }: TaskSite, { actor }: CommandOf<'CompleteUserTask'>): Cause {
  if (actor.kind === 'admin') return 'take-over';
  return task.userId === null ? 'claim' : 'completion';
}

/** Answers laid over the results leave them as they are. */
function saysTheSame(fields: UserTaskField[], given: JsonObject, results: JsonObject): boolean {
  const check = checkComplete(fields, given, results);
  return check.ok && jsonEquals(check.results, results);
}

function fieldsOf({ work, task }: TaskSite): UserTaskField[] {
  const { userTaskDefName: name, userTaskDefVersion: version } = task;
  return must(work.world.userTaskDef(name, version), `No UserTaskDef ${name} ${version} in the world`).fields;
}
