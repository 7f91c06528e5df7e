'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { UserTaskVerb } from '#contracts/user-task-run.ts';
import { type Command, useCommands } from '../shell/commands.tsx';
import { taskKey, taskQuery } from '../user-task/task-query.ts';
import { useTaskTitle } from '../user-task/use-task-title.ts';
import { parseTaskId } from './inbox-query.ts';

const KEYS = [
  { verb: 'claim', keys: ['c'], label: 'claim' },
  { verb: 'complete', keys: ['Ctrl', 'Enter'], label: 'complete' },
  { verb: 'release', keys: ['r'], label: 'release' },
  { verb: 'hand-over', keys: ['a'], label: 'handOver' },
] as const satisfies { verb: UserTaskVerb; keys: string[]; label: string }[];

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
    ...KEYS.filter(({ verb }) => task?.allowed.includes(verb)).map(({ keys, label }) => ({
      id: label,
      label: t(label),
      keys,
      run: () => press(keys.at(-1) ?? '', keys.length > 1),
    })),
    ...(giveNext ? [{ id: 'next', label: t('giveNext'), keys: ['n'], run: giveNext }] : []),
    { id: 'help', label: t('button'), keys: ['?'], run: () => press('?') },
  ];
  useCommands(commands, task && titleOf(task));
}

/** Pressed where the task is, of which there is one at most. */
const press = (key: string, ctrlKey = false) =>
  (document.querySelector('article') ?? document).dispatchEvent(
    new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
  );
