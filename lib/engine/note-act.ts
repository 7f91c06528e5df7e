// What people do to a thread by hand stays with the node where the thread stands: who, when and why.

import { instantToText } from '#contracts/value.ts';
import type { RunAct } from '#contracts/wf-run.ts';
import type { Command } from './command.ts';
import { ownThread, type Site } from './work.ts';

/** As many as a NodeRun keeps: whoever stops and resumes a thread for ever does not make it grow for ever. */
const KEPT = 50;

/** Who did it, when and why; undefined for a command from before that was kept. */
export function actOf(
  command: Command & { reason?: string | null | undefined },
  type: RunAct['type'],
): RunAct | undefined {
  const { actor, at, reason } = command;
  return reason === undefined ? undefined : { type, by: actor.onBehalfOf ?? actor.id, at: instantToText(at), reason };
}

/** Notes it at the node where the thread stands. */
export function noteAct(site: Site, act: RunAct | undefined): void {
  if (!act) return;
  const thread = ownThread(site);
  thread.current = { ...thread.current, acts: [...(thread.current.acts ?? []), act].slice(-KEPT) };
}
