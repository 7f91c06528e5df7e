import type { ThreadSpec, WfNode } from '#contracts/wf-spec.ts';

/** The nodes of a thread as one reads them: each after those that lead to it, the first way before the others; the unreached last. */
export function inOrder(thread: ThreadSpec): [string, WfNode][] {
  const seen = new Set<string>();
  const backwards: string[] = [];

  function visit(name: string) {
    const node = thread.nodes[name];
    if (!node || seen.has(name)) return;
    seen.add(name);
    if (node.type !== 'EXIT') for (const edge of node.edges.toReversed()) visit(edge.to);
    backwards.push(name);
  }

  const entries = Object.entries(thread.nodes);
  for (const [name, node] of entries) if (node.type === 'ENTRYPOINT') visit(name);
  const unreached = entries.filter(([name]) => !seen.has(name));
  const rank = new Map(backwards.map((name, index) => [name, -index]));
  const reached = entries.filter(([name]) => seen.has(name));
  reached.sort(([a], [b]) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  return [...reached, ...unreached];
}
