'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { toast } from '../ui/toast.ts';
import { useTaskTitle } from '../user-task/use-task-title.ts';
import type { InboxActions } from './inbox-actions.ts';
import { loadInboxParts } from './load-inbox-parts.ts';

/** Claims the most urgent task that the reader may claim, and opens it at its first question. */
export function useNextTask(actions: InboxActions, onClaimed: (task: UserTaskRun) => void) {
  const t = useTranslations('inbox');
  const undone = useTranslations('task.done')('undo');
  const unfetched = useTranslations('ui')('unfetched');
  const words = useRefusalWords();
  const titleOf = useTaskTitle();
  const store = useQueryClient();
  const [isGiving, setGiving] = useState(false);

  async function giveNext() {
    if (isGiving) return;
    setGiving(true);
    const parts = await loadInboxParts().catch(() => null);
    if (parts) await parts.giveNext({ actions, store, t, words, undone, titleOf, onClaimed });
    else toast.error(unfetched);
    setGiving(false);
  }

  return { giveNext, isGiving };
}
