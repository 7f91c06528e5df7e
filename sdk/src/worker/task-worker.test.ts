import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TaskLease } from '../../../lib/contracts/task-run.ts';
import { DocketClient } from '../client/docket-client.ts';
import { type Answer, type FakeServer, type Received, refusal, startFakeServer } from '../testing/fake-server.ts';
import { defineTask } from '../workflow/define-task.ts';
import { TaskException } from './task-exception.ts';
import { type TaskContext, type TaskHandler, taskHandler } from './task-handler.ts';
import { TaskWorker, type TaskWorkerOptions } from './task-worker.ts';

const lease = (more: Partial<TaskLease> = {}): TaskLease => ({
  wfRunId: 'run-1',
  guid: '0-4',
  taskDefName: 'greet',
  wfSpecName: 'hello',
  threadRunNumber: 0,
  nodeRunPosition: 4,
  attempt: 0,
  inputs: [{ name: 'who', value: 'Maria' }],
  leaseToken: 'token-1',
  leaseUntil: '2030-01-01T00:01:00Z',
  timeoutSeconds: 60,
  scheduledAt: '2030-01-01T00:00:00Z',
  checkpoints: 0,
  userTask: null,
  ...more,
});

const leases = (...results: TaskLease[]): Answer => ({ status: 200, body: { results } });
const NO_CONTENT: Answer = { status: 204 };
const EXTENDED: Answer = { status: 200, body: { leaseUntil: '' } };

type Script = {
  polls: Answer[];
  /** Answers to reports in turn; taken for good once they are used up. */
  reports?: Answer[];
  heartbeat?: Answer;
  checkpoint?: Answer;
};

/** A server that follows the script, its last poll hanging like one that waits for work. */
function startServer({ polls, reports = [], heartbeat = EXTENDED, checkpoint = EXTENDED }: Script) {
  return startFakeServer((request: Received) => {
    if (request.path.endsWith('/poll')) return polls.shift() ?? 'hang';
    if (request.path.endsWith('/heartbeat')) return heartbeat;
    if (request.path.includes('/checkpoints/')) return checkpoint;
    return reports.shift() ?? NO_CONTENT;
  });
}

function startWorker(server: FakeServer, greet: TaskHandler, options: Partial<TaskWorkerOptions> = {}) {
  const problems: string[] = [];
  const client = new DocketClient({ url: server.url, apiKey: 'secret' });
  const worker = new TaskWorker(client, {
    tasks: { greet },
    workerId: 'w',
    retry: { baseDelayMs: 0 },
    onProblem: (message) => problems.push(message),
    ...options,
  });
  return { worker, problems, ended: worker.run() };
}

/** A task that the test ends when it likes. */
function openTask() {
  const { promise: started, resolve: start } = Promise.withResolvers<TaskContext>();
  const { promise, resolve: finish, reject: fail } = Promise.withResolvers<unknown>();
  const handler: TaskHandler = (_, context) => {
    start(context);
    return promise;
  };
  return { handler, started, finish, fail };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a task', () => {
  it('gets its inputs and its context, and its output is reported with its log', async () => {
    await using server = await startServer({ polls: [leases(lease({ attempt: 2 }))] });
    const seen: unknown[] = [];
    const { worker, ended } = startWorker(server, (input, context) => {
      seen.push(input, context.wfRunId, context.attempt, context.idempotencyKey);
      context.log('greeting');
      context.log('greeted');
      return { text: 'Hello' };
    });
    const report = await server.received('/report');
    worker.stop();
    await ended;
    expect(seen).toEqual([{ who: 'Maria' }, 'run-1', 2, 'run-1/0-4']);
    expect(server.requests[0]?.body).toEqual({ taskDefNames: ['greet'], workerId: 'w', max: 10, waitSeconds: 20 });
    expect(report.path).toBe('/wf-runs/run-1/task-runs/0-4/report');
    expect(report.body).toEqual({
      attempt: 2,
      leaseToken: 'token-1',
      output: { text: 'Hello' },
      logOutput: 'greeting\ngreeted',
    });
  });

  it.each<[string, TaskHandler, Record<string, unknown>]>([
    ['nothing as null', () => undefined, { output: null }],
    ['a bigint as an INT', () => 2n ** 60n, { output: '1152921504606846976' }],
    [
      'a TaskException as an exception',
      () => {
        throw new TaskException('out-of-stock', 'None left', { left: 0 });
      },
      { exception: { name: 'out-of-stock', message: 'None left', content: { left: 0 } } },
    ],
    [
      'any other as an error, its stack in the log',
      async () => {
        throw new RangeError('too far');
      },
      { error: { type: 'RangeError', message: 'too far' }, logOutput: expect.stringContaining('task-worker.test.ts') },
    ],
  ])('reports %s', async (_, handler, outcome) => {
    await using server = await startServer({ polls: [leases(lease())] });
    const { worker, ended } = startWorker(server, handler);
    const report = await server.received('/report');
    worker.stop();
    await ended;
    expect(report.body).toMatchObject(outcome);
  });

  it('gets the types of its definition', async () => {
    const greet = defineTask({ name: 'greet', inputs: { who: 'STR' }, returns: 'STR' });
    const forget = defineTask({ name: 'forget', inputs: { who: 'STR' } });
    const handler = taskHandler(greet, ({ who }) => `Hello ${who?.toUpperCase()}`);
    expect(await taskHandler(forget, ({ who }) => who)({ who: 'Maria' }, {} as TaskContext)).toBeNull();
    // @ts-expect-error the task returns text
    taskHandler(greet, () => 7);
    // @ts-expect-error there is no such input
    taskHandler(greet, ({ whom }) => String(whom));
    await using server = await startServer({ polls: [leases(lease())] });
    const { worker, ended } = startWorker(server, handler);
    expect((await server.received('/report')).body).toMatchObject({ output: 'Hello MARIA' });
    worker.stop();
    await ended;
  });

  it('gets values as its definition has them, and gives them back so', async () => {
    const double = defineTask({
      name: 'greet',
      inputs: { amount: 'INT', since: 'TIMESTAMP', picture: 'BYTES', list: { array: 'INT' } },
      returns: { map: { key: 'STR', value: 'INT' } },
    });
    const inputs = [
      { name: 'amount', value: '9007199254740993' },
      { name: 'since', value: '2030-01-01T00:00:00Z' },
      { name: 'picture', value: 'AQI=' },
      { name: 'list', value: [1, null] },
    ];
    await using server = await startServer({ polls: [leases(lease({ inputs }))] });
    const seen: unknown[] = [];
    const handler = taskHandler(double, (input) => {
      seen.push(input);
      return { twice: BigInt(input.amount ?? 0) * 2n };
    });
    const { worker, ended } = startWorker(server, handler);
    expect((await server.received('/report')).body).toMatchObject({ output: { twice: '18014398509481986' } });
    worker.stop();
    await ended;
    const [since, picture] = [new Date('2030-01-01T00:00:00Z'), Uint8Array.of(1, 2)];
    expect(seen).toEqual([{ amount: 9007199254740993n, since, picture, list: [1, null] }]);
  });

  it('whose inputs are not what its definition says is reported as that, and not begun', async () => {
    const greet = defineTask({ name: 'greet', inputs: { who: { array: 'STR' } } });
    await using server = await startServer({ polls: [leases(lease())] });
    const handle = vi.fn();
    const { worker, ended } = startWorker(server, taskHandler(greet, handle));
    const { body } = await server.received('/report');
    worker.stop();
    await ended;
    expect(body).toEqual({ attempt: 0, leaseToken: 'token-1', inputError: { message: 'who is no array of STR' } });
    expect(handle).not.toHaveBeenCalled();
  });
});

describe('a checkpoint', () => {
  it('is kept, and what an earlier attempt kept is not done again', async () => {
    await using server = await startServer({
      polls: [leases(lease({ attempt: 1, checkpoints: 1 }))],
      checkpoint: { status: 200, body: { number: 0, value: 'AUTH-1' } },
    });
    const authorize = vi.fn(() => 'AUTH-2');
    const { worker, ended } = startWorker(server, async (_, context) => {
      const authorization = await context.checkpoint(authorize);
      const transfer = await context.checkpoint(async () => `TRANSFER-${authorization}`);
      return [authorization, transfer];
    });
    const report = await server.received('/report');
    worker.stop();
    await ended;
    expect(authorize).not.toHaveBeenCalled();
    expect(report.body).toMatchObject({ output: ['AUTH-1', 'TRANSFER-AUTH-1'] });
    const path = '/wf-runs/run-1/task-runs/0-4/checkpoints';
    expect(server.requests.filter((request) => request.path.includes('checkpoints'))).toMatchObject([
      { method: 'GET', path: `${path}/0` },
      { method: 'PUT', path: `${path}/1`, body: { attempt: 1, leaseToken: 'token-1', value: 'TRANSFER-AUTH-1' } },
    ]);
  });

  it('that is refused ends the attempt, whose outcome is dropped', async () => {
    await using server = await startServer({
      polls: [leases(lease())],
      checkpoint: refusal('FAILED_PRECONDITION', 'The lease has ended'),
    });
    const task = openTask();
    const { worker, problems, ended } = startWorker(server, (input, context) => {
      task.handler(input, context);
      return context.checkpoint(() => 'done');
    });
    const context = await task.started;
    await vi.waitFor(() => expect(context.signal.aborted).toBe(true));
    worker.stop();
    await ended;
    expect(server.to('/report')).toEqual([]);
    expect(problems[0]).toContain('the lease was lost');
  });

  it('ends before the next one begins', async () => {
    await using server = await startServer({ polls: [leases(lease())] });
    const { worker, ended } = startWorker(server, (_, { checkpoint }) =>
      Promise.all([checkpoint(() => 1), checkpoint(() => 2)]),
    );
    const report = await server.received('/report');
    worker.stop();
    await ended;
    expect(report.body).toMatchObject({ error: { message: expect.stringContaining('before the next one begins') } });
  });
});

describe('a lost connection', () => {
  it('while polling is waited out', async () => {
    await using server = await startServer({ polls: ['drop', refusal('UNAVAILABLE', 'Starting'), leases(lease())] });
    const { worker, problems, ended } = startWorker(server, () => 'done');
    await server.received('/report');
    worker.stop();
    await ended;
    expect(problems).toEqual(['cannot take work just now; trying on']);
  });

  it('while reporting loses no outcome: the same report is sent until it is answered', async () => {
    const reports: Answer[] = ['drop', refusal('INTERNAL', 'Oops'), refusal('ABORTED', 'Busy'), NO_CONTENT];
    await using server = await startServer({ polls: [leases(lease())], reports });
    const greet = vi.fn(() => 'done');
    const { worker, ended } = startWorker(server, greet);
    await server.received('/report', 4);
    worker.stop();
    await ended;
    const bodies = server.to('/report').map((report) => report.body);
    expect(bodies).toEqual(Array(4).fill({ attempt: 0, leaseToken: 'token-1', output: 'done' }));
    expect(greet).toHaveBeenCalledOnce();
  });
});

describe('a lease', () => {
  it('is extended every third of its time for as long as the task runs', async () => {
    await using server = await startServer({ polls: [leases(lease())] });
    const task = openTask();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { worker, ended } = startWorker(server, task.handler);
    await task.started;
    await vi.advanceTimersByTimeAsync(19_999);
    expect(server.to('/heartbeat')).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    const heartbeat = await server.received('/heartbeat');
    expect(heartbeat.path).toBe('/wf-runs/run-1/task-runs/0-4/heartbeat');
    expect(heartbeat.body).toEqual({ attempt: 0, leaseToken: 'token-1' });
    task.finish('done');
    await server.received('/report');
    worker.stop();
    await ended;
    expect(server.to('/heartbeat')).toHaveLength(1);
  });

  it('that another worker has ends the task, and its outcome is dropped', async () => {
    const heartbeat = refusal('FAILED_PRECONDITION', 'The lease has ended');
    await using server = await startServer({ polls: [leases(lease())], heartbeat });
    const task = openTask();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { worker, problems, ended } = startWorker(server, task.handler);
    const { signal } = await task.started;
    signal.addEventListener('abort', () => task.finish('too late'));
    await vi.advanceTimersByTimeAsync(20_000);
    await server.received('/poll', 2);
    worker.stop();
    await ended;
    expect(signal.aborted).toBe(true);
    expect(server.to('/report')).toEqual([]);
    expect(problems).toEqual(['greet run-1/0-4, attempt 0: the lease was lost; the outcome is dropped']);
  });

  it('that has ended when the report comes is not fought over', async () => {
    const reports = [refusal('FAILED_PRECONDITION', 'The lease has ended')];
    await using server = await startServer({ polls: [leases(lease())], reports });
    const { worker, problems, ended } = startWorker(server, () => 'done');
    await server.received('/report');
    worker.stop();
    await ended;
    expect(server.to('/report')).toHaveLength(1);
    expect(problems).toEqual(['greet run-1/0-4, attempt 0: its outcome could not be reported']);
  });
});

describe('an outcome that the server does not take', () => {
  it('becomes an error, so that the run learns of it', async () => {
    const reports = [refusal('PAYLOAD_TOO_LARGE', 'At most 1 MB')];
    await using server = await startServer({ polls: [leases(lease())], reports });
    const { worker, ended } = startWorker(server, () => 'x'.repeat(100));
    const second = await server.received('/report', 2);
    worker.stop();
    await ended;
    const message = 'Docket does not take the outcome: At most 1 MB';
    expect(second.body).toMatchObject({ error: { type: 'UnreportableOutcome', message } });
  });
});

describe('concurrency', () => {
  it('asks for no more than there is room for', async () => {
    const first = openTask();
    const second = openTask();
    const handlers = [first.handler, second.handler];
    await using server = await startServer({ polls: [leases(lease()), leases(lease({ guid: '0-5' }))] });
    const { worker, ended } = startWorker(server, (input, context) => handlers.shift()?.(input, context), {
      concurrency: 2,
    });
    await second.started;
    expect(server.to('/poll').map((poll) => (poll.body as { max: number }).max)).toEqual([2, 1]);
    first.finish('done');
    await server.received('/poll', 3);
    expect(server.to('/poll')).toHaveLength(3);
    second.finish('done');
    worker.stop();
    await ended;
    expect(server.to('/report')).toHaveLength(2);
  });
});

describe('stopping', () => {
  it('ends the waiting poll, and lets a running task finish and report', async () => {
    await using server = await startServer({ polls: [leases(lease())] });
    const task = openTask();
    const { worker, ended } = startWorker(server, task.handler);
    const { signal } = await task.started;
    await server.received('/poll', 2);
    worker.stop();
    task.finish('done');
    await ended;
    expect(signal.aborted).toBe(false);
    expect(server.to('/report')).toHaveLength(1);
    expect(server.to('/poll')).toHaveLength(2);
  });

  it('gives up a task that takes too long, and says so', async () => {
    await using server = await startServer({ polls: [leases(lease())] });
    const task = openTask();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { worker, ended } = startWorker(server, task.handler, { graceSeconds: 5 });
    const { signal } = await task.started;
    worker.stop();
    await vi.advanceTimersByTimeAsync(5000);
    await ended;
    expect(signal.aborted).toBe(true);
    expect(server.to('/report')[0]?.body).toMatchObject({ error: { type: 'WorkerStopped' } });
  });

  it('happens by itself when the server refuses the worker for good', async () => {
    await using server = await startServer({ polls: [refusal('UNAUTHENTICATED', 'No such key')] });
    const { ended } = startWorker(server, () => 'done');
    await expect(ended).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(server.to('/poll')).toHaveLength(1);
  });
});
