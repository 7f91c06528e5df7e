// Chance that is the same each time, and the hours in which people work.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const BEGINS = 8;
const ENDS = 17;

export type Chance = {
  /** From 0 to below 1. */
  next: () => number;
  /** Whether something that is so likely happens. */
  isSo: (likelihood: number) => boolean;
  oneOf: <T>(among: readonly T[]) => T;
  /** Mostly little, seldom much: `mean` on average, and no more than five times as much. */
  around: (mean: number) => number;
};

export function chanceFrom(seed: number): Chance {
  let state = seed;
  const next = () => {
    // The generator Mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    isSo: (likelihood) => next() < likelihood,
    oneOf: (among) => {
      const one = among[Math.floor(next() * among.length)];
      if (one === undefined) throw new Error('there is nothing to choose from');
      return one;
    },
    around: (mean) => Math.min(-Math.log(1 - next()), 5) * mean,
  };
}

const isWeekend = (at: number): boolean => [0, 6].includes(new Date(at).getUTCDay());
const hourOf = (at: number): number => (at % DAY) / (60 * MINUTE);
const dayOf = (at: number): number => at - (at % DAY);

/** The instant after so many minutes of work: nights and weekends do not count. */
export function afterWork(at: number, minutes: number): number {
  let now = at;
  let left = minutes * MINUTE;
  for (;;) {
    if (isWeekend(now) || hourOf(now) >= ENDS) now = dayOf(now) + DAY + BEGINS * 60 * MINUTE;
    else if (hourOf(now) < BEGINS) now = dayOf(now) + BEGINS * 60 * MINUTE + (now % (20 * MINUTE));
    else {
      const untilEvening = dayOf(now) + ENDS * 60 * MINUTE - now;
      if (left < untilEvening) return now + left;
      left -= untilEvening;
      now += untilEvening;
    }
  }
}
