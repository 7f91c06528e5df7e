// RunWf: makes a WfRun and lets it go as far as it can without waiting (semantics.md 8, 13.1).
import type { Refusal } from '#contracts/problem.ts';
import { because } from '#contracts/reasons.ts';
import type { WfSpec } from '#contracts/wf-spec.ts';
import { beginRun } from '../begin-run.ts';
import type { CommandOf } from '../command.ts';
import type { WfRunState } from '../family.ts';
import { must } from '../invariant.ts';
import { lookup } from '../lookup.ts';
import { refuse, refuseInvalid } from '../refuse.ts';
import { checkInputs } from '../start-thread.ts';
import type { Work } from '../work.ts';

export function runWf(work: Work, command: CommandOf<'RunWf'>): Refusal | null {
  const { wfRunId, wfSpec: id, variables, requester, parentWfRunId, scheduleId } = command;
  if (lookup(work.family.runs, wfRunId)) return refuse('ALREADY_EXISTS', because('runExists', { wfRunId }));
  const spec = work.world.wfSpec(id);
  if (!spec) return refuse('NOT_FOUND', `There is no WfSpec ${id.name} ${id.majorVersion}.${id.revision}`);
  const parent = parentWfRunId === null ? null : (lookup(work.family.runs, parentWfRunId) ?? null);
  const refusal = refuseParent(spec, parentWfRunId, parent);
  if (refusal) return refusal;
  const entrypoint = must(lookup(spec.threads, spec.entrypoint), `WfSpec ${id.name} has no thread ${spec.entrypoint}`);
  const errors = checkInputs(entrypoint, variables, work.world);
  if (errors.length > 0) return refuseInvalid(errors);
  beginRun(work, spec, {
    id: wfRunId,
    variables,
    requester: requester ?? parent?.requester ?? null,
    parent: parent && { wfRunId: parent.id, threadRunNumber: null, position: null },
    scheduleId,
  });
  return null;
}

/** A WfSpec with a parent runs as a child of it, any other by itself. */
function refuseParent(spec: WfSpec, parentWfRunId: string | null, parent: WfRunState | null): Refusal | null {
  const path = 'parentWfRunId';
  if (!spec.parent) {
    return parentWfRunId === null
      ? null
      : refuseInvalid([{ path, message: `WfSpec ${spec.name} has no parent: leave this out` }]);
  }
  const { wfSpecName, majorVersion } = spec.parent;
  if (parentWfRunId === null) {
    return refuseInvalid([{ path, message: `is required: WfSpec ${spec.name} runs as a child of ${wfSpecName}` }]);
  }
  if (!parent) return refuse('FAILED_PRECONDITION', `There is no WfRun ${parentWfRunId} to be the parent`);
  const isOfSpec =
    parent.wfSpec.name === wfSpecName && (majorVersion === undefined || parent.wfSpec.majorVersion === majorVersion);
  if (isOfSpec) return null;
  const message = `WfRun ${parentWfRunId} is of ${parent.wfSpec.name} ${parent.wfSpec.majorVersion}, not of ${wfSpecName}${majorVersion === undefined ? '' : ` ${majorVersion}`}`;
  return refuseInvalid([{ path, message }]);
}
