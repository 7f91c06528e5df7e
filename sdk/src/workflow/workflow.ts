// A workflow that is defined: its WfSpec, with all that must be there before it.
import type { z } from 'zod';
import type { CallOf } from '../../../lib/contracts/operations/table.ts';
import type { wfSpecBody } from '../../../lib/contracts/wf-spec.ts';
import type { StructDefinition, Type } from '../types/type.ts';
import type { ExternalEventDefinition, WorkflowEventDefinition } from './define-event.ts';
import type { TaskDefinition } from './define-task.ts';
import type { UserTaskDefinition } from './define-user-task.ts';

/** The key under which a workflow keeps its inputs as they were declared. */
export const INPUTS: unique symbol = Symbol('inputs');

export type DeclaredInput = { readonly type: Type; readonly required: boolean };

export type Workflow<Returns extends Type | undefined = Type | undefined> = {
  readonly name: string;
  /** What `client.putWfSpec` takes. */
  readonly spec: CallOf<'putWfSpec'>;
  readonly returns: Returns;
  /** The definitions that its steps use, in the order of their first use; a struct comes after those that it is made of. */
  readonly structDefs: readonly StructDefinition[];
  readonly taskDefs: readonly TaskDefinition[];
  readonly userTaskDefs: readonly UserTaskDefinition[];
  readonly externalEventDefs: readonly ExternalEventDefinition[];
  readonly workflowEventDefs: readonly WorkflowEventDefinition[];
  /** Its parent, and those that it runs. */
  readonly workflows: readonly Workflow[];
  readonly [INPUTS]: ReadonlyMap<string, DeclaredInput>;
};

type BodyInput = z.input<typeof wfSpecBody>;
export type WorkflowOptions<Returns extends Type | undefined> = {
  description?: string;
  /** The type of what a run returns, with `wf.return(value)`. */
  returns?: Returns;
  /** When a run that has ended is deleted. */
  retention?: { secondsAfterEnd: number };
  /** Runs are child runs of this workflow, and may inherit its PUBLIC variables. */
  parent?: Workflow | { wfSpecName: string; majorVersion?: number };
  allowedUpdates?: NonNullable<BodyInput['allowedUpdates']>;
};
