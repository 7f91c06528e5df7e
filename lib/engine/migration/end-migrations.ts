// A migration is over once no thread that goes on is left at the old version.
import { isEnded } from '#contracts/wf-run.ts';
import type { WfRunState } from '../family.ts';

/** The run is ready to be changed. */
export function endMigrations(run: WfRunState): void {
  if (run.migration === null) return;
  if (run.threads.every(({ oldWfSpec, status }) => oldWfSpec === null || isEnded(status))) run.migration = null;
}
