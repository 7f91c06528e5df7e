// The reference floor (docs: bench/README.md): the human workflow as bare SQL, without engine and validation. Three commits per workflow,
// gathered up to 64 into named statements on two connections. What storage allows, and so the limit that Docket is measured against.

import pg from 'pg';
import { newGuid } from '#platform/ids.ts';

const SCHEMA = `
CREATE TABLE run (id text PRIMARY KEY, state json NOT NULL, status text NOT NULL);
CREATE TABLE node_run (run_id text, position int, name text NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (run_id, position));
CREATE TABLE user_task (
  run_id text, guid text, status text NOT NULL, user_id text, user_group text, created_at timestamptz NOT NULL,
  PRIMARY KEY (run_id, guid)
);
CREATE INDEX user_task_mine ON user_task (user_id, created_at, run_id) WHERE status = 'ASSIGNED';
CREATE INDEX user_task_open ON user_task (user_group, created_at, run_id) WHERE status = 'UNASSIGNED';
CREATE TABLE event (run_id text, guid text, seq int, at timestamptz NOT NULL, body json NOT NULL, PRIMARY KEY (run_id, guid, seq));
CREATE TABLE queue (run_id text, guid text, task text NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (run_id, guid));
`;

const START = `
WITH given AS MATERIALIZED (SELECT * FROM unnest($1::text[], $2::text[]) AS g(id, state)),
run AS (INSERT INTO run SELECT id, state::json, 'RUNNING' FROM given),
node AS (INSERT INTO node_run SELECT id, 1, 'approve', now() FROM given),
task AS (INSERT INTO user_task SELECT id, '0-1', 'UNASSIGNED', NULL, 'finance', now() FROM given)
INSERT INTO event SELECT id, '0-1', 0, now(), '{"type":"ASSIGNED"}' FROM given`;

const COMPLETE = `
WITH given AS MATERIALIZED (SELECT * FROM unnest($1::text[]) AS g(id)),
task AS (
  UPDATE user_task t SET status = 'DONE', user_id = 'maria' FROM given g
  WHERE t.run_id = g.id AND t.guid = '0-1' AND t.status = 'UNASSIGNED' RETURNING t.run_id
),
event AS (INSERT INTO event SELECT run_id, '0-1', 1, now(), '{"type":"COMPLETED"}' FROM task)
INSERT INTO queue SELECT run_id, '0-2', 'tell', now() FROM task`;

const FINISH = `
WITH given AS MATERIALIZED (SELECT * FROM unnest($1::text[], $2::text[]) AS g(id, state)),
gone AS (DELETE FROM queue q USING given g WHERE q.run_id = g.id AND q.guid = '0-2' RETURNING q.run_id),
run AS (UPDATE run r SET state = g.state::json, status = 'COMPLETED' FROM given g JOIN gone ON gone.run_id = g.id WHERE r.id = g.id)
INSERT INTO node_run SELECT run_id, 2, 'tell', now() FROM gone`;

const BATCH = 64;
type Step = {
  statement: 'start' | 'complete' | 'finish';
  id: string;
  done: () => void;
  failed: (error: unknown) => void;
};
const TEXTS = { start: START, complete: COMPLETE, finish: FINISH };

export type Floor = { workflow: () => Promise<void>; close: () => Promise<void> };

/** Opens the floor on an empty database. */
export async function openFloor(databaseUrl: string): Promise<Floor> {
  const clients = [0, 1].map(() => new pg.Client({ connectionString: databaseUrl }));
  for (const client of clients) await client.connect();
  await clients[0]?.query(SCHEMA);
  const state = JSON.stringify({ text: 'x'.repeat(388) });
  const waiting: Step[] = [];
  const free = [...clients];

  const flush = async (client: pg.Client): Promise<void> => {
    const [first] = waiting;
    if (!first) return;
    const { statement } = first;
    const batch = waiting.filter((step) => step.statement === statement).slice(0, BATCH);
    for (const step of batch) waiting.splice(waiting.indexOf(step), 1);
    const ids = batch.map(({ id }) => id);
    const values = statement === 'complete' ? [ids] : [ids, ids.map(() => state)];
    try {
      await client.query({ name: statement, text: TEXTS[statement], values });
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  };
  const pump = (): void => {
    const client = waiting.length > 0 ? free.pop() : undefined;
    if (!client) return;
    setImmediate(() => {
      void flush(client).finally(() => {
        free.push(client);
        pump();
      });
    });
  };
  const run = (statement: Step['statement'], id: string): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ statement, id, done, failed });
      pump();
    });

  return {
    workflow: async () => {
      const id = newGuid();
      await run('start', id);
      await run('complete', id);
      await run('finish', id);
    },
    close: async () => {
      for (const client of clients) await client.end();
    },
  };
}
