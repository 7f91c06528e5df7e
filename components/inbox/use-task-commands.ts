'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { UserTaskVerb } from '#contracts/user-task-run.ts';
import { type Command, useCommands } from '../shell/commands.tsx';
import { taskKey, taskQuery } from '../user-task/task-query.ts';
import { useTaskTitle } from '../user-task/use-task-title.ts';
import { parseTaskId } from './inbox-query.ts';

const KEYS = [
  { verb: 'claim', key: 'c', label: 'claim' },
  { verb: 'release', key: 'r', label: 'release' },
  { verb: 'hand-over', key: 'a', label: 'handOver' },
] as const satisfies { verb: UserTaskVerb; key: string; label: string }[];

/** What the command palette offers while the inbox is there. What is done with the open task its detail does, by the key that does it. */
export function useTaskCommands(openId: string | undefined, giveNext: (() => void) | undefined): void {
  const t = useTranslations('inbox.keys');
  const titleOf = useTaskTitle();
  const id = openId === undefined ? null : parseTaskId(openId);
  const { data: task } = useQuery({
    ...taskQuery(id ?? { wfRunId: '', guid: '' }),
    queryKey: taskKey(id ?? { wfRunId: '', guid: '' }),
    enabled: false,
  });
  const commands: Command[] = [
    ...KEYS.filter(({ verb }) => task?.allowed.includes(verb)).map(({ key, label }) => ({
      id: label,
      label: t(label),
      keys: [key],
      run: () => press(key),
    })),
    ...(giveNext ? [{ id: 'next', label: t('giveNext'), keys: ['n'], run: giveNext }] : []),
    { id: 'help', label: t('button'), keys: ['?'], run: () => press('?') },
  ];
  useCommands(commands, task && titleOf(task));
}

const press = (key: string) =>
  document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
