// GET /events: what changes, in order, for one who may see it, until they go, the process stops, or they may no longer ask.

import type { LiveEvent } from '#contracts/live-event.ts';
import type { Principal } from '#contracts/principal.ts';
import type { LiveRow } from '#persistence/live-feed.ts';
import { callerId, type Outcome } from './context.ts';
import type { Deps } from './deps.ts';
import { refusalOfOutage } from './outage.ts';
import { shownChange } from './policy/live-change.ts';
import { whyNotCall } from './policy/may-call.ts';
import { RefusedError, refuse } from './refuse.ts';

/** An event, or null for a sign of life; `id` is what to go on from. */
export type Told = { id: string; event: LiveEvent | null };

export type Follow = {
  principal: Principal;
  /** Who it is now; null once they may not ask any more. */
  renew: () => Promise<Principal | null>;
  /** The id that was told last; null to begin with what happens from now on. */
  lastEventId: string | null;
  /** Aborted when they have gone. */
  signal: AbortSignal;
};

const HEARTBEAT_MS = 15_000;
// Changed rights hold everywhere within this (decision 31).
const RENEW_MS = 2_000;
const STREAMS_PER_CALLER = 20;

/** Where the feed stands: who reads something after this, and goes on from here, misses no change of it. */
export async function liveHead(deps: Deps): Promise<string> {
  const follower = deps.store.live.follow();
  try {
    return writeId({ position: await follower.head(), index: WHOLE });
  } finally {
    follower.close();
  }
}

/** `first` comes at once, the rest as it happens; `rest` is to be returned when its reader goes. */
export async function followChanges(
  deps: Deps,
  follow: Follow,
): Promise<Outcome<{ first: Told; rest: AsyncGenerator<Told, void, undefined> }>> {
  const rest = changesFor(deps, follow);
  try {
    const first = await rest.next();
    return first.done ? { ok: false, refusal: STOPPING } : { ok: true, output: { first: first.value, rest } };
  } catch (error) {
    return { ok: false, refusal: error instanceof RefusedError ? error.refusal : refusalOfOutage(error) };
  }
}

const STOPPING = { code: 'UNAVAILABLE', detail: 'This process stops. Try again.' } as const;

async function* changesFor(deps: Deps, follow: Follow): AsyncGenerator<Told, void, undefined> {
  let { principal } = follow;
  const why = whyNotCall(principal, { user: 'any', scope: 'read' });
  if (why !== null) refuse('PERMISSION_DENIED', why);
  const signal = AbortSignal.any([follow.signal, deps.closing]);
  const leave = enter(deps, `${principal.tenantId} ${callerId(principal)}`);
  const follower = deps.store.live.follow();
  try {
    let place = follow.lastEventId === null ? null : readId(follow.lastEventId);
    if (place === null) {
      place = { position: await follower.head(), index: WHOLE };
      yield { id: writeId(place), event: null };
    }
    let toldAt = performance.now();
    let renewedAt = performance.now();
    for (let isFirst = true; !signal.aborted; isFirst = false) {
      const batch = await follower.next(principal.tenantId, behind(place), isFirst ? 0 : HEARTBEAT_MS, signal);
      if (signal.aborted) return;
      if (performance.now() - renewedAt > RENEW_MS) {
        const renewed = await follow.renew();
        if (!renewed || renewed.tenantId !== principal.tenantId) return;
        principal = renewed;
        renewedAt = performance.now();
      }
      if (batch === 'GAP') {
        place = { position: await follower.head(), index: WHOLE };
        yield { id: writeId(place), event: { type: 'reset' } };
        continue;
      }
      const told = [...shown(principal, batch.rows, place)];
      yield* told;
      place = { position: batch.upTo, index: WHOLE };
      if (told.length > 0) toldAt = performance.now();
      else if (isFirst || performance.now() - toldAt >= HEARTBEAT_MS) {
        // Nothing was for them: they need not look through it again.
        yield { id: writeId(place), event: null };
        toldAt = performance.now();
      }
    }
  } finally {
    follower.close();
    leave();
  }
}

function* shown(principal: Principal, rows: LiveRow[], from: Place): Generator<Told> {
  for (const { position, changes } of rows) {
    for (const [index, change] of changes.entries()) {
      if (position === from.position && index <= from.index) continue;
      const event = shownChange(principal, change);
      if (event) yield { id: writeId({ position, index }), event };
    }
  }
}

/** A place in the feed: behind one change of a commit, or behind all of it. */
type Place = { position: number; index: number };

const WHOLE = Number.POSITIVE_INFINITY;
const ID = /^(\d{1,15})(?:-(\d{1,6}))?$/;

const writeId = ({ position, index }: Place): string => (index === WHOLE ? `${position}` : `${position}-${index}`);

/** One that cannot be read is of no place that is known: what is shown has to be read anew. */
function readId(id: string): Place {
  const [, position, index] = ID.exec(id) ?? [];
  if (position === undefined) return { position: 0, index: WHOLE };
  return { position: Number(position), index: index === undefined ? WHOLE : Number(index) };
}

/** The position behind which to read on: a commit that was told in part is read again. */
const behind = ({ position, index }: Place): number => (index === WHOLE ? position : position - 1);

const streams = new WeakMap<Deps, Map<string, number>>();

/** Counts the streams of a caller in this process; the function that comes back takes this one off. */
function enter(deps: Deps, caller: string): () => void {
  const counts = streams.get(deps) ?? new Map<string, number>();
  streams.set(deps, counts);
  const open = counts.get(caller) ?? 0;
  if (open >= STREAMS_PER_CALLER) {
    refuse('RESOURCE_EXHAUSTED', `You follow events ${STREAMS_PER_CALLER} times already: close one first.`);
  }
  counts.set(caller, open + 1);
  return () => {
    const left = (counts.get(caller) ?? 1) - 1;
    if (left > 0) counts.set(caller, left);
    else counts.delete(caller);
  };
}
