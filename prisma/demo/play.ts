// Plays lives on a clock that is set back and brought forward again, so that all of it has happened by the usual calls, at its time.
import { advanceTestClock } from '#services/advance-test-clock.ts';
import type { Deps } from '#services/deps.ts';
import { fireTimers } from '#services/fire-timers.ts';

/** What somebody or something does; it yields the instant at which it goes on. */
export type Life = AsyncGenerator<number, void, void>;

/** Lives that go on within so much of each other do so at once. */
const TOGETHER_MS = 20 * 60_000;
/** So often timers are looked at when nothing else happens. */
const LOOK_MS = 4 * 3_600_000;

type Waiting = { life: Life; at: number };
export type Stage = {
  /** The instant that is being played. */
  now: () => number;
  /** Adds a life, from now on. */
  begin: (life: Life) => void;
};

type Play = {
  from: number;
  /** Until then: who waits for longer is left as they are. */
  until: number;
  start: (stage: Stage) => Promise<void>;
  /** Whenever something has happened. */
  after: () => Promise<void>;
};

/** Plays from the past to now. `deps` must be on the test clock; it is left as it was found. */
export async function play(deps: Deps, { from, until, start, after }: Play): Promise<void> {
  let now = from;
  let offset = 0;
  let waiting: Waiting[] = [];
  const moveClock = async (to: number) => {
    const by = Math.round(to - Date.now()) - offset;
    offset += by;
    now = to;
    await advanceTestClock(deps, by);
  };
  const goOn = async (life: Life) => {
    const { value, done } = await life.next();
    if (!done) waiting.push({ life, at: Math.max(value, now + 1) });
  };

  try {
    await moveClock(from);
    await start({ now: () => now, begin: (life) => waiting.push({ life, at: now }) });
    for (;;) {
      const next = Math.min(...waiting.map(({ at }) => at), now + LOOK_MS);
      if (next >= until) break;
      await moveClock(next);
      while ((await fireTimers(deps)).isMore);
      const going = waiting.filter(({ at }) => at <= next + TOGETHER_MS && at < until);
      waiting = waiting.filter((one) => !going.includes(one));
      await Promise.all(going.map(({ life }) => goOn(life)));
      await after();
    }
  } finally {
    await advanceTestClock(deps, -offset);
  }
}
