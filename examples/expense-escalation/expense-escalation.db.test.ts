import { expect, it, vi } from 'vitest';
import { playExample } from '#testing/play-example.ts';
import { tasks } from './tasks.ts';
import { expenseEscalation } from './workflow.ts';

const HOUR = 3600;
const play = playExample(expenseEscalation, tasks);
const start = () => play.start({ requester: 'maria', euros: 120, boss: 'ada' });
type Run = Awaited<ReturnType<typeof start>>;

/** Time passes; waits until that has put the task into these hands. */
async function afterHours(run: Run, hours: number, owners: { userId: string | null; userGroup: string | null }) {
  const { wfRunId, guid } = await play.taskOf(run, 'approve-expense');
  await play.advanceClock(hours * HOUR);
  return vi.waitFor(async () => {
    const task = await play.client().getUserTaskRun({ wfRunId, guid });
    expect(task).toMatchObject(owners);
    return task;
  }, 10_000);
}

it('what nobody claims is remembered, and goes to the boss', async () => {
  const run = await start();
  await play.advanceClock(HOUR);
  await play.logged(run, 'to all of finance: maria waits for 120 euros');
  const task = await afterHours(run, 3, { userId: 'ada', userGroup: 'finance' });
  expect(task.events.at(-1)).toMatchObject({ actorKind: 'hook', cause: 'on-task-assigned' });
  await play.complete(task, 'ada', { isApproved: true });
  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED', output: 'approved' });
});

it('what somebody claims and forgets goes back to the group', async () => {
  const run = await start();
  const { wfRunId, guid } = await play.taskOf(run, 'approve-expense');
  await play.client().claimUserTaskRun({ wfRunId, guid, userId: 'fred' });
  await play.advanceClock(1.5 * HOUR);
  await play.logged(run, 'to fred: maria waits for 120 euros');
  const draft = { wfRunId, guid, userId: 'fred', results: { remarks: 'The receipt is missing' } };
  await play.client().saveUserTaskRun(draft);
  await afterHours(run, 1, { userId: 'fred', userGroup: 'finance' });
  const task = await afterHours(run, 1, { userId: null, userGroup: 'finance' });
  expect(task.events.at(-1)).toMatchObject({ cause: 'on-inactivity' });
  expect(task.draft).toMatchObject({ savedBy: 'fred' });
  await play.complete(task, 'fiona', { isApproved: false });
  expect(await play.endOf(run)).toMatchObject({ output: 'refused' });
  expect(await play.logOf(run)).toContain('to maria: Your expense is refused');
});

it('what nobody decides is over after three days, and the process goes on with that', async () => {
  const run = await start();
  const { results: hooks } = await play.client().listUserTaskHooks({ wfRunId: run.id, guid: '0-1' });
  expect(hooks.map(({ effect }) => effect?.type)).toEqual(['TASK', 'REASSIGN', 'CANCEL']);
  await play.advanceClock(72 * HOUR);
  expect(await play.endOf(run)).toMatchObject({ status: 'COMPLETED', output: 'expired' });
  const { events } = await play.client().getUserTaskRun({ wfRunId: run.id, guid: '0-1' });
  expect(events.at(-1)).toMatchObject({ type: 'CANCELLED', reason: 'Nobody decided within three days' });
});

it('all of that can be seen beforehand', async () => {
  const { entries, status } = await play.client().simulateWfSpec({
    spec: { name: expenseEscalation.name },
    inputs: { requester: 'maria', euros: 120, boss: 'ada' },
    elapse: 73 * HOUR,
  });
  expect(status).toBe('COMPLETED');
  const owners = entries.flatMap((entry) =>
    entry.type === 'USER_TASK' && entry.event.type === 'ASSIGNED' ? [entry.event.after.userId] : [],
  );
  // The boss does nothing either: it goes back, and comes again.
  expect(owners.slice(0, 4)).toEqual([null, 'ada', null, 'ada']);
});
