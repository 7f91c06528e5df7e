// Checkpoints: what an attempt has done once and for all. Each extends the lease, for it shows that the worker is at it (L45).
import { findCheckpoint, insertCheckpoint } from '#persistence/checkpoints.ts';
import type { Service } from './context.ts';
import { refuse } from './refuse.ts';
import { refuseStaleLease } from './refuse-stale-lease.ts';

export const putCheckpoint: Service<'putCheckpoint'> = async (context, input) => {
  const { deps, principal } = context;
  const { valueBytes } = deps.settings.limits;
  const bytes = Buffer.byteLength(JSON.stringify(input.value));
  if (bytes > valueBytes) {
    refuse('PAYLOAD_TOO_LARGE', `The value has ${bytes} bytes, and ${valueBytes} are allowed (MAX_VALUE_BYTES).`);
  }
  const outcome = await insertCheckpoint(deps.store, principal.tenantId, input);
  if (outcome === 'STALE') return refuseStaleLease(context, input);
  if ('expected' in outcome) {
    const { expected } = outcome;
    return refuse('FAILED_PRECONDITION', `The next checkpoint of this TaskRun is ${expected}, not ${input.number}.`);
  }
  return outcome;
};

export const getCheckpoint: Service<'getCheckpoint'> = async ({ deps, principal }, { wfRunId, guid, number }) =>
  (await findCheckpoint(deps.store, principal.tenantId, { wfRunId, guid, number })) ??
  refuse('NOT_FOUND', `There is no checkpoint ${number} of this TaskRun.`);
