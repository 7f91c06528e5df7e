// Operations on definitions: what can be put by name, read, listed and deleted while nothing uses it.
import { z } from 'zod';
import { definitionUse, USER_TASK_DEF_SORTS, userTaskDefSummary, userTaskDefUse } from '../definition-use.ts';
import { DIAGRAM_DIRECTIONS, wfSpecDiagram } from '../diagram.ts';
import { externalEventDef, externalEventDefBody, workflowEventDef, workflowEventDefBody } from '../event-def.ts';
import { migrationPlan, migrationPlanBody } from '../migration-plan.ts';
import { countInAddress, docketName, nodeName } from '../names.ts';
import { pageOf, pageQuery } from '../pagination.ts';
import { simulation, simulationBody } from '../simulation.ts';
import { structDef, structDefBody } from '../struct-def.ts';
import { taskDef, taskDefBody } from '../task-def.ts';
import { userTaskDef, userTaskDefBody } from '../user-task-def-shape.ts';
import { wfSpec, wfSpecBody, wfSpecVersion } from '../wf-spec.ts';
import { operation } from './operation.ts';

const named = z.strictObject({ name: docketName });
const versioned = named.extend({ version: countInAddress });
const specVersioned = named.extend({ version: wfSpecVersion });

const read = { user: 'any', scope: 'read' } as const;
const write = { user: 'admin', scope: 'definitions' } as const;
const tag = 'Definitions';

/** A kind of definition: as it is written with its article, in an address, and as it is answered. */
type Kind<T extends z.ZodType> = { kind: `a ${string}` | `an ${string}`; path: `/${string}`; is: T };

const TASK_DEF = { kind: 'a TaskDef', path: '/task-defs', is: taskDef } as const;
const USER_TASK_DEF = { kind: 'a UserTaskDef', path: '/user-task-defs', is: userTaskDef } as const;
const STRUCT_DEF = { kind: 'a StructDef', path: '/struct-defs', is: structDef } as const;
const EXTERNAL_EVENT_DEF = {
  kind: 'an ExternalEventDef',
  path: '/external-event-defs',
  is: externalEventDef,
} as const;
const WORKFLOW_EVENT_DEF = { kind: 'a WorkflowEventDef', path: '/workflow-event-defs', is: workflowEventDef } as const;
const WF_SPEC = { kind: 'a WfSpec', path: '/wf-specs', is: wfSpec } as const;
const MIGRATION_PLAN = { kind: 'a MigrationPlan', path: '/migration-plans', is: migrationPlan } as const;

const plural = (kind: string): string => `${kind.replace(/^an? /, '')}s`;

/** Create one that never changes. */
const putOnce = <T extends z.ZodType, B extends z.ZodObject>({ kind, path, is }: Kind<T>, body: B) =>
  operation({
    method: 'PUT',
    path: `${path}/{name}`,
    tag,
    summary: `Create ${kind}`,
    description: `The same again is a no-op; a different one is refused, since ${kind} never changes.`,
    access: write,
    params: named,
    body,
    response: is,
    status: 200,
    errors: ['ALREADY_EXISTS', 'ABORTED'],
  });

const getOne = <T extends z.ZodType>({ kind, path, is }: Kind<T>, which = kind.toString()) =>
  operation({
    method: 'GET',
    path: `${path}/{name}`,
    tag,
    summary: `Get ${which}`,
    access: read,
    params: named,
    response: is,
    status: 200,
    errors: ['NOT_FOUND'],
  });

const getLatest = <T extends z.ZodType>(of: Kind<T>) => getOne(of, `the latest version of ${of.kind}`);

const search = <T extends z.ZodType>({ kind, path, is }: Kind<T>, how = 'by name') =>
  operation({
    method: 'GET',
    path,
    tag,
    summary: `List ${plural(kind)} ${how}`,
    access: read,
    query: pageQuery.extend({ prefix: z.string().max(128).optional() }),
    response: pageOf(is),
    status: 200,
    errors: [],
  });

const searchLatest = <T extends z.ZodType>(of: Kind<T>) => search(of, 'by name, each in its latest version');

const listVersions = <T extends z.ZodType>({ kind, path, is }: Kind<T>) =>
  operation({
    method: 'GET',
    path: `${path}/{name}/versions`,
    tag,
    summary: `List the versions of ${kind}, newest first`,
    access: read,
    params: named,
    query: pageQuery,
    response: pageOf(is),
    status: 200,
    errors: ['NOT_FOUND'],
  });

const getVersion = <T extends z.ZodType, P extends z.ZodObject>({ kind, path, is }: Kind<T>, params: P, written = '') =>
  operation({
    method: 'GET',
    path: `${path}/{name}/versions/{version}`,
    tag,
    summary: `Get one version of ${kind}${written}`,
    access: read,
    params,
    response: is,
    status: 200,
    errors: ['NOT_FOUND'],
  });

/** What hangs on one, for whoever changes or deletes it. */
const getUse = <T extends z.ZodType, U extends z.ZodType>({ kind, path }: Kind<T>, what: string, is: U) =>
  operation({
    method: 'GET',
    path: `${path}/{name}/use`,
    tag,
    summary: `Get ${what} of ${kind}`,
    access: { user: 'admin', scope: 'read' },
    params: named,
    response: is,
    status: 200,
    errors: ['NOT_FOUND'],
  });

const deleteOne = <T extends z.ZodType>({ kind, path }: Kind<T>) =>
  operation({
    method: 'DELETE',
    path: `${path}/{name}`,
    tag,
    summary: `Delete ${kind} that nothing uses`,
    access: write,
    params: named,
    status: 204,
    errors: ['NOT_FOUND', 'FAILED_PRECONDITION'],
  });

const deleteVersion = <T extends z.ZodType, P extends z.ZodObject>({ kind, path }: Kind<T>, params: P) =>
  operation({
    method: 'DELETE',
    path: `${path}/{name}/versions/{version}`,
    tag,
    summary: `Delete a version of ${kind} that nothing uses`,
    access: write,
    params,
    status: 204,
    errors: ['NOT_FOUND', 'FAILED_PRECONDITION'],
  });

export const definitionOperations = {
  putTaskDef: putOnce(TASK_DEF, taskDefBody),
  getTaskDef: getOne(TASK_DEF),
  searchTaskDefs: search(TASK_DEF),
  getTaskDefUse: getUse(TASK_DEF, 'the users', definitionUse),
  deleteTaskDef: deleteOne(TASK_DEF),

  putUserTaskDef: operation({
    method: 'PUT',
    path: '/user-task-defs/{name}',
    tag,
    summary: 'Create a UserTaskDef, or its next version',
    description:
      'Identical to the latest version: that version. Different: the next one. Open tasks keep the version they were made from. With `latest` it is refused when somebody else put another meanwhile.',
    access: write,
    params: named,
    query: z.strictObject({
      latest: z
        .union([countInAddress, z.literal('none')])
        .optional()
        .meta({ description: 'The latest version that the caller saw; `none` for a new name.' }),
    }),
    body: userTaskDefBody,
    response: userTaskDef,
    status: 200,
    errors: ['ABORTED'],
  }),
  getUserTaskDef: getLatest(USER_TASK_DEF),
  listUserTaskDefVersions: listVersions(USER_TASK_DEF),
  getUserTaskDefVersion: getVersion(USER_TASK_DEF, versioned),
  searchUserTaskDefs: searchLatest(USER_TASK_DEF),
  summarizeUserTaskDefs: operation({
    method: 'GET',
    path: '/metrics/user-task-defs',
    tag,
    summary: 'List UserTaskDefs with how much of each is open, overdue and done, how old it is, and who uses it',
    access: { user: 'admin', scope: 'read' },
    query: pageQuery.extend({
      q: z.string().min(1).max(200).optional().meta({ description: 'Looked for in the name and the title.' }),
      sort: z.enum(USER_TASK_DEF_SORTS).default('name'),
    }),
    response: pageOf(userTaskDefSummary),
    status: 200,
    errors: [],
  }),
  getUserTaskDefUse: getUse(USER_TASK_DEF, 'the users and the open tasks', userTaskDefUse),
  deleteUserTaskDefVersion: deleteVersion(USER_TASK_DEF, versioned),

  putStructDef: operation({
    method: 'PUT',
    path: '/struct-defs/{name}',
    tag,
    summary: 'Create a StructDef, or its next version',
    description:
      'Identical to the latest version: that version. A change that the present values of the latest version would still fit is the next one; any other is refused. Structs that it names without a version are pinned to their latest.',
    access: write,
    params: named,
    body: structDefBody,
    response: structDef,
    status: 200,
    errors: ['ALREADY_EXISTS', 'FAILED_PRECONDITION', 'ABORTED'],
  }),
  getStructDef: getLatest(STRUCT_DEF),
  listStructDefVersions: listVersions(STRUCT_DEF),
  getStructDefVersion: getVersion(STRUCT_DEF, versioned),
  searchStructDefs: searchLatest(STRUCT_DEF),
  deleteStructDefVersion: deleteVersion(STRUCT_DEF, versioned),

  putExternalEventDef: putOnce(EXTERNAL_EVENT_DEF, externalEventDefBody),
  getExternalEventDef: getOne(EXTERNAL_EVENT_DEF),
  searchExternalEventDefs: search(EXTERNAL_EVENT_DEF),
  deleteExternalEventDef: deleteOne(EXTERNAL_EVENT_DEF),

  putWorkflowEventDef: putOnce(WORKFLOW_EVENT_DEF, workflowEventDefBody),
  getWorkflowEventDef: getOne(WORKFLOW_EVENT_DEF),
  searchWorkflowEventDefs: search(WORKFLOW_EVENT_DEF),
  deleteWorkflowEventDef: deleteOne(WORKFLOW_EVENT_DEF),

  putWfSpec: operation({
    method: 'PUT',
    path: '/wf-specs/{name}',
    tag,
    summary: 'Create a WfSpec, or its next version',
    description:
      'Identical to the latest version: that version. A change to the required inputs, the PUBLIC variables or the type of the output is a new major version, any other a new revision, so far as the `allowedUpdates` of the latest version let it. What is wrong is named with its thread and node.',
    access: write,
    params: named,
    body: wfSpecBody,
    response: wfSpec,
    status: 200,
    errors: ['ALREADY_EXISTS', 'FAILED_PRECONDITION', 'PAYLOAD_TOO_LARGE', 'ABORTED'],
  }),
  simulateWfSpec: operation({
    method: 'POST',
    path: '/wf-specs/simulate',
    tag,
    summary: 'Simulate a run: what would come while a stretch of time goes by',
    description:
      'Plays a WfSpec, stored or given in full, by the engine itself in pretended time, and stores nothing. Tasks succeed at once unless `answers` says otherwise; user tasks stay open unless it says how they are completed, and when. Events from outside do not come.',
    access: write,
    body: simulationBody,
    response: simulation,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  getWfSpec: getLatest(WF_SPEC),
  listWfSpecVersions: listVersions(WF_SPEC),
  getWfSpecVersion: getVersion(WF_SPEC, specVersioned, ', written like 1.0'),
  getWfSpecDiagram: operation({
    method: 'GET',
    path: '/wf-specs/{name}/versions/{version}/diagram',
    tag,
    summary: 'Get one version of a WfSpec as a picture, laid out',
    description:
      'Boxes and lines in a system of coordinates that begins at the top left. With `thread` that thread alone.',
    access: read,
    params: specVersioned,
    query: z.strictObject({
      direction: z.enum(DIAGRAM_DIRECTIONS).default('RIGHT'),
      thread: nodeName.optional(),
    }),
    response: wfSpecDiagram,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  searchWfSpecs: searchLatest(WF_SPEC),
  deleteWfSpecVersion: deleteVersion(WF_SPEC, specVersioned),

  putMigrationPlan: putOnce(MIGRATION_PLAN, migrationPlanBody),
  getMigrationPlan: getOne(MIGRATION_PLAN),
  searchMigrationPlans: search(MIGRATION_PLAN),
  deleteMigrationPlan: deleteOne(MIGRATION_PLAN),
};
