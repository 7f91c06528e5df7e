// The world of a step: the definitions that the family may need. A version never changes, so it may be cached for ever.
import type { ExternalEventDef, WorkflowEventDef } from '#contracts/event-def.ts';
import type { StructDef } from '#contracts/struct-def.ts';
import type { TaskDef } from '#contracts/task-def.ts';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import type { WfSpec, WfSpecId } from '#contracts/wf-spec.ts';

/** Each gives undefined for what does not exist, and throws NotLoaded for what has to be loaded first. */
export type World = {
  wfSpec: (id: WfSpecId) => WfSpec | undefined;
  /** The latest version, or the latest revision of a major version, as it is now. */
  latestWfSpec: (name: string, majorVersion: number | undefined) => WfSpec | undefined;
  taskDef: (name: string) => TaskDef | undefined;
  userTaskDef: (name: string, version: number) => UserTaskDef | undefined;
  externalEventDef: (name: string) => ExternalEventDef | undefined;
  workflowEventDef: (name: string) => WorkflowEventDef | undefined;
  structDef: (name: string, version: number) => StructDef | undefined;
  limits: Limits;
};

/** Bounds of a step and of a run; each is a setting (README, configuration). */
export type Limits = {
  /** Passes over a family's threads that one command may cause before a run is taken for a tight loop. */
  fuel: number;
  /** ThreadRuns that a WfRun may hold. */
  threadsPerRun: number;
  /** WfRuns that a family may hold: children that have ended and were waited for do not count. */
  runsPerFamily: number;
  /** Bytes of one value, as JSON. */
  valueBytes: number;
};

export const DEFAULT_LIMITS: Limits = { fuel: 512, threadsPerRun: 65, runsPerFamily: 1000, valueBytes: 1_000_000 };

/** What a step turned out to need: who handed in the world loads it and steps again. The family was not touched. */
export type Needed =
  | { type: 'wfSpec'; id: WfSpecId }
  | { type: 'latestWfSpec'; name: string; majorVersion: number | undefined }
  | { type: 'taskDef'; name: string }
  | { type: 'userTaskDef'; name: string; version: number };

export class NotLoaded extends Error {
  override name = 'NotLoaded';
  readonly needed: Needed;

  constructor(needed: Needed) {
    super(`Not loaded: ${JSON.stringify(needed)}`);
    this.needed = needed;
  }
}
