// Deletion of a family with everything of it, by the one function that may take rows out of the history.
import { run, type Statement } from './statement.ts';
import type { Store } from './store.ts';

const ERASE: Statement = { name: 'erase-family', text: 'SELECT erase_family($1, $2, $3) AS outcome' };

/** `erasedBy` stays on the tombstone. Nothing is done to a run that has not ended. */
export async function eraseFamily(
  { pool }: Store,
  tenantId: string,
  familyId: string,
  erasedBy: string,
): Promise<'ERASED' | 'NOT_FOUND' | 'RUNNING'> {
  const [row] = await run<{ outcome: 'ERASED' | 'NOT_FOUND' | 'RUNNING' }>(pool, ERASE, [tenantId, familyId, erasedBy]);
  return row?.outcome ?? 'NOT_FOUND';
}
