'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import type { InboxActions } from './inbox-actions.ts';

/** Fetches what gives the next task, before one is asked for. */
export const loadNext = () => import('./give-next.ts');

/** Claims the most urgent task that the reader may claim, and opens it at its first question. */
export function useNextTask(actions: InboxActions, onClaimed: (task: UserTaskRun) => void) {
  const t = useTranslations('inbox');
  const undone = useTranslations('task.done')('undo');
  const words = useRefusalWords();
  const store = useQueryClient();
  const [isGiving, setGiving] = useState(false);

  async function giveNext() {
    if (isGiving) return;
    setGiving(true);
    try {
      await (await loadNext()).giveNext({ actions, store, t, words, undone, onClaimed });
    } finally {
      setGiving(false);
    }
  }

  return { giveNext, isGiving };
}
