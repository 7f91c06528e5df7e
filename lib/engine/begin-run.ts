// Making a WfRun: a root, or a child of a run of the family.
import type { JsonObject } from '#contracts/json.ts';
import type { WfSpec } from '#contracts/wf-spec.ts';
import type { WfRunState } from './family.ts';
import { startThread } from './start-thread.ts';
import { addRun, type Work } from './work.ts';

type RunStart = Pick<WfRunState, 'id' | 'requester' | 'parent' | 'scheduleId'> & { variables: JsonObject };

/** Adds a run whose entrypoint thread stands at its first node. Its variables have been checked. */
export function beginRun(work: Work, spec: WfSpec, { variables, ...start }: RunStart): WfRunState {
  const { name, majorVersion, revision } = spec;
  const run = addRun(work, {
    ...start,
    wfSpec: { name, majorVersion, revision },
    oldWfSpecs: [],
    status: 'RUNNING',
    startedAt: work.at,
    endedAt: null,
    eraseAt: null,
    nextThreadNumber: 0,
    threads: [],
    taskRuns: {},
    userTaskRuns: {},
    thrown: {},
    migration: null,
  });
  startThread(work, run, {
    type: 'ENTRYPOINT',
    threadSpecName: spec.entrypoint,
    wfSpec: run.wfSpec,
    parent: null,
    holder: null,
    inputs: variables,
  });
  return run;
}
