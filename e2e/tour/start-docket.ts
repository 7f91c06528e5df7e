// Once for the tour: a Docket of its own with the demo's weeks of work.
import { DocketClient } from '#sdk';
import { launchDocket } from '../support/launch-docket.ts';
import { addWork } from './add-work.ts';

/** Starts Docket and returns how to stop it. */
export default async function startDocket(): Promise<() => Promise<void>> {
  const { docket, stop } = await launchDocket({ withWork: true });
  await addWork(new DocketClient(docket));
  return stop;
}
