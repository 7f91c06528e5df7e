import { Bot, CircleDot, CirclePlay, CircleStop, GitBranch, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';

const looks: Record<string, { icon: ReactNode; word: string }> = {
  ENTRYPOINT: { icon: <CirclePlay />, word: 'Start' },
  EXIT: { icon: <CircleStop />, word: 'End' },
  NOP: { icon: <GitBranch />, word: 'Junction' },
  TASK: { icon: <Bot />, word: 'Task' },
  USER_TASK: { icon: <UserRound />, word: 'User task' },
};

/** What kind of node it is, as icon and word. */
export function NodeType({ type }: { type: string }) {
  const { icon, word } = looks[type] ?? { icon: <CircleDot />, word: type };
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-muted text-xs [&_svg]:size-3.5">
      {icon}
      {word}
    </span>
  );
}
