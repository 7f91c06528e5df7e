// What the checks of one node share: where it stands, what it may refer to, and how a finding is reported.
import type { TaskDef } from '#contracts/task-def.ts';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import type { ThreadSpec } from '#contracts/wf-spec.ts';

/** What a WfSpec may refer to, as it is when the WfSpec is put. */
export type Definitions = {
  taskDef: (name: string) => TaskDef | undefined;
  /** Without a version, the latest. */
  userTaskDef: (name: string, version: number | undefined) => UserTaskDef | undefined;
};

export type NodeCheck = {
  threadSpec: ThreadSpec;
  definitions: Definitions;
  /** `path` starts at the node: `edges.0.condition`. */
  report: (path: string, message: string) => void;
};
