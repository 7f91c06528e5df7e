// Two calls that saw the same state of a family: both wait to commit, and the first one does so first.
import type { Deps } from '../deps.ts';

/**
 * Holds every commit of a family until both calls wait for it, one after the other; they have to come from two processes, since one process
 * does the commands of a family in order.
 */
export async function race<A, B>(
  { store: { pool } }: Deps,
  familyId: string,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  const client = await pool.connect();
  const areWaiting = async (count: number) => {
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    // On another connection: within a transaction what others do stands still.
    while ((await pool.query(waiting)).rowCount !== count);
  };
  try {
    await client.query('BEGIN');
    await client.query('SELECT FROM wf_family WHERE family_id = $1 FOR UPDATE', [familyId]);
    const one = first();
    await areWaiting(1);
    const two = second();
    await areWaiting(2);
    await client.query('COMMIT');
    return await Promise.all([one, two]);
  } finally {
    client.release();
  }
}
