'use client';

import { useEffect, useEffectEvent } from 'react';
import { useForm } from 'react-hook-form';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { type Answers, answersOf, completeResolver } from '../form/answers.ts';

/** What was typed and not saved, by task, so that looking at another task in between loses nothing. */
const unsaved = new Map<string, Answers>();

/** The form of a task: follows the task's draft until somebody types, and asks before the window closes on unsaved answers. */
export function useAnswers(task: UserTaskRun, editable: boolean) {
  const key = `${task.wfRunId}/${task.guid}`;
  const form = useForm<Answers>({
    defaultValues: answersOf(task),
    resolver: completeResolver(task.userTaskDef.fields),
    shouldFocusError: false,
  });
  const { isDirty } = form.formState;
  const typing = editable && isDirty;

  const follow = useEffectEvent(() => {
    const typed = unsaved.get(key);
    if (editable && typed) {
      unsaved.delete(key);
      for (const [name, text] of Object.entries(typed)) form.setValue(name, text, { shouldDirty: true });
    } else if (!typing) {
      form.reset(answersOf(task));
    }
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: these say that the task has new answers; the rest is read when they do.
  useEffect(() => follow(), [task.version, task.draft?.savedAt, editable]);

  const keep = useEffectEvent(() => {
    if (typing) unsaved.set(key, form.getValues());
  });
  useEffect(() => () => keep(), []);

  useEffect(() => {
    if (!typing) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [typing]);

  return form;
}
