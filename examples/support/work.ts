// A task worker as a program: registers a workflow, then does its tasks until it is told to stop.
import { registerWorkflow, type TaskHandler, TaskWorker, type Workflow } from '#sdk';
import { callDocket } from './call-docket.ts';

export async function work(workflow: Workflow, tasks: Record<string, TaskHandler>): Promise<void> {
  await callDocket(async (client) => {
    const { name, majorVersion, revision } = await registerWorkflow(client, workflow);
    const worker = new TaskWorker(client, { tasks, workerId: `${name}-worker-${process.pid}`, graceSeconds: 2 });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => worker.stop());
    console.log(`${name} ${majorVersion}.${revision} is registered, and the worker is ready`);
    await worker.run();
  });
}
