// Why a thread stands still, and whom it keeps from going on (semantics.md 7.1, 7.2, decision 17).
import { type HaltReason, isEnded } from '#contracts/wf-run.ts';
import type { ThreadRunState, WfRunState } from './family.ts';
import { ownThread, type Site, threadOf } from './work.ts';

type ReasonType = HaltReason['type'];

export function hasReason({ haltReasons }: ThreadRunState, type: ReasonType): boolean {
  return haltReasons.some((reason) => reason.type === type);
}

/** Gives a thread a reason to stand still; it halts when it is advanced. */
export function addReason(site: Site, type: ReasonType, threadRunNumber: number | null = null): void {
  add(site, { type, threadRunNumber });
}

/** Stops a thread for somebody, who may say why. */
export function addManualHalt(site: Site, stopped: HaltReason['stopped']): void {
  add(site, { type: 'MANUAL_HALT', threadRunNumber: null, ...(stopped && { stopped }) });
}

function add(site: Site, reason: HaltReason): void {
  if (hasReason(site.thread, reason.type)) return;
  const thread = ownThread(site);
  thread.haltReasons = [...thread.haltReasons, reason];
}

export function dropReason(site: Site, type: ReasonType): void {
  if (!hasReason(site.thread, type)) return;
  const thread = ownThread(site);
  thread.haltReasons = thread.haltReasons.filter((reason) => reason.type !== type);
}

/** Whether the thread that a thread hangs on keeps it from going on. */
export function isHeld(run: WfRunState, thread: ThreadRunState): boolean {
  const holder = holderOf(run, thread);
  if (!holder) return false;
  if (isEnded(holder.status)) return holder.status !== 'COMPLETED';
  return holder.haltReasons.some((reason) => holds(reason, thread));
}

/** A handler runs while the thread that it handles something for stands still for just that. */
function holds(reason: HaltReason, { number, type }: ThreadRunState): boolean {
  switch (reason.type) {
    case 'PENDING_INTERRUPT':
    case 'INTERRUPTED':
      return type !== 'INTERRUPT';
    case 'PENDING_FAILURE':
    case 'HANDLING_FAILURE':
      return type !== 'INTERRUPT' && reason.threadRunNumber !== number;
    case 'PARENT_HALTED':
    case 'MANUAL_HALT':
    case 'HALTED_BY_PARENT':
      return true;
  }
}

/** True for a thread that nothing but a rescue will let go on: it lost a race, or a thread that it hangs on did or has failed. */
export function isHaltedForGood(run: WfRunState, thread: ThreadRunState): boolean {
  if (hasReason(thread, 'HALTED_BY_PARENT')) return true;
  const holder = holderOf(run, thread);
  if (!holder) return false;
  return isEnded(holder.status) ? holder.status !== 'COMPLETED' : isHaltedForGood(run, holder);
}

/** True for one that not even a rescue will: it lost a race, or a thread that it hangs on did. */
export function hasLost(run: WfRunState, thread: ThreadRunState): boolean {
  if (hasReason(thread, 'HALTED_BY_PARENT')) return true;
  const holder = holderOf(run, thread);
  return holder !== undefined && hasLost(run, holder);
}

function holderOf(run: WfRunState, { holder }: ThreadRunState): ThreadRunState | undefined {
  return holder === null ? undefined : threadOf(run, holder);
}
