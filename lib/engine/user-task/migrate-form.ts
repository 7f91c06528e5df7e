// MigrateUserTask: an open task goes on with a newer version of its form, and what of its draft fits there (decision 10).
import { checkDraft } from '#contracts/form-rules.ts';
import type { JsonValue } from '#contracts/json.ts';
import type { Refusal } from '#contracts/problem.ts';
import { because } from '#contracts/reasons.ts';
import type { CommandOf } from '../command.ts';
import { refuse } from '../refuse.ts';
import type { TaskSite } from '../work.ts';
import { changeUserTask } from './change-user-task.ts';
import { refuseFinished, refuseStale } from './refuse-user-task.ts';
import { endSitting, writeDraft } from './sitting.ts';

export function migrateUserTask(site: TaskSite, command: CommandOf<'MigrateUserTask'>): Refusal | null {
  const { work, task } = site;
  const { actor, userId, at, userTaskDefVersion: after } = command;
  const { userTaskDefName: name, userTaskDefVersion: before } = task;
  const refusal = refuseFinished(task) ?? refuseStale(task, command.expectedVersion);
  if (refusal) return refusal;
  if (after === before) return null;
  if (after < before) return refuse('FAILED_PRECONDITION', because('formIsNewer', { version: before, name }));
  const form = work.world.userTaskDef(name, after);
  if (!form) return refuse('NOT_FOUND', `There is no UserTaskDef ${name} ${after}`);

  endSitting(site);
  const entries = Object.entries<JsonValue>(site.task.draft ?? {});
  const fits = ([field, value]: (typeof entries)[number]) => checkDraft(form.fields, { [field]: value }).ok;
  const kept = entries.filter(fits);
  const dropped = entries.filter((entry) => !fits(entry)).map(([field]) => field);
  const { version, saving } = site.task;
  changeUserTask(
    site,
    { userTaskDefVersion: after, version: version + 1 },
    { why: { actor, cause: 'migrate', reason: null }, body: { type: 'MIGRATED', before, after, dropped } },
  );
  if (saving === null || dropped.length === 0) return null;
  const fields = Object.fromEntries(Object.entries(saving.fields).filter(([field]) => !dropped.includes(field)));
  writeDraft(site, Object.fromEntries(kept), { ...saving, savedBy: userId, at, fields });
  return null;
}
