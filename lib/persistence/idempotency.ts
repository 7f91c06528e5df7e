// Idempotency keys of calls that are not a command on a family; those of commands are part of the command's own statements.
import type { JsonValue } from '#contracts/json.ts';
import type { Database } from './database.ts';
import { run, type Statement } from './statement.ts';

/** Names a call for idempotency; `bodyHash` tells the same call from another under the same key. */
export type CallKey = { principal: string; operation: string; key: string; bodyHash: string };

export type StoredAnswer = { bodyHash: string; response: JsonValue };

const FIND: Statement = {
  name: 'find-idempotency-key',
  text: `SELECT body_hash AS "bodyHash", response FROM idempotency_key
WHERE tenant_id = $1 AND principal = $2 AND operation = $3 AND key = $4`,
};

export async function findAnswer({ pool }: Database, tenantId: string, call: CallKey): Promise<StoredAnswer | null> {
  const [row] = await run<StoredAnswer>(pool, FIND, [tenantId, call.principal, call.operation, call.key]);
  return row ?? null;
}

const INSERT: Statement = {
  name: 'insert-idempotency-key',
  text: `INSERT INTO idempotency_key (tenant_id, principal, operation, key, body_hash, response)
VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
};

/** Keeps the first answer; a second under the same key is dropped. */
export async function storeAnswer(
  { pool }: Database,
  tenantId: string,
  call: CallKey,
  response: JsonValue,
): Promise<void> {
  const { principal, operation, key, bodyHash } = call;
  await run(pool, INSERT, [tenantId, principal, operation, key, bodyHash, JSON.stringify(response)]);
}

const FORGET: Statement = {
  name: 'forget-idempotency-keys',
  text: `DELETE FROM idempotency_key WHERE (tenant_id, principal, operation, key) IN (
  SELECT tenant_id, principal, operation, key FROM idempotency_key
  WHERE created_at < now() - make_interval(hours => $1) ORDER BY created_at LIMIT $2
) RETURNING 1`,
};

/** Removes up to `limit` keys older than `hours`; how many there were. */
export async function forgetAnswers({ pool }: Database, hours: number, limit: number): Promise<number> {
  return (await run(pool, FORGET, [hours, limit])).length;
}
