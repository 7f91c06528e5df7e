// The database's time without asking it: as it was told last, and what has passed since. Never ahead of it, and never backwards.
import type { Instant } from '#engine/family.ts';

export type KnownClock = {
  /** The time, or null when it was not told for too long. */
  read: () => Instant | null;
  told: (now: Instant) => void;
};

const KNOWN_FOR_MS = 1000;

/** In test mode the time is set forward at will, so that it is always asked for. */
export function createKnownClock(testClock: boolean): KnownClock {
  let told: Instant = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  let last: Instant = 0;
  return {
    read: () => {
      const passed = performance.now() - toldAt;
      if (testClock || passed > KNOWN_FOR_MS) return null;
      last = Math.max(last, Math.floor(told + passed));
      return last;
    },
    told: (now) => {
      told = now;
      toldAt = performance.now();
    },
  };
}
