'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { ahead } from '../ui/later.tsx';
import { toast } from '../ui/toast.ts';
import type { InboxActions } from './inbox-actions.ts';

/** Fetches what gives the next task, before one is asked for. */
export const loadNext = ahead(() => import('./give-next.ts'));

/** Claims the most urgent task that the reader may claim, and opens it at its first question. */
export function useNextTask(actions: InboxActions, onClaimed: (task: UserTaskRun) => void) {
  const t = useTranslations('inbox');
  const undone = useTranslations('task.done')('undo');
  const unfetched = useTranslations('ui')('unfetched');
  const words = useRefusalWords();
  const store = useQueryClient();
  const [isGiving, setGiving] = useState(false);

  async function giveNext() {
    if (isGiving) return;
    setGiving(true);
    const next = await loadNext().catch(() => null);
    if (next) await next.giveNext({ actions, store, t, words, undone, onClaimed });
    else toast.error(unfetched);
    setGiving(false);
  }

  return { giveNext, isGiving };
}
