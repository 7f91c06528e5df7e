// Deletion of a family with everything of it, by the one function that may take rows out of the history.

import type { Database } from './database.ts';
import { run, type Statement } from './statement.ts';

const ERASE: Statement = { name: 'erase-family', text: 'SELECT erase_family($1, $2, $3, $4, $5) AS outcome' };

export type Erased = 'ERASED' | 'NOT_FOUND' | 'RUNNING' | 'CHILD';

/** `erasedBy` and `reason` stay on the tombstone. Nothing is done to a run that goes on, unless `forced`, nor to one that is in another's family. */
export async function eraseFamily(
  { pool }: Database,
  tenantId: string,
  familyId: string,
  erasedBy: string,
  { reason = null, forced = false }: { reason?: string | null; forced?: boolean } = {},
): Promise<Erased> {
  const [row] = await run<{ outcome: Erased }>(pool, ERASE, [tenantId, familyId, erasedBy, reason, forced]);
  return row?.outcome ?? 'NOT_FOUND';
}
