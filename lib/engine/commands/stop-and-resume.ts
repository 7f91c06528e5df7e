// StopThread and ResumeThread: a person halts a thread with all that hangs on it, and lets it go on (semantics.md 7.4).
import type { Refusal } from '#contracts/problem.ts';
import { because } from '#contracts/reasons.ts';
import { isEnded } from '#contracts/wf-run.ts';
import type { CommandOf } from '../command.ts';
import { addManualHalt, dropReason, hasReason, isHaltedForGood } from '../halt-reasons.ts';
import { actOf, noteAct } from '../note-act.ts';
import { refuse, refuseInvalid } from '../refuse.ts';
import { ownRun, siteOf, threadOf, type Work } from '../work.ts';

/** A thread that is stopped already stays so. */
export function stopThread(work: Work, command: CommandOf<'StopThread'>): Refusal | null {
  const refusal = refuseThread(work, command, 'notStoppable');
  if (refusal) return refusal;
  const run = ownRun(work, command.wfRunId);
  const site = siteOf(work, run, command.threadRunNumber);
  if (hasReason(site.thread, 'MANUAL_HALT')) return null;
  const act = actOf(command, 'STOPPED');
  addManualHalt(site, act && { by: act.by, at: act.at, reason: act.reason });
  noteAct(site, act);
  work.awake.add(run.id);
  return null;
}

/** A thread that is not stopped goes on as it was. */
export function resumeThread(work: Work, command: CommandOf<'ResumeThread'>): Refusal | null {
  const refusal = refuseThread(work, command, 'notResumable');
  if (refusal) return refusal;
  const run = ownRun(work, command.wfRunId);
  const site = siteOf(work, run, command.threadRunNumber);
  if (isHaltedForGood(run, site.thread)) {
    return refuse('FAILED_PRECONDITION', because('haltedForGood', { number: command.threadRunNumber }));
  }
  if (!hasReason(site.thread, 'MANUAL_HALT')) return null;
  dropReason(site, 'MANUAL_HALT');
  noteAct(site, actOf(command, 'RESUMED'));
  work.awake.add(run.id);
  return null;
}

function refuseThread(
  work: Work,
  { wfRunId, threadRunNumber }: CommandOf<'StopThread' | 'ResumeThread'>,
  ended: 'notStoppable' | 'notResumable',
): Refusal | null {
  const run = ownRun(work, wfRunId);
  if (threadRunNumber >= run.nextThreadNumber) {
    return refuseInvalid([
      { path: 'threadRunNumber', message: `WfRun ${wfRunId} has no ThreadRun ${threadRunNumber}` },
    ]);
  }
  const status = threadOf(run, threadRunNumber)?.status ?? 'COMPLETED';
  if (!isEnded(status)) return null;
  return refuse('FAILED_PRECONDITION', because(ended, { number: threadRunNumber, status }), { status });
}
