// Plays a process in a test: the real server, the example's worker, and people who answer by the client.
import { afterAll, beforeAll, expect, vi } from 'vitest';
import {
  DocketClient,
  type JsonObject,
  type NodeRun,
  registerWorkflow,
  type TaskHandler,
  TaskWorker,
  type UserTaskRunSummary,
  type WfRun,
  type Workflow,
} from '#sdk';
import { type StartedDocket, startDocket } from './start-docket.ts';

type Run = Pick<WfRun, 'id'>;

const PATIENCE = { timeout: 20_000, interval: 25 };
const TEST_MS = 60_000;

/** Registers a workflow and starts its worker before the tests of a file, and stops all after them. */
export function playExample(workflow: Workflow, tasks: Record<string, TaskHandler> = {}) {
  let docket: StartedDocket;
  let client: DocketClient;
  let worker: TaskWorker;
  let working: Promise<void>;
  vi.setConfig({ testTimeout: TEST_MS });

  beforeAll(async () => {
    docket = await startDocket();
    client = new DocketClient(docket);
    await registerWorkflow(client, workflow);
    worker = new TaskWorker(client, { tasks });
    working = Object.keys(tasks).length > 0 ? worker.run() : Promise.resolve();
  });

  afterAll(async () => {
    worker.stop();
    await working;
    await docket[Symbol.asyncDispose]();
  });

  /** The open tasks of a run, once there are so many. */
  async function tasksOf(run: Run, count: number, form?: string): Promise<UserTaskRunSummary[]> {
    return vi.waitFor(async () => {
      const { results } = await client.searchUserTaskRuns({ wfRunId: run.id, userTaskDefName: form });
      const open = results.filter(({ status }) => status === 'ASSIGNED' || status === 'UNASSIGNED');
      expect(open, `open tasks ${form ?? ''}`).toHaveLength(count);
      return open;
    }, PATIENCE);
  }

  async function taskOf(run: Run, form: string): Promise<UserTaskRunSummary> {
    const [task] = await tasksOf(run, 1, form);
    if (!task) throw new Error(`there is no open ${form}`);
    return task;
  }

  async function complete(task: UserTaskRunSummary, userId: string, results: JsonObject): Promise<void> {
    await client.completeUserTaskRun({ wfRunId: task.wfRunId, guid: task.guid, userId, results });
  }

  /** What the tasks of a run wrote into their logs, in order. */
  async function logOf(run: Run): Promise<string[]> {
    const { results } = await client.listTaskRuns({ wfRunId: run.id });
    const logs = results.flatMap(({ attempts }) => attempts.map(({ logOutput }) => logOutput));
    return logs.filter((log) => log !== null);
  }

  return {
    client: () => client,
    advanceClock: (seconds: number) => docket.advanceClock(seconds),
    start: (variables: JsonObject): Promise<WfRun> => client.runWf({ wfSpecName: workflow.name, variables }),
    tasksOf,
    taskOf,
    complete,
    /** Someone fills in the form that waits in a run; gives the task as it was. */
    answer: async (run: Run, form: string, userId: string, results: JsonObject): Promise<UserTaskRunSummary> => {
      const task = await taskOf(run, form);
      await complete(task, userId, results);
      return task;
    },
    childOf: (run: Run): Promise<Run> =>
      vi.waitFor(async () => {
        const { results } = await client.searchWfRuns({ parentWfRunId: run.id });
        expect(results).toHaveLength(1);
        return { id: results[0]?.id ?? '' };
      }, PATIENCE),
    /** The arrival at a node of the type, once a thread stands there. */
    standsAt: (run: Run, nodeType: string): Promise<NodeRun | undefined> =>
      vi.waitFor(async () => {
        const { results } = await client.listNodeRuns({ wfRunId: run.id });
        const arrival = results.find((one) => one.nodeType === nodeType && one.endedAt === null);
        expect(arrival, `a thread at a ${nodeType}`).toBeDefined();
        return arrival;
      }, PATIENCE),
    logOf,
    /** Waits until attempts have reported this log so often; those that are tried again by themselves go on meanwhile. */
    logged: (run: Run, log: string, times = 1): Promise<void> =>
      vi.waitFor(async () => {
        expect((await logOf(run)).filter((text) => text.includes(log)).length).toBeGreaterThanOrEqual(times);
      }, PATIENCE),
    /** The run as it has ended. */
    endOf: (run: Run): Promise<WfRun> =>
      vi.waitFor(async () => {
        const now = await client.getWfRun({ wfRunId: run.id });
        expect(now.endedAt, `${run.id} is ${now.status} and has not ended`).not.toBeNull();
        return now;
      }, PATIENCE),
  };
}
