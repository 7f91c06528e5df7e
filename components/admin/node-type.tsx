import {
  AlarmClock,
  Bot,
  CirclePlay,
  CircleStop,
  Filter,
  GitBranch,
  Merge,
  Radio,
  Send,
  Split,
  UserRound,
  Waypoints,
  Workflow,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { NodeType as Type } from '#contracts/wf-spec.ts';

const looks: Record<Type, { icon: ReactNode; word: string }> = {
  ENTRYPOINT: { icon: <CirclePlay />, word: 'Start' },
  EXIT: { icon: <CircleStop />, word: 'End' },
  NOP: { icon: <GitBranch />, word: 'Junction' },
  TASK: { icon: <Bot />, word: 'Task' },
  USER_TASK: { icon: <UserRound />, word: 'User task' },
  EXTERNAL_EVENT: { icon: <Radio />, word: 'Waits for an event' },
  START_THREAD: { icon: <Split />, word: 'Starts a thread' },
  START_MULTIPLE_THREADS: { icon: <Waypoints />, word: 'Starts a thread each' },
  WAIT_FOR_THREADS: { icon: <Merge />, word: 'Waits for threads' },
  SLEEP: { icon: <AlarmClock />, word: 'Sleep' },
  WAIT_FOR_CONDITION: { icon: <Filter />, word: 'Waits for a condition' },
  THROW_EVENT: { icon: <Send />, word: 'Throws an event' },
  RUN_CHILD_WF: { icon: <Workflow />, word: 'Runs a child' },
  WAIT_FOR_CHILD_WF: { icon: <Workflow />, word: 'Waits for a child' },
};

/** What kind of node it is, as icon and word. */
export function NodeType({ type }: { type: Type }) {
  const { icon, word } = looks[type];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-muted text-xs [&_svg]:size-3.5">
      {icon}
      {word}
    </span>
  );
}
