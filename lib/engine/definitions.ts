// What a WfSpec may refer to when it is put.
import type { TaskDef } from '#contracts/task-def.ts';
import type { UserTaskDef } from '#contracts/user-task-def.ts';

/** Definitions by name, as they are now. */
export type Definitions = {
  taskDef: (name: string) => TaskDef | undefined;
  /** Without a version, the latest. */
  userTaskDef: (name: string, version: number | undefined) => UserTaskDef | undefined;
};
