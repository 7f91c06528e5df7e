// The table of node types: a new type is a file and a row.
import type { WfNode } from '#contracts/wf-spec.ts';
import { entrypoint } from './entrypoint.ts';
import { exit } from './exit.ts';
import type { NodeKind, NodeOf } from './node-kind.ts';
import { nop } from './nop.ts';
import { task } from './task.ts';
import { userTask } from './user-task.ts';

const NODE_KINDS: { [T in WfNode['type']]: NodeKind<NodeOf<T>> } = {
  ENTRYPOINT: entrypoint,
  EXIT: exit,
  NOP: nop,
  TASK: task,
  USER_TASK: userTask,
};

export function kindOf(node: WfNode): NodeKind<WfNode> {
  return NODE_KINDS[node.type];
}
