import type { QueryClient } from '@tanstack/react-query';
import type { useTranslations } from 'use-intl';
import type { Refusal } from '#contracts/problem.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { toast } from '../ui/toast.ts';
import { offerUndo } from '../user-task/last-undo.ts';
import { unreachable } from '../user-task/refusals.ts';
import { markStart } from '../user-task/start-mark.ts';
import { taskKey } from '../user-task/task-query.ts';
import type { InboxActions } from './inbox-actions.ts';

export type NextTask = {
  actions: InboxActions;
  store: QueryClient;
  t: ReturnType<typeof useTranslations<'inbox'>>;
  words: (refusal: Refusal) => string;
  /** What is said once a claim has been taken back. */
  undone: string;
  titleOf: (task: UserTaskRun) => string;
  onClaimed: (task: UserTaskRun) => void;
};

/** Claims the most urgent task that the reader may claim, and says which, or that there is none. */
export async function giveNext({ actions, store, t, words, undone, titleOf, onClaimed }: NextTask): Promise<void> {
  async function undo({ wfRunId, guid }: UserTaskRun) {
    const answer = await actions.task.undo({ wfRunId, guid }).catch(unreachable);
    if (!answer.ok) return void toast.error(words(answer.refusal));
    store.setQueryData(taskKey(answer.value), answer.value);
    toast.success(undone);
  }

  const found = await actions.next({}).catch(unreachable);
  if (!found.ok) return void toast.error(words(found.refusal));
  const { value } = found;
  if (!value) return void toast.info(t('nextNothing'), { description: t('nextNothingText') });
  store.setQueryData(taskKey(value), value);
  markStart(value);
  onClaimed(value);
  const about = `${value.wfRunId}/${value.guid}`;
  offerUndo(t('nextClaimed', { title: titleOf(value) }), t('undo'), () => void undo(value), about);
}
