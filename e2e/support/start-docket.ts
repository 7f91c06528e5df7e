// Once for all journeys: a Docket of their own, in which they make the work that they need.
import { launchDocket } from './launch-docket.ts';

/** Starts Docket and returns how to stop it. */
export default async function startDocket(): Promise<() => Promise<void>> {
  const { stop } = await launchDocket({ withWork: false });
  return stop;
}
