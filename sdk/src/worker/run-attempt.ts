// One attempt of a task, from the lease to a report that the server has answered.

import type { CallOf } from '../../../lib/contracts/operations/table.ts';
import type { TaskLease } from '../../../lib/contracts/task-run.ts';
import { DocketError } from '../client/docket-error.ts';
import { delayAfter, isTransient, pause } from '../client/retry.ts';
import { jsonOf } from '../types/json.ts';
import { type AttemptOptions, isGone } from './attempt.ts';
import { createCheckpoints } from './checkpoints.ts';
import { TaskException } from './task-exception.ts';
import { InputError } from './task-handler.ts';

type Outcome = Pick<CallOf<'reportTaskRun'>, 'output' | 'error' | 'inputError' | 'exception'>;

const MAX_MESSAGE = 10_000;
const MAX_LOG = 100_000;
const REPORT_TIMEOUT_MS = 10_000;

/** Does the task and reports how it went; keeps the lease meanwhile. Never throws. */
export async function runAttempt(options: AttemptOptions): Promise<void> {
  const { lease, onProblem } = options;
  const done = new AbortController();
  const lost = new AbortController();
  const log: string[] = [];
  const heartbeats = keepLease(options, lost, done.signal);
  const outcome = await perform(options, lost, log);
  if (lost.signal.aborted)
    onProblem(`${nameOf(lease)}: the lease was lost; the outcome is dropped`, lost.signal.reason);
  else await deliver(options, outcome, log.join('\n').slice(-MAX_LOG));
  done.abort();
  await heartbeats;
}

async function perform(options: AttemptOptions, lost: AbortController, log: string[]): Promise<Outcome> {
  const { lease, handler, giveUp } = options;
  const input = Object.fromEntries(lease.inputs.map(({ name, value }) => [name, value]));
  const context = {
    wfRunId: lease.wfRunId,
    wfSpecName: lease.wfSpecName,
    guid: lease.guid,
    attempt: lease.attempt,
    idempotencyKey: `${lease.wfRunId}/${lease.guid}`,
    scheduledAt: lease.scheduledAt,
    userTask: lease.userTask,
    signal: AbortSignal.any([giveUp, lost.signal]),
    log: (line: string) => void log.push(line),
    checkpoint: createCheckpoints(options, lost),
  };
  try {
    const handled = (async () => handler(input, context))();
    return { output: jsonOf(await Promise.race([handled, rejectOnAbort(giveUp)])) };
  } catch (error) {
    if (error instanceof TaskException) {
      const { exceptionName: name, message, content } = error;
      const withContent = content !== undefined && { content: jsonOf(content) };
      return { exception: { name, message: message.slice(0, MAX_MESSAGE), ...withContent } };
    }
    if (error instanceof InputError) return { inputError: { message: error.message.slice(0, MAX_MESSAGE) } };
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    log.push(stack ?? message);
    return { error: { type: name.slice(0, 200), message: message.slice(0, MAX_MESSAGE) } };
  }
}

/** Sends a heartbeat every third of the lease until `done`; one that is refused aborts `lost`. */
async function keepLease({ client, lease, onProblem }: AttemptOptions, lost: AbortController, done: AbortSignal) {
  const everyMs = (lease.timeoutSeconds * 1000) / 3;
  const { wfRunId, guid, attempt, leaseToken } = lease;
  while (!done.aborted) {
    try {
      await pause(everyMs, done);
      await client.heartbeatTaskRun(
        { wfRunId, guid, attempt, leaseToken },
        { attempts: 1, timeoutMs: everyMs, signal: done },
      );
    } catch (error) {
      if (done.aborted) return;
      if (isGone(error)) return lost.abort(error);
      onProblem(`${nameOf(lease)}: a heartbeat failed`, error);
    }
  }
}

/** Reports until the server has given a definite answer, or once more after the worker gave up. */
async function deliver(options: AttemptOptions, outcome: Outcome, logOutput: string): Promise<void> {
  const { client, lease, giveUp, retry, onProblem } = options;
  const { wfRunId, guid, attempt, leaseToken } = lease;
  let report = { wfRunId, guid, attempt, leaseToken, ...outcome, ...(logOutput !== '' && { logOutput }) };
  for (let failures = 0; ; ) {
    const isLast = giveUp.aborted;
    try {
      await client.reportTaskRun(report, { attempts: 1, timeoutMs: REPORT_TIMEOUT_MS });
      return;
    } catch (error) {
      if (isUnreportable(error) && !report.error) {
        const message = `Docket does not take the outcome: ${error.detail}`.slice(0, MAX_MESSAGE);
        report = { wfRunId, guid, attempt, leaseToken, error: { type: 'UnreportableOutcome', message } };
        continue;
      }
      if (isLast || !mayPass(error)) return onProblem(`${nameOf(lease)}: its outcome could not be reported`, error);
      failures += 1;
      await pause(delayAfter(error, failures, retry), giveUp).catch(() => undefined);
    }
  }
}

/** The outcome itself is at fault: too large, or an exception name that is none. */
function isUnreportable(error: unknown): error is DocketError {
  return error instanceof DocketError && (error.code === 'INVALID_ARGUMENT' || error.code === 'PAYLOAD_TOO_LARGE');
}

/** A report is idempotent, so it is also sent again where it may or may not have taken effect. */
function mayPass(error: unknown): boolean {
  return (
    isTransient(error) || (error instanceof DocketError && (error.code === 'INTERNAL' || error.code === 'ABORTED'))
  );
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function nameOf(lease: TaskLease): string {
  return `${lease.taskDefName} ${lease.wfRunId}/${lease.guid}, attempt ${lease.attempt}`;
}
