// The program that sends mails, while the past is played. Some addresses do not exist.
import type { TaskLease } from '#contracts/task-run.ts';
import type { Demo } from './call.ts';

const MOST = 50;

/** Does what is queued, retries included. */
export async function doTasks({ call }: Demo): Promise<void> {
  for (;;) {
    const poll = { taskDefNames: ['send-mail'], workerId: 'mail-worker-1', max: MOST };
    const { results } = await call('ada', 'pollTaskRuns', poll);
    if (results.length === 0) return;
    await Promise.all(results.map((lease) => report(lease, call)));
  }
}

async function report(lease: TaskLease, call: Demo['call']): Promise<void> {
  const { wfRunId, guid, attempt, leaseToken, inputs } = lease;
  const to = String(inputs[0]?.value);
  const held = { wfRunId, guid, attempt, leaseToken };
  const isUnknown = /^customer-.*[37]$/.test(to);
  await call('ada', 'reportTaskRun', {
    ...held,
    ...(isUnknown
      ? {
          error: { type: 'MailError', message: `550 ${to}@docket.example: no such mailbox` },
          logOutput: 'connected to mail.docket.example\nRCPT refused',
        }
      : { output: null, logOutput: `sent to ${to}@docket.example` }),
  });
}
