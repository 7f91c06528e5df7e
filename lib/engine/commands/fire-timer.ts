// FireTimer: the wake-up call of a node, an attempt, an event or a hook. What is not armed any more is no cause for alarm.
import type { Refusal } from '#contracts/problem.ts';
import { type CommandOf, claimKey } from '../command.ts';
import { technicalFailure } from '../failure.ts';
import type { TaskRunState, WfRunState } from '../family.ts';
import { lookup } from '../lookup.ts';
import { scheduleTask, unschedule } from '../task/schedule-task.ts';
import { clearTimer, nodeTimer, readTimerKey, setTimer, taskTimer } from '../timers.ts';
import { wakeHook } from '../user-task/fire-hook.ts';
import { eventsOf, ownRun, record, setEvents, threadOf, type Work } from '../work.ts';
import { finishAttempt } from './report-task.ts';

export function fireTimer(work: Work, { wfRunId, key }: CommandOf<'FireTimer'>): Refusal | null {
  clearTimer(work, wfRunId, key);
  const timer = readTimerKey(key);
  if (timer.type === 'event') {
    expireEvent(work, wfRunId, timer.defName, timer.guid);
    return null;
  }
  if (!lookup(work.family.runs, wfRunId)) return null;
  const run = ownRun(work, wfRunId);
  if (timer.type === 'node') wakeNode(work, run, timer.threadRunNumber, timer.position);
  else if (timer.type === 'hook') wakeHook(work, run, timer);
  else wakeTask(work, run, timer.guid, timer.attempt);
  return null;
}

/** The node looks at the time itself. One that was put off meanwhile is called again. */
function wakeNode(work: Work, run: WfRunState, threadRunNumber: number, position: number): void {
  const current = threadOf(run, threadRunNumber)?.current;
  if (current?.position !== position || current.wakeAt === null || current.endedAt !== null) return;
  if (current.wakeAt > work.at) setTimer(work, run.id, nodeTimer(threadRunNumber, position), current.wakeAt);
  work.awake.add(run.id);
}

function wakeTask(work: Work, run: WfRunState, guid: string, attempt: number): void {
  const taskRun = lookup(run.taskRuns, guid);
  if (!taskRun || taskRun.attempt !== attempt) return;
  if (taskRun.state === 'PENDING') endBackoff(work, run, taskRun);
  else if (taskRun.state === 'SCHEDULED') endWaitForWorker(work, run, taskRun);
}

function endBackoff(work: Work, run: WfRunState, taskRun: TaskRunState): void {
  if (taskRun.scheduledAt <= work.at) scheduleTask(work, run, taskRun);
  else setTimer(work, run.id, taskTimer(taskRun.guid, taskRun.attempt), taskRun.scheduledAt);
}

/** Nobody came for it: there is no use in trying again. */
function endWaitForWorker(work: Work, run: WfRunState, taskRun: TaskRunState): void {
  const { guid, attempt, scheduleTimeoutSeconds } = taskRun;
  if (scheduleTimeoutSeconds === null || work.claims.has(claimKey(run.id, guid, attempt))) return;
  const dueAt = taskRun.scheduledAt + scheduleTimeoutSeconds * 1000;
  if (dueAt > work.at) {
    setTimer(work, run.id, taskTimer(guid, attempt), dueAt);
    return;
  }
  unschedule(work, run, taskRun);
  const message = `No worker took the task within ${scheduleTimeoutSeconds} seconds`;
  const failure = technicalFailure('TIMEOUT', message);
  finishAttempt(
    work,
    run,
    taskRun,
    { status: 'TIMEOUT', output: null, error: { type: 'TIMEOUT', message }, failure },
    null,
    null,
  );
}

function expireEvent(work: Work, wfRunId: string, defName: string, guid: string): void {
  const events = eventsOf(work, wfRunId);
  const isIt = (event: (typeof events)[number]): boolean => event.defName === defName && event.guid === guid;
  if (!events.some(isIt)) return;
  setEvents(
    work,
    wfRunId,
    events.filter((event) => !isIt(event)),
  );
  record(work, `event-expired ${wfRunId} ${defName} ${guid}`, {
    type: 'ExternalEventExpired',
    wfRunId,
    defName,
    guid,
  });
}
