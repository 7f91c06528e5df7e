// Saved views as rows.
import type { JsonValue } from '#contracts/json.ts';
import { type SavedView, type SavedViewBody, savedViewBody } from '#contracts/saved-view.ts';
import { tellingOf } from './live-change.ts';
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';
import { timestampOf } from './user-task-view.ts';

/** Whose a view is: one of both. */
type Owner = Pick<SavedView, 'userId' | 'userGroup'>;
type StoredView = Omit<SavedView, 'query' | 'createdAt' | 'updatedAt'>;
type Row = StoredView & { query: JsonValue; createdAt: Date; updatedAt: Date };

const COLUMNS = `id, user_id AS "userId", user_group AS "userGroup", name, query, created_at AS "createdAt", updated_at AS "updatedAt"`;

const viewOf = ({ query, createdAt, updatedAt, ...row }: Row): SavedView => ({
  ...row,
  query: savedViewBody.shape.query.parse(query),
  createdAt: timestampOf(createdAt),
  updatedAt: timestampOf(updatedAt),
});

const LIST: Statement = {
  name: 'list-saved-views',
  text: `
SELECT * FROM (
  SELECT ${COLUMNS} FROM saved_view WHERE tenant_id = $1 AND user_id = ANY ($2::text[])
  UNION ALL SELECT ${COLUMNS} FROM saved_view WHERE tenant_id = $1 AND user_group = ANY ($3::text[])
) owned
WHERE (name, id) > ($4, $5) ORDER BY name, id LIMIT $6`,
};

/** One page of what these owners have, by name. */
export async function listSavedViews(
  { pool }: Store,
  tenantId: string,
  { userIds, userGroups }: { userIds: string[]; userGroups: string[] },
  { after, take }: { after: [string, string] | null; take: number },
): Promise<SavedView[]> {
  return (await run<Row>(pool, LIST, [tenantId, userIds, userGroups, ...(after ?? ['', '']), take])).map(viewOf);
}

const FIND: Statement = {
  name: 'find-saved-view',
  text: `SELECT ${COLUMNS} FROM saved_view WHERE tenant_id = $1 AND id = $2`,
};

export async function findSavedView({ pool }: Store, tenantId: string, id: string): Promise<SavedView | null> {
  const [row] = await run<Row>(pool, FIND, [tenantId, id]);
  return row ? viewOf(row) : null;
}

const COUNT_OF_OWNER: Statement = {
  name: 'count-saved-views',
  text: `
SELECT (SELECT count(*) FROM saved_view WHERE tenant_id = $1 AND user_id = $2)::int
  + (SELECT count(*) FROM saved_view WHERE tenant_id = $1 AND user_group = $3)::int AS count`,
};

/** How many an owner has. */
export async function countSavedViews({ pool }: Store, tenantId: string, owner: Owner): Promise<number> {
  const [row] = await run<{ count: number }>(pool, COUNT_OF_OWNER, [tenantId, owner.userId, owner.userGroup]);
  return row?.count ?? 0;
}

/** Whose view it is that is made, changed or deleted is told with that, in one commit. */
const told = (change: string): string => `
WITH changed AS (${change} RETURNING *), told AS (${tellingOf({
  tenant: 'tenant_id',
  change: "json_build_array('v', id, user_id, user_group)",
  from: 'changed',
})})
SELECT ${COLUMNS} FROM changed`;

async function change({ pool, live }: Store, statement: Statement, values: unknown[]): Promise<SavedView | null> {
  const [row] = await run<Row>(pool, statement, values);
  if (!row) return null;
  live.hint();
  return viewOf(row);
}

const INSERT: Statement = {
  name: 'insert-saved-view',
  text: told(`
INSERT INTO saved_view (tenant_id, id, user_id, user_group, name, query, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, docket_now($7), docket_now($7)) ON CONFLICT DO NOTHING`),
};

/** Null when its owner has one of this name. */
export const insertSavedView = (
  store: Store,
  tenantId: string,
  id: string,
  owner: Owner,
  { name, query }: SavedViewBody,
): Promise<SavedView | null> => {
  const values = [tenantId, id, owner.userId, owner.userGroup, name, JSON.stringify(query), store.testClock];
  return change(store, INSERT, values);
};

const REPLACE: Statement = {
  name: 'replace-saved-view',
  text: told(
    'UPDATE saved_view SET name = $3, query = $4, updated_at = docket_now($5) WHERE tenant_id = $1 AND id = $2',
  ),
};

/** Null when there is none any more; a name that its owner has already is an error of the database (`isDuplicate`). */
export const replaceSavedView = (
  store: Store,
  tenantId: string,
  id: string,
  { name, query }: SavedViewBody,
): Promise<SavedView | null> => change(store, REPLACE, [tenantId, id, name, JSON.stringify(query), store.testClock]);

const DELETE: Statement = {
  name: 'delete-saved-view',
  text: told('DELETE FROM saved_view WHERE tenant_id = $1 AND id = $2'),
};

export async function deleteSavedView(store: Store, tenantId: string, id: string): Promise<void> {
  await change(store, DELETE, [tenantId, id]);
}
