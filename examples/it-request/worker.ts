// The task worker of the process, a program of its own: node examples/it-request/worker.ts
import { DocketClient, registerWorkflow, TaskWorker } from '#sdk';
import { readConfig } from './config.ts';
import { mailThrough } from './send-mail.ts';
import { itRequest } from './workflow.ts';

const config = readConfig();
const client = new DocketClient(config);
const mail = mailThrough(config.smtpUrl);
const worker = new TaskWorker(client, {
  tasks: { 'send-mail': mail.handler },
  workerId: `it-request-worker-${process.pid}`,
  graceSeconds: 2,
  onProblem: (message, error) => console.error(`${message}: ${String(error)}`),
});

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => worker.stop());

try {
  await registerWorkflow(client, itRequest);
  console.log('worker ready');
  await worker.run();
} catch (error) {
  console.error(`the worker ended: ${String(error)}`);
  process.exitCode = 1;
} finally {
  mail.close();
}
