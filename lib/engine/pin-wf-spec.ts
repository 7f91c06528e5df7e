// Pins a WfSpec to the forms as they are now: its runs keep them, whatever is put later (semantics.md 11.2).
import type { WfNode, WfSpecBody } from '#contracts/wf-spec.ts';
import type { Definitions } from './definitions.ts';

/** The same WfSpec with the version of every form filled in. It has been validated against the same definitions. */
export function pinWfSpec(spec: WfSpecBody, definitions: Pick<Definitions, 'userTaskDef'>): WfSpecBody {
  const pinNode = (node: WfNode): WfNode => {
    if (node.type !== 'USER_TASK' || node.userTaskDefVersion !== undefined) return node;
    const latest = definitions.userTaskDef(node.userTaskDefName, undefined);
    return latest ? { ...node, userTaskDefVersion: latest.version } : node;
  };
  const threads = mapValues(spec.threads, (thread) => ({ ...thread, nodes: mapValues(thread.nodes, pinNode) }));
  return { ...spec, threads };
}

function mapValues<T>(of: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]));
}
