// The graph of a thread: one way in, a way out, and no node beside the road.
import type { ThreadSpec } from '#contracts/wf-spec.ts';
import { lookup } from '../lookup.ts';
import { edgesOf } from '../node-output.ts';

type Report = (nodeName: string, path: string, message: string) => void;

/** Reports on nodes and edges; gives what is wrong with the thread as a whole. */
export function checkGraph(threadSpec: ThreadSpec, report: Report): string[] {
  const nodes = Object.entries(threadSpec.nodes);
  for (const [name, node] of nodes) {
    if (node.type !== 'EXIT' && node.edges.length === 0)
      report(name, 'edges', 'must have an edge: only EXIT ends a thread');
    edgesOf(node).forEach(({ to }, index) => {
      const reason = unfitSink(threadSpec, name, to);
      if (reason) report(name, `edges.${index}.to`, reason);
    });
  }
  const entrypoints = nodes.filter(([, node]) => node.type === 'ENTRYPOINT').map(([name]) => name);
  const [entrypoint] = entrypoints;
  if (entrypoint === undefined || entrypoints.length > 1) {
    return [`must have exactly one ENTRYPOINT, not ${entrypoints.length}`];
  }
  const reached = reachableFrom(threadSpec, entrypoint);
  for (const [name] of nodes) {
    if (!reached.has(name)) report(name, '', 'cannot be reached from the ENTRYPOINT');
  }
  const hasWayOut = nodes.some(([name, node]) => node.type === 'EXIT' && reached.has(name));
  return hasWayOut ? [] : ['has no EXIT that can be reached'];
}

function unfitSink(threadSpec: ThreadSpec, from: string, to: string): string | null {
  if (to === from) return 'leads back to its own node';
  const sink = lookup(threadSpec.nodes, to);
  if (!sink) return `leads to node ${to}, which does not exist`;
  return sink.type === 'ENTRYPOINT' ? `leads to ${to}, which is the ENTRYPOINT` : null;
}

function reachableFrom(threadSpec: ThreadSpec, entrypoint: string): Set<string> {
  const reached = new Set([entrypoint]);
  // A set that grows while it is walked: every node is visited once.
  for (const name of reached) {
    const node = lookup(threadSpec.nodes, name);
    for (const { to } of node ? edgesOf(node) : []) reached.add(to);
  }
  return reached;
}
