// Starting the thread that handles something for another, given its content as INPUT (semantics.md 6.3, 7.3).
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import { typeName, valueFits } from '#contracts/value.ts';
import type { ThreadSpec } from '#contracts/wf-spec.ts';
import { failNode } from './failure.ts';
import { must } from './invariant.ts';
import { lookup } from './lookup.ts';
import { makeRoomFor, startThread } from './start-thread.ts';
import { structsOf } from './struct-defs.ts';
import { INPUT, variablesOf } from './variables.ts';
import { type Site, specIdOf, specOf } from './work.ts';

type Handler = { type: 'INTERRUPT' | 'FAILURE_HANDLER'; threadSpecName: string; holder: number };

/** Starts it as a child of the thread, and gives its number; throws a NodeFailure when it cannot be started. */
export function startHandlerThread(site: Site, { type, threadSpecName, holder }: Handler, content: JsonValue): number {
  const { work, run, thread } = site;
  const wfSpec = specIdOf(run, thread);
  const spec = must(lookup(specOf(work, wfSpec).threads, threadSpecName), `No ThreadSpec ${threadSpecName}`);
  makeRoomFor(work, run, 1);
  const inputs = inputOf(site, threadSpecName, spec, content);
  return startThread(work, run, { type, threadSpecName, wfSpec, parent: thread.number, holder, inputs });
}

function inputOf({ work }: Site, name: string, spec: ThreadSpec, content: JsonValue): JsonObject {
  const variable = variablesOf(spec).get(INPUT);
  if (!variable) return {};
  if (valueFits(variable.type, content, structsOf(work.world))) return { [INPUT]: content };
  return failNode('VAR_SUB_ERROR', `The INPUT of thread ${name} must be ${typeName(variable.type)}`);
}
