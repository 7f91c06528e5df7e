'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { Action } from '#contracts/operations/action.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { unreachable } from './refusals.ts';
import { markStart } from './start-mark.ts';
import { TaskDetail, type TaskDetailProps } from './task-detail.tsx';
import { givenTaskQuery } from './task-query.ts';
import { useTaskTitle } from './use-task-title.ts';

export type TaskPageProps = TaskDetailProps & {
  /** Claims the most urgent task that the reader may claim. */
  next: Action<'nextUserTaskRun'>;
};

/** A task on a page of its own: it follows what becomes of the task, and leads on to the most urgent one. */
export function TaskPage({ task: given, next, ...props }: TaskPageProps) {
  const t = useTranslations('task');
  const words = useRefusalWords();
  const router = useRouter();
  const titleOf = useTaskTitle();
  const { data: task } = useQuery(givenTaskQuery(given));

  async function goOn() {
    const found = await next({}).catch(unreachable);
    if (!found.ok) {
      toast.error(words(found.refusal));
    } else if (found.value) {
      const { wfRunId, guid } = found.value;
      markStart({ wfRunId, guid });
      router.push(`/tasks/${wfRunId}/${guid}`);
      const undo = () => void props.actions.undo({ wfRunId, guid });
      toast.success(t('next.claimed', { title: titleOf(found.value) }), {
        duration: 10_000,
        action: { label: t('undo'), onClick: undo },
      });
    } else {
      toast.info(t('next.nothing'), { description: t('next.nothingText') });
    }
  }

  return <TaskDetail {...props} task={task} onNext={() => void goOn()} />;
}
