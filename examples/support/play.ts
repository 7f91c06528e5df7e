// Plays a process in a test: the real server, the example's worker, and people who answer by the client.
import { afterAll, beforeAll, expect, vi } from 'vitest';
import {
  DocketClient,
  type JsonObject,
  registerWorkflow,
  type TaskHandler,
  TaskWorker,
  type UserTaskRunSummary,
  type WfRun,
  type Workflow,
} from '#sdk';
import { type StartedDocket, startDocket } from '#testing/start-docket.ts';

const WAIT = { timeout: 20_000, interval: 25 };

/** Registers a workflow and starts its worker before the tests of a file, and stops all after them. */
export function playExample(workflow: Workflow, tasks: Record<string, TaskHandler> = {}) {
  let docket: StartedDocket;
  let client: DocketClient;
  let worker: TaskWorker | undefined;
  let working: Promise<void> | undefined;

  beforeAll(async () => {
    docket = await startDocket();
    client = new DocketClient(docket);
    await registerWorkflow(client, workflow);
    if (Object.keys(tasks).length === 0) return;
    worker = new TaskWorker(client, { tasks, graceSeconds: 0, onProblem: () => undefined });
    working = worker.run();
  });

  afterAll(async () => {
    worker?.stop();
    await working;
    await docket[Symbol.asyncDispose]();
  });

  /** The open task of a form in a run, once there is one. */
  const taskOf = (run: WfRun, form: string, of: { userId?: string } = {}): Promise<UserTaskRunSummary> =>
    vi.waitFor(async () => {
      const { results } = await client.searchUserTaskRuns({ wfRunId: run.id, userTaskDefName: form, ...of });
      const open = results.find(({ status }) => status === 'ASSIGNED' || status === 'UNASSIGNED');
      expect(open, `an open ${form}`).toBeDefined();
      return open as UserTaskRunSummary;
    }, WAIT);

  return {
    client: () => client,
    advanceClock: (seconds: number) => docket.advanceClock(seconds),
    start: (variables: JsonObject): Promise<WfRun> => client.runWf({ wfSpecName: workflow.name, variables }),
    taskOf,
    /** Someone fills in the form that waits for them. */
    answer: async (run: WfRun, form: string, userId: string, results: JsonObject): Promise<UserTaskRunSummary> => {
      const { wfRunId, guid, ...task } = await taskOf(run, form);
      await client.completeUserTaskRun({ wfRunId, guid, userId, results });
      return { wfRunId, guid, ...task };
    },
    /** The run as it has ended. */
    endOf: (run: { id: string }): Promise<WfRun> =>
      vi.waitFor(async () => {
        const now = await client.getWfRun({ wfRunId: run.id });
        expect(now.endedAt, `${run.id} has ended, and is ${now.status}`).not.toBeNull();
        return now;
      }, WAIT),
    /** What the tasks of a run wrote into their logs, in order. */
    logOf: async (run: { id: string }): Promise<string[]> => {
      const { results } = await client.listTaskRuns({ wfRunId: run.id });
      return results.flatMap(({ attempts }) =>
        attempts.flatMap(({ logOutput }) => (logOutput === null ? [] : [logOutput])),
      );
    },
  };
}
