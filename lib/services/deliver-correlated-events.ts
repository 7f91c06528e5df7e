// Correlated events that meet a node which waits for their key: each becomes an ExternalEvent of that node, exactly once, since the commit takes
// both rows with it.
import { type CorrelatedPair, dropCorrelation, findCorrelatedPairs } from '#persistence/correlations.ts';
import { findDefinition } from '#persistence/definitions.ts';
import { type CommandResult, runCommand } from '#persistence/run-command.ts';
import { newGuid } from '#platform/ids.ts';
import type { Deps } from './deps.ts';
import { failedAlone } from './failed-alone.ts';

const BATCH = 100;

/** `guid` is that of the ExternalEvent. */
export type Delivery = { pair: CorrelatedPair; guid: string };
export type Deliveries = {
  delivered: Delivery[];
  /** What could not be done: it is tried again with the next look. */
  failures: { pair: CorrelatedPair; reason: string }[];
  isMore: boolean;
};

/** Delivers to a batch of nodes. */
export async function deliverCorrelatedEvents(deps: Deps): Promise<Deliveries> {
  const pairs = await findCorrelatedPairs(deps.store, BATCH);
  const outcomes = await Promise.all(
    pairs.map(async (pair) => ({ pair, result: await deliver(deps, pair).catch(failedAlone) })),
  );
  const delivered: Delivery[] = [];
  const failures: Deliveries['failures'] = [];
  for (const { pair, result } of outcomes) {
    if (!result.ok) failures.push({ pair, reason: result.refusal.detail });
    else if (result.response !== null) delivered.push({ pair, guid: result.response });
  }
  return { delivered, failures, isMore: pairs.length > 0 && failures.length === 0 };
}

/** The ExternalEvent's guid; null when the event was taken by another node, or by another process. */
async function deliver({ store }: Deps, pair: CorrelatedPair): Promise<CommandResult<string | null>> {
  const { tenantId, wfRunId, threadRunNumber, position, defName, key } = pair;
  const def = await findDefinition(store, tenantId, { kind: 'ExternalEventDef', name: defName });
  const isConsumed = def?.correlation?.deleteAfterFirstCorrelation ?? false;
  const guid = newGuid();
  const actor = { kind: 'engine', id: null, onBehalfOf: null } as const;
  const result = await runCommand<string | null>(store, {
    tenantId,
    wfRunId,
    focus: { type: 'correlation', isConsumed, wfRunId, threadRunNumber, position, defName, key },
    call: null,
    decide: ({ correlated }) =>
      correlated
        ? {
            command: {
              type: 'PutExternalEvent',
              wfRunId,
              guid,
              defName,
              content: correlated.content,
              threadRunNumber,
              position,
              actor,
            },
          }
        : { answer: null },
    respond: () => guid,
  });
  // A run that has gone, or has left the node without a word, waits no more.
  if (!result.ok && result.refusal.code === 'NOT_FOUND') await dropCorrelation(store, pair);
  return result;
}
