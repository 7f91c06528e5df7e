// What must hold at every moment of every life.
import type { Moment } from '../random-life.ts';
import { hooks } from './hooks.ts';
import { lifecycle } from './lifecycle.ts';
import { type Invariant, newPast, remember } from './past.ts';
import { sharing } from './sharing.ts';
import { surroundings } from './surroundings.ts';
import { valuesAndBounds } from './values-and-bounds.ts';
import { waiting } from './waiting.ts';

const INVARIANTS: Record<string, Invariant> = {
  ...sharing,
  ...lifecycle,
  ...waiting,
  ...surroundings,
  ...hooks,
  ...valuesAndBounds,
};

/** Watches a life; each moment gives what is wrong with it, as `<invariant>: <what>`. */
export function watcher(): (moment: Moment) => string[] {
  const past = newPast();
  return (moment) => {
    const broken = Object.entries(INVARIANTS).flatMap(([name, invariant]) =>
      [...invariant(moment, past)].map((what) => `${name}: ${what}`),
    );
    remember(past, moment);
    return broken;
  };
}
