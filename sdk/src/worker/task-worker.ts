// The task worker: takes attempts as long as it has room, does them, and leaves none behind when it stops.
import { MAX_POLL_TASKS } from '../../../lib/contracts/operations/workers.ts';
import type { TaskLease } from '../../../lib/contracts/task-run.ts';
import type { DocketClient } from '../client/docket-client.ts';
import { DocketError } from '../client/docket-error.ts';
import { DEFAULT_RETRY, delayAfter, isTransient, pause, type RetryOptions } from '../client/retry.ts';
import type { OnProblem } from './attempt.ts';
import { runAttempt } from './run-attempt.ts';
import type { TaskHandler } from './task-handler.ts';

export type TaskWorkerOptions = {
  /** What to do, by the name of the TaskDef. */
  tasks: Record<string, TaskHandler>;
  /** How many attempts at once: 10 unless given. */
  concurrency?: number;
  /** Recorded with each attempt. */
  workerId?: string;
  /** How long `stop` lets running attempts go on: 25 seconds unless given. */
  graceSeconds?: number;
  retry?: Partial<RetryOptions>;
  /** Told of trouble; a process warning unless given. */
  onProblem?: OnProblem;
};

const POLL_SECONDS = 20;

/** An attempt that is still running when the worker has waited long enough ends as an error of this name. */
class WorkerStopped extends Error {
  override readonly name = 'WorkerStopped';
}

/** Does tasks for Docket: `await new TaskWorker(client, { tasks: { 'send-mail': sendMail } }).run()`. */
export class TaskWorker {
  readonly #client: DocketClient;
  readonly #tasks: Map<string, TaskHandler>;
  readonly #concurrency: number;
  readonly #workerId: string;
  readonly #graceSeconds: number;
  readonly #retry: RetryOptions;
  readonly #onProblem: OnProblem;
  readonly #stopping = new AbortController();
  readonly #giveUp = new AbortController();
  readonly #running = new Set<Promise<void>>();
  #graceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: DocketClient, options: TaskWorkerOptions) {
    this.#client = client;
    this.#tasks = new Map(Object.entries(options.tasks));
    this.#concurrency = options.concurrency ?? 10;
    this.#workerId = options.workerId ?? `worker-${crypto.randomUUID()}`;
    this.#graceSeconds = options.graceSeconds ?? 25;
    this.#retry = { ...DEFAULT_RETRY, ...options.retry };
    this.#onProblem =
      options.onProblem ?? ((message, error) => process.emitWarning(`${message}: ${String(error)}`, 'TaskWorker'));
  }

  /**
   * Works until `stop`, and then until every attempt that it took is reported. A lost connection is waited out; throws when the server refuses
   * the worker for good, as with a wrong key.
   */
  async run(): Promise<void> {
    try {
      await this.#takeWork();
    } finally {
      this.stop();
      await Promise.all(this.#running);
      clearTimeout(this.#graceTimer);
    }
  }

  /** Takes no more work, and gives up what is still running after the grace time; `run` then ends. */
  stop(): void {
    if (this.#stopping.signal.aborted) return;
    this.#stopping.abort();
    this.#graceTimer = setTimeout(
      () => this.#giveUp.abort(new WorkerStopped('the worker was stopped before the task was done')),
      this.#graceSeconds * 1000,
    );
  }

  async #takeWork(): Promise<void> {
    const { signal } = this.#stopping;
    let failures = 0;
    while (!signal.aborted) {
      if (this.#running.size >= this.#concurrency) {
        await Promise.race(this.#running);
        continue;
      }
      try {
        const { results } = await this.#poll(signal);
        failures = 0;
        for (const lease of results) this.#start(lease);
      } catch (error) {
        if (signal.aborted) return;
        if (!isTransient(error) && !isInternal(error)) throw error;
        failures += 1;
        if (failures === 1) this.#onProblem('cannot take work just now; trying on', error);
        await pause(delayAfter(error, failures, this.#retry), signal).catch(() => undefined);
      }
    }
  }

  /** A poll that `stop` cuts off may leave an attempt that was handed out in that very moment; its lease ends, and it is tried again. */
  #poll(signal: AbortSignal) {
    const input = {
      taskDefNames: [...this.#tasks.keys()],
      workerId: this.#workerId,
      max: Math.min(this.#concurrency - this.#running.size, MAX_POLL_TASKS),
      waitSeconds: POLL_SECONDS,
    };
    return this.#client.pollTaskRuns(input, { signal, attempts: 1, timeoutMs: (POLL_SECONDS + 10) * 1000 });
  }

  #start(lease: TaskLease): void {
    const handler = this.#tasks.get(lease.taskDefName);
    if (!handler) throw new Error(`the server handed out ${lease.taskDefName}, which was not asked for`);
    const attempt = runAttempt({
      client: this.#client,
      lease,
      handler,
      giveUp: this.#giveUp.signal,
      retry: this.#retry,
      onProblem: this.#onProblem,
    }).finally(() => this.#running.delete(attempt));
    this.#running.add(attempt);
  }
}

function isInternal(error: unknown): boolean {
  return error instanceof DocketError && error.code === 'INTERNAL';
}
