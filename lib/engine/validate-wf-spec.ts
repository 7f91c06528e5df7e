// Validation of a WfSpec on PUT: what must hold between its parts, each finding with its thread and node (semantics.md 12.1).
import type { FieldError } from '#contracts/problem.ts';
import type { VariableType } from '#contracts/value.ts';
import type { WfSpecBody } from '#contracts/wf-spec.ts';
import type { Definitions } from './definitions.ts';
import { lookup } from './lookup.ts';
import { pinWfSpec } from './pin-wf-spec.ts';
import { exitsError, resultTypeOf } from './validation/check-exit.ts';
import { checkGraph } from './validation/check-graph.ts';
import { checkInterrupts } from './validation/check-handlers.ts';
import { checkNode } from './validation/check-node.ts';
import { checkVariables } from './validation/check-variables.ts';
import { type ThreadCheck, threadCheck } from './validation/node-check.ts';

/** Everything that is wrong with `given`; empty when it may be stored. Paths are dotted, from the top of the body. */
export function validateWfSpec(given: WfSpecBody, definitions: Definitions): FieldError[] {
  const spec = pinWfSpec(given, definitions);
  const hasEntrypoint = lookup(spec.threads, spec.entrypoint) !== undefined;
  return [
    ...(hasEntrypoint ? [] : [{ path: 'entrypoint', message: `there is no thread ${spec.entrypoint}` }]),
    ...checkVariables(spec, definitions),
    ...checkInterrupts(spec, definitions),
    ...Object.entries(spec.threads).flatMap(([name, thread]) =>
      validateThread(threadCheck(spec, name, thread, definitions)),
    ),
  ];
}

function validateThread(thread: ThreadCheck): FieldError[] {
  const { threadName, threadSpec } = thread;
  const errors: FieldError[] = [];
  const report = (nodeName: string, path: string, message: string): void => {
    const parts = ['threads', threadName, 'nodes', nodeName, path].filter((part) => part !== '');
    errors.push({ path: parts.join('.'), message: `Thread ${threadName}, node ${nodeName}: ${message}` });
  };
  const reportThread = (message: string) =>
    errors.push({ path: `threads.${threadName}`, message: `Thread ${threadName} ${message}` });
  for (const message of checkGraph(threadSpec, report)) reportThread(message);
  for (const [nodeName, node] of Object.entries(threadSpec.nodes)) {
    checkNode({ ...thread, report: (path, message) => report(nodeName, path, message) }, node);
  }
  const exits = exitsError(thread);
  if (exits) reportThread(exits);
  return errors;
}

/** What a valid, pinned WfSpec returns, where that can be known before it runs. */
export function wfResultType(spec: WfSpecBody, definitions: Definitions): VariableType | undefined {
  const entrypoint = lookup(spec.threads, spec.entrypoint);
  return entrypoint && resultTypeOf(threadCheck(spec, spec.entrypoint, entrypoint, definitions));
}
