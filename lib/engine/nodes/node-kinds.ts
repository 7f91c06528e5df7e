// The table of node types: a new type is a file and a row.
import type { WfNode } from '#contracts/wf-spec.ts';
import { exit } from './exit.ts';
import { externalEvent } from './external-event.ts';
import { type NodeKind, type NodeOf, passThrough } from './node-kind.ts';
import { runChildWf } from './run-child-wf.ts';
import { sleep } from './sleep.ts';
import { startMultipleThreads } from './start-multiple-threads.ts';
import { startThreadNode } from './start-thread-node.ts';
import { task } from './task.ts';
import { throwEvent } from './throw-event.ts';
import { userTask } from './user-task.ts';
import { waitForChildWf } from './wait-for-child-wf.ts';
import { waitForCondition } from './wait-for-condition.ts';
import { waitForThreads } from './wait-for-threads.ts';

const NODE_KINDS: { [T in WfNode['type']]: NodeKind<NodeOf<T>> } = {
  ENTRYPOINT: passThrough,
  EXIT: exit,
  EXTERNAL_EVENT: externalEvent,
  NOP: passThrough,
  RUN_CHILD_WF: runChildWf,
  SLEEP: sleep,
  START_MULTIPLE_THREADS: startMultipleThreads,
  START_THREAD: startThreadNode,
  TASK: task,
  THROW_EVENT: throwEvent,
  USER_TASK: userTask,
  WAIT_FOR_CHILD_WF: waitForChildWf,
  WAIT_FOR_CONDITION: waitForCondition,
  WAIT_FOR_THREADS: waitForThreads,
};

export function kindOf(node: WfNode): NodeKind<WfNode> {
  return NODE_KINDS[node.type];
}
