// Validation of a WfSpec on PUT: what must hold between its parts, each finding with its thread and node (semantics.md 12.1).
import type { FieldError } from '#contracts/problem.ts';
import type { ThreadSpec, WfSpecBody } from '#contracts/wf-spec.ts';
import type { Definitions } from './definitions.ts';
import { lookup } from './lookup.ts';
import { checkGraph } from './validation/check-graph.ts';
import { checkNode } from './validation/check-node.ts';
import { checkVariables } from './validation/check-variables.ts';

/** Everything that is wrong with `spec`; empty when it may be stored. Paths are dotted, from the top of the body. */
export function validateWfSpec(spec: WfSpecBody, definitions: Definitions): FieldError[] {
  const hasEntrypoint = lookup(spec.threads, spec.entrypoint) !== undefined;
  return [
    ...(hasEntrypoint ? [] : [{ path: 'entrypoint', message: `there is no thread ${spec.entrypoint}` }]),
    ...checkVariables(spec),
    ...Object.entries(spec.threads).flatMap(([name, threadSpec]) => validateThread(name, threadSpec, definitions)),
  ];
}

function validateThread(threadName: string, threadSpec: ThreadSpec, definitions: Definitions): FieldError[] {
  const errors: FieldError[] = [];
  const report = (nodeName: string, path: string, message: string): void => {
    const parts = ['threads', threadName, 'nodes', nodeName, path].filter((part) => part !== '');
    errors.push({ path: parts.join('.'), message: `Thread ${threadName}, node ${nodeName}: ${message}` });
  };
  for (const message of checkGraph(threadSpec, report)) {
    errors.push({ path: `threads.${threadName}`, message: `Thread ${threadName} ${message}` });
  }
  for (const [nodeName, node] of Object.entries(threadSpec.nodes)) {
    checkNode({ threadSpec, definitions, report: (path, message) => report(nodeName, path, message) }, node);
  }
  return errors;
}
