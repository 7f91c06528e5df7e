// MigrationPlan: how live runs of one WfSpec version move to another (semantics.md 12.2).
import { z } from 'zod';
import { variableAssignment } from './assignment.ts';
import { count, docketName, identifier, nodeName, timestamp } from './names.ts';

const version = z.strictObject({ majorVersion: count, revision: count });

/** A thread that stands at the node goes on at `to`, once the threads of the specs in `after` have moved. */
const nodeMigration = z.strictObject({ to: nodeName });

const threadMigration = z.strictObject({
  to: nodeName,
  nodes: z.record(nodeName, nodeMigration),
  variables: z
    .record(identifier, variableAssignment)
    .default({})
    .meta({ description: 'Variables of the new thread, worked out of the old one.' }),
  after: z.array(nodeName).max(50).default([]),
});

/** The body of `PUT /migration-plans/{name}`. A thread moves when it stands at a mapped node, or comes to one. */
export const migrationPlanBody = z.strictObject({
  description: z.string().max(2000).optional(),
  wfSpecName: docketName,
  from: version,
  to: version,
  threads: z.record(nodeName, threadMigration),
});
export type MigrationPlanBody = z.infer<typeof migrationPlanBody>;

export const migrationPlan = migrationPlanBody
  .extend({ name: docketName, createdAt: timestamp })
  .meta({ id: 'MigrationPlan' });
export type MigrationPlan = z.infer<typeof migrationPlan>;
