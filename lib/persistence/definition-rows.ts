// Definitions as they are stored: the body as it was put, checked once more by its schema when it is read.
import { type TaskDef, taskDefBody } from '#contracts/task-def.ts';
import { type UserTaskDef, userTaskDefBody } from '#contracts/user-task-def.ts';
import { type WfSpec, wfSpecBody } from '#contracts/wf-spec.ts';
import type { TaskDefModel, UserTaskDefModel, WfSpecModel } from './generated/models.ts';

export function taskDefOf({ name, body, createdAt }: TaskDefModel): TaskDef {
  return { ...taskDefBody.parse(body), name, createdAt: createdAt.toISOString() };
}

export function userTaskDefOf({ name, version, body, createdAt }: UserTaskDefModel): UserTaskDef {
  return { ...userTaskDefBody.parse(body), name, version, createdAt: createdAt.toISOString() };
}

export function wfSpecOf({ name, majorVersion, revision, body, createdAt }: WfSpecModel): WfSpec {
  return { ...wfSpecBody.parse(body), name, majorVersion, revision, createdAt: createdAt.toISOString() };
}
