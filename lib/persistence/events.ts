// Events as rows, as an admin reads them: those that came to runs, and those that runs threw.
import type { ExternalEvent, WorkflowEvent } from '#contracts/event.ts';
import type { Database } from './database.ts';
import { run, type Statement } from './statement.ts';
import { timestampOf } from './user-task-view.ts';

const EXTERNAL = `e.wf_run_id AS "wfRunId", e.def_name AS "externalEventDefName", e.guid, e.content,
  e.created_at AS "createdAt", e.claimed_thread IS NOT NULL AS claimed, e.thread_run_number AS "threadRunNumber",
  e.position AS "nodeRunPosition"`;
const WORKFLOW = `e.wf_run_id AS "wfRunId", e.def_name AS "workflowEventDefName", e.number, e.content,
  e.created_at AS "createdAt", e.thread_run_number AS "threadRunNumber", e.position AS "nodeRunPosition"`;

/** What those who await an event of a run are woken by. */
export const eventsKey = (tenantId: string, wfRunId: string): string => JSON.stringify(['events', tenantId, wfRunId]);

type Row<E> = Omit<E, 'createdAt'> & { createdAt: Date };
const externalOf = (row: Row<ExternalEvent>): ExternalEvent => ({ ...row, createdAt: timestampOf(row.createdAt) });
const workflowOf = (row: Row<WorkflowEvent>): WorkflowEvent => ({ ...row, createdAt: timestampOf(row.createdAt) });

// A run that has not begun has no row: its events are in the family of its name.
const FAMILY = `(
  SELECT coalesce((SELECT r.family_id FROM wf_run r WHERE r.tenant_id = $1 AND r.id = $2), $2)
)`;

const OF_RUN: Statement = {
  name: 'list-external-events-of-run',
  text: `
SELECT ${EXTERNAL} FROM external_event e
WHERE e.tenant_id = $1 AND e.family_id = ${FAMILY} AND e.wf_run_id = $2 AND (e.created_at, e.guid) > ($3::timestamptz, $4)
ORDER BY e.created_at, e.guid LIMIT $5`,
};

/** One page, oldest first. */
export async function listExternalEventsOfRun(
  { pool }: Database,
  tenantId: string,
  wfRunId: string,
  { after, take }: { after: [createdAt: string, guid: string] | null; take: number },
): Promise<ExternalEvent[]> {
  const values = [tenantId, wfRunId, ...(after ?? ['-infinity', '']), take];
  return (await run<Row<ExternalEvent>>(pool, OF_RUN, values)).map(externalOf);
}

// The bare comparison of times is what the condition of the index follows from.
const searching = (claimed: string): string => `
SELECT ${EXTERNAL} FROM external_event e
WHERE e.tenant_id = $1 AND e.def_name = $2 AND e.created_at <= $3::timestamptz
  AND (e.created_at, e.wf_run_id, e.guid) < ($3::timestamptz, $4, $5) ${claimed}
ORDER BY e.created_at DESC, e.wf_run_id DESC, e.guid DESC LIMIT $6`;
const OF_DEF: Statement = { name: 'search-external-events', text: searching('') };
const CLAIMED: Statement = {
  name: 'search-claimed-external-events',
  text: searching('AND e.claimed_thread IS NOT NULL'),
};
const UNCLAIMED: Statement = {
  name: 'search-unclaimed-external-events',
  text: searching('AND e.claimed_thread IS NULL'),
};

/** One page of the events of a kind, newest first. */
export async function searchExternalEvents(
  { pool }: Database,
  tenantId: string,
  search: {
    defName: string;
    claimed: boolean | undefined;
    after: [createdAt: string, wfRunId: string, guid: string] | null;
    take: number;
  },
): Promise<ExternalEvent[]> {
  const { defName, claimed, after, take } = search;
  const statement = claimed === undefined ? OF_DEF : claimed ? CLAIMED : UNCLAIMED;
  const values = [tenantId, defName, ...(after ?? ['infinity', '', '']), take];
  return (await run<Row<ExternalEvent>>(pool, statement, values)).map(externalOf);
}

const THROWN: Statement = {
  name: 'list-workflow-events-of-run',
  text: `
SELECT ${WORKFLOW} FROM workflow_event e
WHERE e.tenant_id = $1 AND e.family_id = ${FAMILY} AND e.wf_run_id = $2
  AND (e.created_at, e.def_name, e.number) > ($3::timestamptz, $4, $5::int)
ORDER BY e.created_at, e.def_name, e.number LIMIT $6`,
};

/** One page of what a run threw, oldest first. */
export async function listWorkflowEventsOfRun(
  { pool }: Database,
  tenantId: string,
  wfRunId: string,
  { after, take }: { after: [createdAt: string, defName: string, number: number] | null; take: number },
): Promise<WorkflowEvent[]> {
  const values = [tenantId, wfRunId, ...(after ?? ['-infinity', '', -1]), take];
  return (await run<Row<WorkflowEvent>>(pool, THROWN, values)).map(workflowOf);
}

const FIRST: Statement = {
  name: 'find-first-workflow-event',
  text: `
SELECT ${WORKFLOW} FROM workflow_event e
WHERE e.tenant_id = $1 AND e.family_id = ${FAMILY} AND e.wf_run_id = $2
  AND ($3::text[] IS NULL OR e.def_name = ANY ($3)) AND e.def_name || '.' || e.number <> ALL ($4::text[])
ORDER BY e.created_at, e.def_name, e.number LIMIT 1`,
};

/** The first event of these kinds, any when null, that a run threw and that is not among `ignored`, each written `name.number`. */
export async function findFirstWorkflowEvent(
  { pool }: Database,
  tenantId: string,
  wfRunId: string,
  { defNames, ignored }: { defNames: string[] | null; ignored: string[] },
): Promise<WorkflowEvent | null> {
  const [row] = await run<Row<WorkflowEvent>>(pool, FIRST, [tenantId, wfRunId, defNames, ignored]);
  return row ? workflowOf(row) : null;
}
