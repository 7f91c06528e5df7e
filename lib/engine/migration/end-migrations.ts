// A migration is over once no thread that goes on is left at the old version.
import { isEnded } from '#contracts/wf-run.ts';
import type { WfRunState } from '../family.ts';
import { isHaltedForGood } from '../halt-reasons.ts';

/** The run is ready to be changed. */
export function endMigrations(run: WfRunState): void {
  if (run.migration === null) return;
  const isLeftBehind = run.threads.some(
    (thread) => thread.oldWfSpec !== null && !isEnded(thread.status) && !isHaltedForGood(run, thread),
  );
  if (!isLeftBehind) run.migration = null;
}
