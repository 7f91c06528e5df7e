// The gatherer: commands that wait at the same time share a flush. Two flushers take what is waiting when they are free, without a timer, so
// that idleness adds nothing and load makes batches. Commands on one family stand in one lane, and a lane is in one flush at a time.

export type Batch<Item> = { key: string; items: Item[] }[];

export type Gatherer<Item> = {
  add: (key: string, item: Item) => void;
  /** The same, for one that is to be alone in its lane's turn. */
  addAlone: (key: string, item: Item) => void;
};

type Lane<Item> = { waiting: { item: Item; isAlone: boolean }[]; isBusy: boolean };

const FLUSHERS = 2;
const MAX_ITEMS = 64;
// One lane must not fill a flush for ever: what is beyond waits for its next turn.
const MAX_PER_LANE = 32;

/** `flush` never fails: it answers for every item that it is given. */
export function createGatherer<Item>(flush: (batch: Batch<Item>) => Promise<void>): Gatherer<Item> {
  const lanes = new Map<string, Lane<Item>>();
  /** Lanes that have something waiting and are not busy, longest first. */
  const ready = new Set<string>();
  let free = FLUSHERS;
  /** Flushers that are about to take. */
  let starting = 0;

  /** What this flusher takes: its share, when another takes too. */
  const take = (): Batch<Item> => {
    const batch: Batch<Item> = [];
    const share = Math.ceil(ready.size / (1 + starting + free));
    let count = 0;
    for (const key of ready) {
      if (count >= MAX_ITEMS || batch.length >= share) break;
      ready.delete(key);
      const lane = lanes.get(key);
      if (!lane) continue;
      lane.isBusy = true;
      const items = takeTurn(lane, MAX_ITEMS - count);
      batch.push({ key, items });
      count += items.length;
    }
    return batch;
  };

  const pump = (): void => {
    if (free === 0 || ready.size === 0) return;
    free--;
    starting++;
    // After the callers whom the last flush answered had their turn: what they ask next comes along.
    setImmediate(turn);
  };

  const turn = (): void => {
    starting--;
    const batch = take();
    if (batch.length === 0) {
      free++;
      return;
    }
    pump();
    void flush(batch).finally(() => {
      free++;
      for (const { key } of batch) {
        const lane = lanes.get(key);
        if (!lane) continue;
        lane.isBusy = false;
        if (lane.waiting.length > 0) ready.add(key);
        else lanes.delete(key);
      }
      pump();
    });
  };

  const add = (key: string, item: Item, isAlone: boolean): void => {
    let lane = lanes.get(key);
    if (!lane) {
      lane = { waiting: [], isBusy: false };
      lanes.set(key, lane);
    }
    lane.waiting.push({ item, isAlone });
    if (!lane.isBusy) ready.add(key);
    pump();
  };

  return { add: (key, item) => add(key, item, false), addAlone: (key, item) => add(key, item, true) };
}

function takeTurn<Item>({ waiting }: Lane<Item>, room: number): Item[] {
  let count = 1;
  if (!waiting[0]?.isAlone) {
    const most = Math.min(waiting.length, room, MAX_PER_LANE);
    while (count < most && !waiting[count]?.isAlone) count++;
  }
  return waiting.splice(0, count).map(({ item }) => item);
}
