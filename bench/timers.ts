// Timers: a thousand that fall due at once, with a million others pending. How late each takes effect, by the clock of the database.

import { parseCall } from '#contracts/operations/parse-call.ts';
import type { Principal } from '#contracts/principal.ts';
import { startRuntime } from '#runtime/start-runtime.ts';
import { openDeps } from '#services/deps.ts';
import { invoke } from '#services/invoke.ts';
import { applyMigrations } from '../scripts/database/migrations.ts';
import { withDurableServer } from './support/durable-database.ts';
import { machine } from './support/machine.ts';
import { table } from './support/summary.ts';

const PENDING = Number(process.argv[2] ?? 1_000_000);
const AT_ONCE = Number(process.argv[3] ?? 1_000);
const ROUNDS = 3;
/** From the first start to the instant at which all fall due: by then all runs have to be asleep. */
const LEAD_MS = 10_000;
const LOOK_EVERY_MS = 200;
const GOAL_MS = 1_000;

const SLEEPER = {
  entrypoint: 'main',
  threads: {
    main: {
      variables: [{ name: 'until', type: 'TIMESTAMP' }],
      nodes: {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'sleep' }] },
        sleep: { type: 'SLEEP', until: { variable: 'until' }, edges: [{ to: 'end' }] },
        end: { type: 'EXIT' },
      },
    },
  },
};
const admin: Principal = {
  kind: 'user',
  tenantId: 'bench',
  userId: 'ada',
  displayName: 'Ada',
  groups: [],
  isAdmin: true,
};

await withDurableServer(async (database) => {
  const url = await database('docket');
  await applyMigrations(url);
  console.log(await machine(url));
  const deps = openDeps({ databaseUrl: url, poolSize: 8, testClock: false });
  const { pool } = deps.store;
  await pool.query(
    `INSERT INTO timer (tenant_id, family_id, wf_run_id, key, due_at, try_at)
     SELECT 'bench', 'pending-' || n, 'pending-' || n, 'sleep', at, at
     FROM generate_series(1, $1::int) n, LATERAL (SELECT now() + interval '1 day' + n * interval '1 second' AS at)`,
    [PENDING],
  );
  const parsed = parseCall('putWfSpec', { params: { name: 'sleeper' }, body: SLEEPER });
  if (!parsed.ok) throw new Error(parsed.refusal.detail);
  await invoke(deps, 'putWfSpec', { principal: admin }, parsed.input);
  const stopRuntime = startRuntime(deps);

  const rows: string[][] = [];
  const worst: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const due = new Date(Date.now() + LEAD_MS);
    const variables = { until: due.toISOString() };
    const starts = Array.from({ length: AT_ONCE }, () =>
      invoke(deps, 'runWf', { principal: admin }, { wfSpecName: 'sleeper', variables }),
    );
    for (const outcome of await Promise.all(starts)) if (!outcome.ok) throw new Error(outcome.refusal.detail);
    if (Date.now() > due.getTime()) throw new Error('The runs were not asleep in time: take fewer.');
    const late = await latenessOf(due);
    const at = (share: number): number => late[Math.ceil(late.length * share) - 1] ?? 0;
    rows.push([`round ${round + 1}`, ...[late[0] ?? 0, at(0.5), at(0.99), at(1)].map((ms) => ms.toFixed(0))]);
    worst.push(at(0.99));
  }
  await stopRuntime();
  await deps.close();

  console.log(`${AT_ONCE} timers due at once, ${PENDING} others pending; how late in ms\n`);
  console.log(table([['', 'first', 'p50', 'p99', 'last'], ...rows]));
  const reached = Math.max(...worst) < GOAL_MS && rows.length === ROUNDS;
  console.log(`\np99 under ${GOAL_MS} ms: ${reached ? 'reached' : 'not reached'}`);

  /** How late each of the runs went on after `due`, least first: never before it. */
  async function latenessOf(due: Date): Promise<number[]> {
    for (;;) {
      const { rows: found } = await pool.query<{ late: number }>(
        `SELECT (extract(epoch FROM ended_at - $1::timestamptz) * 1000)::float8 AS late FROM wf_run
         WHERE tenant_id = 'bench' AND status = 'COMPLETED' AND ended_at > $1::timestamptz - interval '5 seconds' ORDER BY late`,
        [due],
      );
      if (found.length === AT_ONCE) return found.map(({ late }) => late);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }
});
