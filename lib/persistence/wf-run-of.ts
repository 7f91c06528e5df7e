// A WfRun as callers see it, made of its live state.
import type { Failure, ThreadRun, WfRun } from '#contracts/wf-run.ts';
import type { FailureState, Family, ThreadRunState, WfRunState } from '#engine/family.ts';
import { invariant } from '#platform/invariant.ts';
import { timestampOf } from './user-task-view.ts';

const endOf = (at: number | null): string | null => (at === null ? null : timestampOf(at));

/** The run that a step has just been about. */
export function wfRunIn(family: Family, wfRunId: string): WfRun {
  const run = family.runs[wfRunId];
  invariant(run, `WfRun ${wfRunId} is not there after its own step`);
  return wfRunOf(run);
}

export function wfRunOf(run: WfRunState): WfRun {
  const { name: wfSpecName, majorVersion, revision } = run.wfSpec;
  return {
    id: run.id,
    wfSpecName,
    majorVersion,
    revision,
    status: run.status,
    requester: run.requester,
    parentWfRunId: run.parent?.wfRunId ?? null,
    scheduledWfRunId: run.scheduleId,
    startedAt: timestampOf(run.startedAt),
    endedAt: endOf(run.endedAt),
    oldWfSpecVersions: run.oldWfSpecs,
    output: run.threads.find(({ number }) => number === 0)?.output ?? null,
    threadRuns: run.threads.map(threadRunOf),
  };
}

function threadRunOf(thread: ThreadRunState): ThreadRun {
  return {
    number: thread.number,
    type: thread.type,
    parentThreadRunNumber: thread.parent,
    threadSpecName: thread.threadSpecName,
    status: thread.status,
    startedAt: timestampOf(thread.startedAt),
    endedAt: endOf(thread.endedAt),
    currentNodeName: thread.current.nodeName,
    currentNodePosition: thread.current.position,
    haltReasons: thread.haltReasons,
    handledFailedChildren: thread.handledFailedChildren,
    failure: thread.failure && failureOf(thread.failure),
    output: thread.output,
  };
}

export function failureOf({ name, message, content, handler, handled }: FailureState): Failure {
  return { name, message, content, handlerThreadRunNumber: handler, wasProperlyHandled: handled };
}
