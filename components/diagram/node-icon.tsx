import {
  AlarmClock,
  Bot,
  CirclePlay,
  CircleStop,
  Filter,
  GitBranch,
  type IconNode,
  Merge,
  Radio,
  Send,
  Split,
  UserRound,
  Waypoints,
  Workflow,
} from 'lucide';
import type { NodeType } from '#contracts/wf-spec.ts';

/** The icon of each kind of node, the same wherever nodes are shown. */
export const NODE_ICONS: Record<NodeType, IconNode> = {
  ENTRYPOINT: CirclePlay,
  EXIT: CircleStop,
  NOP: GitBranch,
  TASK: Bot,
  USER_TASK: UserRound,
  EXTERNAL_EVENT: Radio,
  START_THREAD: Split,
  START_MULTIPLE_THREADS: Waypoints,
  WAIT_FOR_THREADS: Merge,
  SLEEP: AlarmClock,
  WAIT_FOR_CONDITION: Filter,
  THROW_EVENT: Send,
  RUN_CHILD_WF: Workflow,
  WAIT_FOR_CHILD_WF: Workflow,
};
