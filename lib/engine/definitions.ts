// What a WfSpec may refer to when it is put.
import type { ExternalEventDef, WorkflowEventDef } from '#contracts/event-def.ts';
import type { TaskDef } from '#contracts/task-def.ts';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import type { WfSpec } from '#contracts/wf-spec.ts';
import type { StructDefs } from './struct-defs.ts';

/** Definitions by name, as they are now. */
export type Definitions = StructDefs & {
  taskDef: (name: string) => TaskDef | undefined;
  /** Without a version, the latest. */
  userTaskDef: (name: string, version: number | undefined) => UserTaskDef | undefined;
  externalEventDef: (name: string) => ExternalEventDef | undefined;
  workflowEventDef: (name: string) => WorkflowEventDef | undefined;
  /** The latest revision of a major version; without one, the latest of all. */
  latestWfSpec: (name: string, majorVersion: number | undefined) => WfSpec | undefined;
};
