// Plans are made once per connection, often while a table is still empty, and kept: then all indexes look alike to the planner. What runs
// with every command must leave it nothing but the key to go by, or it reads more with every row that comes.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/create-test-database.ts';
import { type Docket, fred, maria, openDocket, robot } from './testing/docket.ts';

let database: TestDatabase;
let docket: Docket;
const asked = new Map<string, string>();

beforeAll(async () => {
  database = await createTestDatabase();
  docket = await openDocket(database.url);
  const { pool } = docket.deps.store;
  const query = pool.query;
  pool.query = ((...given: [{ name: string; text: string }]) => {
    asked.set(given[0].name, given[0].text);
    return query.apply(pool, given as never);
  }) as never;
  const { wfRunId } = await docket.start();
  await docket.as(maria).do('saveUserTaskRun', { wfRunId, guid: '0-1', results: { item: 'a chair' } });
  await docket.as(maria).do('completeUserTaskRun', { wfRunId, guid: '0-1', results: { item: 'a chair' } });
  await docket.as(fred).do('completeUserTaskRun', { wfRunId, guid: '0-2', results: { isApproved: true } });
  for (const { guid, attempt, leaseToken } of await docket.poll()) {
    await docket.as(robot).do('reportTaskRun', { wfRunId, guid, attempt, leaseToken, output: 'told' });
  }
  pool.query = query;
}, 60_000);
afterAll(async () => {
  await docket.close();
  await database.drop();
});

it.each(['commit-', 'load-', 'claim-tasks'])(
  'what %s sends goes by keys, also as planned on empty tables',
  async (prefix) => {
    const { pool } = docket.deps.store;
    const texts = [...asked].filter(([name]) => name.startsWith(prefix)).map(([, text]) => text);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      const { rows } = await pool.query({ text: `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}` });
      const ways = waysIn(rows[0]?.['QUERY PLAN'][0].Plan);
      expect(ways.filter((way) => !/_pkey$|task_queue_ready$/.test(way))).toEqual([]);
    }
  },
);

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Plan[] };

/** How a plan gets at the tables. */
function waysIn(plan: Plan): string[] {
  const { 'Node Type': type, 'Relation Name': table = '', 'Index Name': index, Plans = [] } = plan;
  const below = Plans.flatMap(waysIn);
  if (index !== undefined) return [index, ...below];
  return type === 'Seq Scan' ? [`${type} on ${table}`, ...below] : below;
}
