// The changes of all processes in the order of their commits, read once per process and fanned out in memory. A commit's position is its
// transaction id. Transactions end in another order than they begin, so only what lies below the oldest one under way is read: nothing can
// still appear there. Who is slower than the window in memory reads on from the table, at their own pace.

import { setTimeout as delay } from 'node:timers/promises';
import { logger } from '#platform/logger.ts';
import type { Database } from './database.ts';
import { type LiveChange, readChange, type StoredChange } from './live-change.ts';
import { run, type Statement } from './statement.ts';

export type LiveRow = { position: number; tenantId: string; changes: LiveChange[] };

/** What lies behind a position, up to `upTo`; or GAP when some of it has been forgotten, or the position is none of this database. */
export type LiveBatch = { rows: LiveRow[]; upTo: number } | 'GAP';

export type Follower = {
  /** Where the feed stands: what comes behind it is yet to happen. */
  head: () => Promise<number>;
  /** What the tenant has behind `after`; waits for it up to `ms`, and then gives how far nothing has come. */
  next: (tenantId: string, after: number, ms: number, signal: AbortSignal) => Promise<LiveBatch>;
  close: () => void;
};

export type LiveFeed = {
  follow: () => Follower;
  /** Says that this process has committed changes. */
  hint: () => void;
};

const POLL_MS = 250;
const REST_MS = 10;
// After a hint: until the transactions that were under way beside it have ended.
const EAGER_LOOKS = 8;
const BACKOFF_MS = 1000;
const PAGE = 500;
const WINDOW_CHANGES = 20_000;

const READ: Statement = {
  name: 'read-live-changes',
  text: `
SELECT h.horizon::float8 AS horizon, (SELECT min(position) FROM live_change)::float8 AS floor,
  l.position::float8 AS position, l.tenant_id AS "tenantId", l.changes
FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon) h
LEFT JOIN LATERAL (
  SELECT * FROM live_change x WHERE x.position > $1 AND x.position < h.horizon ORDER BY x.position LIMIT $2
) l ON true
ORDER BY l.position`,
};

type Row = { horizon: number; floor: number | null; changes: StoredChange[] } & (
  | { position: number; tenantId: string }
  | { position: null; tenantId: null }
);
type Page = { rows: LiveRow[]; upTo: number; horizon: number; floor: number };

async function readPage({ pool }: Database, after: number): Promise<Page> {
  const found = await run<Row>(pool, READ, [after, PAGE]);
  const { horizon = 0, floor = null } = found[0] ?? {};
  const rows: LiveRow[] = [];
  for (const { position, tenantId, changes } of found) {
    if (position !== null) rows.push({ position, tenantId, changes: changes.map(readChange) });
  }
  const last = rows.at(-1);
  if (rows.length < PAGE || !last) return { rows, upTo: Math.max(after, horizon - 1), horizon, floor: floor ?? 0 };
  // The last commit may go on behind the page.
  const whole = rows.filter(({ position }) => position < last.position);
  return { rows: whole, upTo: last.position - 1, horizon, floor: floor ?? 0 };
}

const TRIM: Statement = {
  name: 'forget-live-changes',
  text: `
WITH oldest AS (SELECT position, at FROM live_change ORDER BY position LIMIT $2),
floor AS (SELECT max(position) AS position FROM oldest WHERE at < docket_now($1) - make_interval(hours => $3))
DELETE FROM live_change x USING floor f WHERE x.position < f.position RETURNING x.position`,
};

/** Forgets what is older, but for its last row, which says so; gives how many rows went. */
export async function forgetLiveChanges({ pool, testClock }: Database, hours: number, limit: number): Promise<number> {
  return (await run(pool, TRIM, [testClock, limit, hours])).length;
}

export function createLiveFeed(database: Database): LiveFeed {
  /** The rows in (from, upTo], lowest first. */
  const window = { from: 0, upTo: 0, changes: 0, rows: [] as LiveRow[] };
  let followers = 0;
  let isReading = false;
  let starting: Promise<void> | null = null;
  let eager = 0;
  let moved = Promise.withResolvers<void>();
  let hinted = Promise.withResolvers<void>();

  const look = async (): Promise<{ isMore: boolean }> => {
    const { rows, upTo, horizon } = await readPage(database, window.upTo);
    if (rows.length > 0) eager = 0;
    for (const row of rows) {
      window.rows.push(row);
      window.changes += row.changes.length;
    }
    while (window.changes > WINDOW_CHANGES) {
      const dropped = window.rows.shift();
      window.changes -= dropped?.changes.length ?? 0;
      window.from = dropped?.position ?? window.from;
    }
    if (upTo > window.upTo) {
      window.upTo = upTo;
      const { resolve } = moved;
      moved = Promise.withResolvers();
      resolve();
    }
    return { isMore: upTo < horizon - 1 };
  };

  const read = async (): Promise<void> => {
    while (followers > 0) {
      hinted = Promise.withResolvers();
      try {
        if ((await look()).isMore) continue;
      } catch (error) {
        logger('persistence').warn({ err: error }, 'what has changed could not be read; it is tried again');
        await delay(BACKOFF_MS);
        continue;
      }
      await delay(REST_MS);
      if (eager-- > 0) continue;
      const late = new AbortController();
      await Promise.race([hinted.promise, delay(POLL_MS, undefined, { signal: late.signal })]);
      late.abort();
    }
    isReading = false;
  };

  /** The reader works while somebody follows; after a rest it begins where the feed stands then. */
  const start = async (): Promise<void> => {
    if (isReading) return;
    starting ??= (async () => {
      const { horizon } = await readPage(database, Number.MAX_SAFE_INTEGER);
      Object.assign(window, { from: horizon - 1, upTo: horizon - 1, changes: 0, rows: [] });
      isReading = true;
      void read();
    })().finally(() => {
      starting = null;
    });
    await starting;
  };

  /** The window's rows of a tenant behind `after`. */
  const known = (tenantId: string, after: number): LiveRow[] => {
    let first = window.rows.length;
    while ((window.rows[first - 1]?.position ?? after) > after) first--;
    return window.rows.slice(first).filter((row) => row.tenantId === tenantId);
  };

  const next = async (tenantId: string, after: number, ms: number, signal: AbortSignal): Promise<LiveBatch> => {
    await start();
    if (after < window.from || after > window.upTo) {
      const { rows, upTo, floor, horizon } = await readPage(database, after);
      if (after < floor - 1 || after >= horizon) return 'GAP';
      if (after < window.from) return { rows: rows.filter((row) => row.tenantId === tenantId), upTo };
    }
    const over = new AbortController();
    const isOver = delay(ms, true, { signal: AbortSignal.any([signal, over.signal]) }).catch(() => true);
    try {
      for (let isLate = signal.aborted; ; ) {
        // It went on without this follower: the table has the rest.
        if (after < window.from) return { rows: [], upTo: after };
        const rows = known(tenantId, after);
        if (rows.length > 0 || isLate) return { rows, upTo: Math.max(after, window.upTo) };
        isLate = await Promise.race([moved.promise.then(() => false), isOver]);
      }
    } finally {
      over.abort();
    }
  };

  return {
    follow: () => {
      followers++;
      let isOpen = true;
      return {
        head: async () => {
          await start();
          return window.upTo;
        },
        next,
        close: () => {
          if (isOpen) followers--;
          isOpen = false;
        },
      };
    },
    hint: () => {
      eager = EAGER_LOOKS;
      hinted.resolve();
    },
  };
}
