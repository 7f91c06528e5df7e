// What one attempt of a task needs, and how it learns that it is over.
import type { TaskLease } from '../../../lib/contracts/task-run.ts';
import type { DocketClient } from '../client/docket-client.ts';
import { DocketError } from '../client/docket-error.ts';
import type { RetryOptions } from '../client/retry.ts';
import type { TaskHandler } from './task-handler.ts';

/** Called with what a worker cannot mend itself: a lost connection, a lease that is gone, a report that was refused. */
export type OnProblem = (message: string, error: unknown) => void;

export type AttemptOptions = {
  client: DocketClient;
  lease: TaskLease;
  handler: TaskHandler;
  /** Aborts when the worker stops and has waited long enough. */
  giveUp: AbortSignal;
  retry: RetryOptions;
  onProblem: OnProblem;
};

/** The attempt is over for the server: it timed out, or its run was deleted. */
export function isGone(error: unknown): boolean {
  return error instanceof DocketError && (error.code === 'FAILED_PRECONDITION' || error.code === 'NOT_FOUND');
}
