// Variables as callers see them: with their types, and without what is masked.
import { MASK } from '#contracts/task-run.ts';
import type { RunVariable } from '#contracts/wf-run.ts';
import type { ThreadVariable, WfSpec } from '#contracts/wf-spec.ts';
import type { ThreadRunState, WfRunState } from '#engine/family.ts';
import type { Store } from './store.ts';

/** Those of some threads of a run. */
export async function variablesOf(
  { definitions }: Store,
  tenantId: string,
  run: WfRunState,
  threads: ThreadRunState[],
): Promise<RunVariable[]> {
  // A thread that ended before its run was migrated is of an earlier version: the newest that knows the variable tells.
  const ids = [run.wfSpec, ...run.oldWfSpecs.toReversed()];
  const world = await definitions.world(tenantId, ids);
  const specs = ids.flatMap((id) => world.wfSpec(id) ?? []);
  return threads.flatMap((thread) =>
    Object.entries(thread.variables).flatMap(([name, value]): RunVariable[] => {
      const declared = declaredIn(specs, thread.threadSpecName, name);
      if (!declared) return [];
      const { type, masked } = declared;
      return [{ threadRunNumber: thread.number, name, type, value: masked && value !== null ? MASK : value, masked }];
    }),
  );
}

function declaredIn(specs: WfSpec[], threadSpecName: string, name: string): ThreadVariable | undefined {
  for (const spec of specs) {
    const found = spec.threads[threadSpecName]?.variables.find((variable) => variable.name === name);
    if (found) return found;
  }
  return undefined;
}
