// Definitions as they are stored: the body as it was put, checked once more by the schema of its kind when it is read.
import { z } from 'zod';
import {
  type ExternalEventDef,
  externalEventDefBody,
  type WorkflowEventDef,
  workflowEventDefBody,
} from '#contracts/event-def.ts';
import { type MigrationPlan, migrationPlanBody } from '#contracts/migration-plan.ts';
import { type StructDef, structDefBody } from '#contracts/struct-def.ts';
import { type TaskDef, taskDefBody } from '#contracts/task-def.ts';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import { userTaskDefBody } from '#contracts/user-task-def-shape.ts';
import { variableType } from '#contracts/value-shape.ts';
import { frozenVariable, type WfSpec, wfSpecBody } from '#contracts/wf-spec.ts';

/** What can be put by name, under the names that people read. */
export type DefinitionOf = {
  TaskDef: TaskDef;
  UserTaskDef: UserTaskDef;
  StructDef: StructDef;
  ExternalEventDef: ExternalEventDef;
  WorkflowEventDef: WorkflowEventDef;
  WfSpec: WfSpec;
  MigrationPlan: MigrationPlan;
};
export type DefinitionKind = keyof DefinitionOf;

/** Names one version of a definition: `3.0` for version 3 of a form or a struct, `0.0` for what has no versions. */
export type DefinitionId<K extends DefinitionKind = DefinitionKind> = {
  kind: K;
  name: string;
  major: number;
  revision: number;
};

export type DefinitionRow<K extends DefinitionKind = DefinitionKind> = DefinitionId<K> & {
  body: unknown;
  createdAt: Date;
};

// Specs that were put before variables were frozen have no list of them.
const storedWfSpec = wfSpecBody.extend({
  frozenVariables: z.array(frozenVariable).default([]),
  resultType: variableType.optional(),
});

type Head = { name: string; major: number; revision: number; createdAt: string };

const READERS: { [K in DefinitionKind]: (body: unknown, head: Head) => DefinitionOf[K] } = {
  TaskDef: (body, { name, createdAt }) => ({ ...taskDefBody.parse(body), name, createdAt }),
  UserTaskDef: (body, { name, major: version, createdAt }) => ({
    ...userTaskDefBody.parse(body),
    name,
    version,
    createdAt,
  }),
  StructDef: (body, { name, major: version, createdAt }) => ({
    ...structDefBody.parse(body),
    name,
    version,
    createdAt,
  }),
  ExternalEventDef: (body, { name, createdAt }) => ({ ...externalEventDefBody.parse(body), name, createdAt }),
  WorkflowEventDef: (body, { name, createdAt }) => ({ ...workflowEventDefBody.parse(body), name, createdAt }),
  WfSpec: (body, { name, major: majorVersion, revision, createdAt }) => ({
    ...storedWfSpec.parse(body),
    name,
    majorVersion,
    revision,
    createdAt,
  }),
  MigrationPlan: (body, { name, createdAt }) => ({ ...migrationPlanBody.parse(body), name, createdAt }),
};

export function definitionOf<K extends DefinitionKind>(row: DefinitionRow<K>): DefinitionOf[K] {
  const { name, major, revision, createdAt } = row;
  return READERS[row.kind](row.body, { name, major, revision, createdAt: createdAt.toISOString() });
}
