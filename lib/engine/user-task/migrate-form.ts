// MigrateUserTask: an open task goes on with a newer version of its form, and what of its draft fits there (decision 10).
import { checkDraft } from '#contracts/form-rules.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { CommandOf } from '../command.ts';
import { refuse } from '../refuse.ts';
import { record } from '../work.ts';
import { changeUserTask, type TaskSite } from './change-user-task.ts';
import { refuseFinished, refuseStale } from './refuse-user-task.ts';

export function migrateUserTask(site: TaskSite, command: CommandOf<'MigrateUserTask'>): Refusal | null {
  const { work, run, task } = site;
  const { actor, userId, at, userTaskDefVersion: after } = command;
  const { userTaskDefName: name, userTaskDefVersion: before } = task;
  const refusal = refuseFinished(task) ?? refuseStale(task, command.expectedVersion);
  if (refusal) return refusal;
  if (after === before) return null;
  if (after < before)
    return refuse('FAILED_PRECONDITION', `This task has version ${before} of ${name}, which is newer`);
  const form = work.world.userTaskDef(name, after);
  if (!form) return refuse('NOT_FOUND', `There is no UserTaskDef ${name} ${after}`);

  const entries = Object.entries(task.draft ?? {});
  const fits = ([field, value]: (typeof entries)[number]) => checkDraft(form.fields, { [field]: value }).ok;
  const kept = entries.filter(fits);
  const dropped = entries.filter((entry) => !fits(entry)).map(([field]) => field);
  const draft = task.draft && Object.fromEntries(kept);
  changeUserTask(
    site,
    { userTaskDefVersion: after, version: task.version + 1, draft },
    { why: { actor, cause: 'migrate', reason: null }, body: { type: 'MIGRATED', before, after, dropped } },
  );
  if (draft === null || dropped.length === 0) return null;
  record(work, `user-task-draft ${run.id} ${task.guid}`, {
    type: 'UserTaskDraftSaved',
    wfRunId: run.id,
    guid: task.guid,
    results: draft,
    savedBy: userId,
    at,
  });
  return null;
}
