// RunWf: makes a WfRun and lets it go as far as it can without waiting (semantics.md 13.1).
import type { Refusal } from '#contracts/problem.ts';
import { advance } from '../advance.ts';
import type { CommandOf } from '../command.ts';
import { must } from '../invariant.ts';
import { lookup } from '../lookup.ts';
import { refuse, refuseInvalid } from '../refuse.ts';
import { checkInputs, startThread } from '../start-thread.ts';
import { addRun, type Work } from '../work.ts';

export function runWf(work: Work, command: CommandOf<'RunWf'>): Refusal | null {
  const { wfRunId, wfSpec: id, variables, requester } = command;
  if (work.before) return refuse('ALREADY_EXISTS', `WfRun ${wfRunId} exists already`);
  const spec = work.world.wfSpec(id);
  if (!spec) return refuse('NOT_FOUND', `There is no WfSpec ${id.name} ${id.majorVersion}.${id.revision}`);
  const entrypoint = must(lookup(spec.threads, spec.entrypoint), `WfSpec ${id.name} has no thread ${spec.entrypoint}`);
  const errors = checkInputs(entrypoint, variables);
  if (errors.length > 0) return refuseInvalid(errors);
  const run = addRun(work, {
    id: wfRunId,
    wfSpec: { name: id.name, majorVersion: id.majorVersion, revision: id.revision },
    requester,
    status: 'RUNNING',
    startedAt: work.at,
    endedAt: null,
    nextThreadNumber: 0,
    threads: [],
    taskRuns: {},
    userTaskRuns: {},
  });
  startThread(work, run, spec.entrypoint, entrypoint, variables);
  advance(work, run);
  return null;
}
