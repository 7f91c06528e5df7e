// Run a WfSpec: a WfRun begins and goes as far as it can without waiting, in one commit.

import type { WfRun } from '#contracts/wf-run.ts';
import type { WfRunState } from '#engine/family.ts';
import { runCommand } from '#persistence/run-command.ts';
import { timestampOf } from '#persistence/user-task-view.ts';
import { findLatestWfSpecId } from '#persistence/wf-specs.ts';
import { newGuid } from '#platform/ids.ts';
import { invariant } from '#platform/invariant.ts';
import type { CallContext, Service } from './context.ts';
import { callerActor } from './policy/caller-actor.ts';
import { RefusedError, refuse, refuseInvalid } from './refuse.ts';

export const runWf: Service<'runWf'> = async (context, input) => {
  const { deps, principal, key } = context;
  const { tenantId } = principal;
  const { wfSpecName: name, majorVersion, revision, id: wfRunId = newGuid(), variables } = input;
  if (revision !== undefined && majorVersion === undefined) {
    refuseInvalid([{ path: 'majorVersion', message: 'must be given with a revision' }]);
  }
  const requester = requesterOf(context, input.requester);
  const wfSpec = await findLatestWfSpecId(deps.store, tenantId, { name, majorVersion, revision });
  if (!wfSpec)
    return refuse('NOT_FOUND', `There is no WfSpec ${[name, majorVersion, revision].filter(isGiven).join(' ')}.`);

  const result = await runCommand<WfRun>(deps.store, {
    tenantId,
    familyId: wfRunId,
    focus: null,
    call: key,
    decide: ({ now }) => ({
      command: {
        type: 'RunWf',
        wfRunId,
        wfSpec,
        variables,
        requester,
        at: now,
        actor: callerActor(principal, requester),
      },
    }),
    respond: (_, { family }) => {
      const run = family.runs[wfRunId];
      invariant(run, `WfRun ${wfRunId} is not there after it began`);
      return toWfRun(run);
    },
  });
  if (!result.ok) throw new RefusedError(result.refusal);
  return result.response;
};

const isGiven = (part: string | number | undefined): boolean => part !== undefined;

/** A person requests for themself; a service key, or an admin, may name another. */
function requesterOf({ principal }: CallContext, named: string | undefined): string | null {
  if (principal.kind === 'service') return named ?? null;
  if (named === undefined || named === principal.userId || principal.isAdmin) return named ?? principal.userId;
  return refuse('PERMISSION_DENIED', 'Only an admin may start a WfRun for another person.');
}

function toWfRun(run: WfRunState): WfRun {
  const { name: wfSpecName, majorVersion, revision } = run.wfSpec;
  const endOf = (at: number | null) => (at === null ? null : timestampOf(at));
  return {
    id: run.id,
    wfSpecName,
    majorVersion,
    revision,
    status: run.status,
    requester: run.requester,
    startedAt: timestampOf(run.startedAt),
    endedAt: endOf(run.endedAt),
    threadRuns: run.threads.map((thread) => ({
      number: thread.number,
      threadSpecName: thread.threadSpecName,
      status: thread.status,
      startedAt: timestampOf(thread.startedAt),
      endedAt: endOf(thread.endedAt),
      currentNodeName: thread.current.nodeName,
      currentNodePosition: thread.current.position,
      failure: thread.failure && { name: thread.failure.name, message: thread.failure.message },
    })),
  };
}
