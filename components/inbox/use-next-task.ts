'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { toast } from '../ui/toast.ts';
import { offerUndo } from '../user-task/last-undo.ts';
import { unreachable } from '../user-task/refusals.ts';
import { markStart } from '../user-task/start-mark.ts';
import { taskKey } from '../user-task/task-query.ts';
import type { InboxActions } from './inbox-actions.ts';

/** Claims the most urgent task that the reader may claim, and opens it at its first question. */
export function useNextTask(actions: InboxActions, onClaimed: (task: UserTaskRun) => void) {
  const t = useTranslations('inbox');
  const task = useTranslations('task');
  const words = useRefusalWords();
  const store = useQueryClient();
  const [isGiving, setGiving] = useState(false);

  async function undo({ wfRunId, guid }: UserTaskRun) {
    const answer = await actions.task.undo({ wfRunId, guid }).catch(unreachable);
    if (!answer.ok) return void toast.error(words(answer.refusal));
    store.setQueryData(taskKey(answer.value), answer.value);
    toast.success(task('done.undo'));
  }

  async function giveNext() {
    if (isGiving) return;
    setGiving(true);
    const found = await actions.next({}).catch(unreachable);
    setGiving(false);
    if (!found.ok) return void toast.error(words(found.refusal));
    const { value } = found;
    if (!value) return void toast.info(t('nextNothing'), { description: t('nextNothingText') });
    store.setQueryData(taskKey(value), value);
    markStart(value);
    onClaimed(value);
    const about = `${value.wfRunId}/${value.guid}`;
    offerUndo(t('nextClaimed', { title: value.title }), t('undo'), () => void undo(value), about);
  }

  return { giveNext, isGiving };
}
