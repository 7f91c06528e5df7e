// The human workflow that is measured: a step by a worker, a decision by a person, another step by the worker. How calls travel is handed in.

import type { InputOf, OperationId, OutputOf } from '#contracts/operations/table.ts';
import { newGuid } from '#platform/ids.ts';

/** Does a call that must go through. */
export type Do = <Id extends OperationId>(id: Id, input: InputOf<Id>) => Promise<OutputOf<Id>>;

const WORKERS_MAX = 50;
const WAIT_SECONDS = 2;
const TASK = (name: string, to: string) => ({
  type: 'TASK',
  taskDefName: name,
  inputs: [{ variable: 'item' }],
  timeoutSeconds: 60,
  edges: [{ to }],
});

/** What is put before it runs: operation and body. */
export const DEFINITIONS: [id: 'putTaskDef' | 'putUserTaskDef' | 'putWfSpec', name: string, body: object][] = [
  ['putTaskDef', 'prepare', { inputVars: [{ name: 'item', type: 'STR' }], returnType: 'STR' }],
  ['putTaskDef', 'tell', { inputVars: [{ name: 'item', type: 'STR' }], returnType: 'STR' }],
  ['putUserTaskDef', 'approve', { fields: [{ name: 'isApproved', type: 'BOOL' }] }],
  [
    'putWfSpec',
    'human',
    {
      entrypoint: 'main',
      threads: {
        main: {
          variables: [
            { name: 'item', type: 'STR' },
            { name: 'note', type: 'STR' },
          ],
          nodes: {
            start: { type: 'ENTRYPOINT', edges: [{ to: 'prepare' }] },
            prepare: TASK('prepare', 'approve'),
            approve: {
              type: 'USER_TASK',
              userTaskDefName: 'approve',
              userGroup: { literal: 'finance' },
              context: { variable: 'item' },
              edges: [{ to: 'tell' }],
            },
            tell: TASK('tell', 'end'),
            end: { type: 'EXIT' },
          },
        },
      },
    },
  ],
];

export type Rig = {
  /** One run from its start to its end. */
  workflow: () => Promise<void>;
  /** Stops the worker. */
  close: () => Promise<void>;
};

/** Starts a worker in this process; `as` gives calls by the person who starts, the one who decides, and the worker. */
export function startRig(as: { starter: Do; decider: Do; worker: Do }): Rig {
  const waiting = new Map<string, () => void>();
  let isOpen = true;
  const reported = (wfRunId: string, guid: string): Promise<void> =>
    new Promise((resolve) => waiting.set(`${wfRunId} ${guid}`, resolve));

  const report = async (lease: OutputOf<'pollTaskRuns'>['results'][number]): Promise<void> => {
    const { wfRunId, guid, attempt, leaseToken } = lease;
    await as.worker('reportTaskRun', { wfRunId, guid, attempt, leaseToken, output: 'done' });
    const key = `${wfRunId} ${guid}`;
    waiting.get(key)?.();
    waiting.delete(key);
  };
  const work = async (): Promise<void> => {
    const wanted = {
      taskDefNames: ['prepare', 'tell'],
      workerId: 'bench',
      max: WORKERS_MAX,
      waitSeconds: WAIT_SECONDS,
    };
    while (isOpen) {
      const { results } = await as.worker('pollTaskRuns', wanted);
      for (const lease of results) {
        report(lease).catch((error) => {
          throw error;
        });
      }
    }
  };
  const worker = work();

  return {
    workflow: async () => {
      const id = newGuid();
      const [prepared, told] = [reported(id, '0-1'), reported(id, '0-3')];
      await as.starter('runWf', { wfSpecName: 'human', id, variables: { item: 'a chair', note: 'x'.repeat(300) } });
      await prepared;
      await as.decider('completeUserTaskRun', { wfRunId: id, guid: '0-2', results: { isApproved: true } });
      await told;
    },
    close: async () => {
      isOpen = false;
      await worker;
    },
  };
}
