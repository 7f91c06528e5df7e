// The world of a step: the definitions that the family is pinned to. They never change, so they may be cached for ever.
import type { TaskDef } from '#contracts/task-def.ts';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import type { WfSpec, WfSpecId } from '#contracts/wf-spec.ts';

export type World = {
  wfSpec: (id: WfSpecId) => WfSpec | undefined;
  taskDef: (name: string) => TaskDef | undefined;
  userTaskDef: (name: string, version: number) => UserTaskDef | undefined;
};
