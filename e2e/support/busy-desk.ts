// A group whose work has come to every end that there is, told apart from all other by a definition of its own.
import { expect } from '@playwright/test';
import { DocketClient } from '#sdk';
import type { Docket } from './docket.ts';

export type BusyDesk = {
  group: string;
  /** The UserTaskDef and the WfSpec. */
  name: string;
  /** A member, who holds a task and has completed two. */
  userId: string;
  /** Tasks that nobody has. */
  waiting: { wfRunId: string; guid: string }[];
  client: DocketClient;
};

const GUID = '0-1';
const TASKS = 6;

/** Six tasks, each of which a hook has fired for: two are done, one is cancelled, one in hand, two wait, of which one is overdue. */
export async function makeBusyDesk(docket: Docket): Promise<BusyDesk> {
  const client = new DocketClient(docket);
  const mark = crypto.randomUUID().slice(0, 8);
  const [name, group, userId] = [`lamp-${mark}`, `lamps-${mark}`, `lou-${mark}`];
  await client.putGroup({ name: group });
  await client.putUser({ userId, displayName: 'Lou Lampion', groups: [group], password: 'docket-demo' });
  await client.putTaskDef({ name: `tell-${name}`, inputVars: [] });
  await client.putUserTaskDef({
    name,
    displayName: `Test a lamp ${mark}`,
    fields: [{ name: 'shines', displayName: 'Does it shine?', type: 'BOOL' }],
  });
  await client.putWfSpec({ name, ...workflow(name, group) });

  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
  const runs: string[] = [];
  for (let number = 1; number <= TASKS; number++) {
    const variables = { what: `Lamp ${number}`, dueAt: number === TASKS ? anHourAgo : inAnHour };
    const { id } = await client.runWf({ wfSpecName: name, variables, requester: userId });
    runs.push(id);
  }
  await haveFired(client, name);
  const [done = '', alsoDone = '', cancelled = '', held = '', ...rest] = runs;
  for (const wfRunId of [done, alsoDone, held]) await client.claimUserTaskRun({ wfRunId, guid: GUID, userId });
  for (const wfRunId of [done, alsoDone]) {
    await client.completeUserTaskRun({ wfRunId, guid: GUID, userId, results: { shines: true } });
  }
  await client.cancelUserTaskRun({ wfRunId: cancelled, guid: GUID, reason: 'It is broken.' });
  return { group, name, userId, waiting: rest.map((wfRunId) => ({ wfRunId, guid: GUID })), client };
}

/** Hooks are void once their task is finished: so all of them have their turn first. */
async function haveFired(client: DocketClient, userTaskDefName: string): Promise<void> {
  const from = new Date(Date.now() - 86_400_000).toISOString();
  const countFirings = async () => {
    const { hookFirings } = await client.getUserTaskMetrics({ userTaskDefName, from });
    return hookFirings.reduce((sum, { count }) => sum + count, 0);
  };
  await expect.poll(countFirings, { message: 'firings of hooks' }).toBe(TASKS);
}

/** A task of the group, whose context and due date the run is given, with a hook at once. */
const workflow = (name: string, group: string) => ({
  entrypoint: 'main',
  threads: {
    main: {
      variables: [
        { name: 'what', type: 'STR' as const, required: true },
        { name: 'dueAt', type: 'TIMESTAMP' as const },
      ],
      nodes: {
        start: { type: 'ENTRYPOINT' as const, edges: [{ to: 'test' }] },
        test: {
          type: 'USER_TASK' as const,
          userTaskDefName: name,
          userGroup: { literal: group },
          context: { variable: 'what' },
          dueAt: { variable: 'dueAt' },
          actions: [
            {
              hook: 'ON_ARRIVAL' as const,
              delay: { literal: 0 },
              action: { type: 'TASK' as const, taskDefName: `tell-${name}`, inputs: [] },
            },
          ],
          edges: [{ to: 'end' }],
        },
        end: { type: 'EXIT' as const },
      },
    },
  },
});
