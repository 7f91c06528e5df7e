// A life worth keeping: what was defined, and what happened.
import type { Scenario, Setup } from '../scenario.ts';

export type Life = {
  /** What it is about, in a line. */
  about: string;
  setup: Setup;
  live: (run: Scenario) => void;
};
