// The one timer that a node may have.
import { changeNode } from '../settle.ts';
import { nodeTimer, setTimer } from '../timers.ts';
import type { Site } from '../work.ts';

/** Arms it, or moves it; one that is due already needs no call. */
export function setWakeAt(site: Site, wakeAt: number): void {
  const { work, run, thread } = site;
  if (thread.current.wakeAt === wakeAt) return;
  changeNode(site, { wakeAt });
  if (wakeAt > work.at) setTimer(work, run.id, nodeTimer(thread.number, thread.current.position), wakeAt);
}
