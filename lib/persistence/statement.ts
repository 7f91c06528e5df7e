// Hot SQL: named prepared statements, sent by `pg` on the pool that Prisma's adapter uses.
import type pg from 'pg';

/** A statement under the name that each connection prepares it by once. */
export type Statement = { name: string; text: string };

/** Runs a statement and gives its rows. */
export async function run<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  { name, text }: Statement,
  values: unknown[],
): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ name, text, values });
  return rows;
}
