'use client';

import {
  type FormEvent,
  type KeyboardEvent,
  Suspense,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRun, UserTaskVerb } from '#contracts/user-task-run.ts';
import { isFinished } from '#contracts/user-task-status.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { TaskForm } from '../form/task-form.tsx';
import { useShortcuts } from '../shell/use-shortcuts.ts';
import { SignInAgain } from '../sign-in/sign-in-again.tsx';
import { Callout } from '../ui/callout.tsx';
import { later } from '../ui/later.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';
import { cn } from '../ui/styles.ts';
import { useSettled } from '../ui/use-settled.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { type DetailTab, DetailTabs } from './detail-tabs.tsx';
import { DraftChoice } from './draft-choice.tsx';
import { EarlierAnswers } from './earlier-answers.tsx';
import { HeldBar } from './held-bar.tsx';
import type { Reader } from './reader.ts';
import { SaveState } from './save-state.tsx';
import { Standing } from './standing.tsx';
import { takeStart } from './start-mark.ts';
import { takeBack } from './take-back.ts';
import type { TaskActions } from './task-actions.ts';
import { TaskBar } from './task-bar.tsx';
import { TaskComments } from './task-comments.tsx';
import { TaskContext } from './task-context.tsx';
import type { Asking } from './task-dialogs.tsx';
import { TaskHeader, type TaskHeaderProps } from './task-header.tsx';
import { TaskResults } from './task-results.tsx';
import { SideParts, TaskSide } from './task-side.tsx';
import { useNames } from './use-names.ts';
import { useTaskTitle } from './use-task-title.ts';
import { useTaskWork } from './use-task-work.ts';

const TaskDialogs = later(() => import('./task-dialogs.tsx').then((part) => part.TaskDialogs));

export type TaskDetailProps = Pick<TaskHeaderProps, 'back' | 'pageHref' | 'extra'> & {
  /** As the page knows it; a newer one may come at any time and never costs what was typed. */
  task: UserTaskRun;
  reader: Reader;
  actions: TaskActions;
  /** Something was done to it: the list beside it may want to know. */
  onChanged?: (task: UserTaskRun) => void;
  /** Where "Complete and next" leads to; without it that is not offered. */
  onNext?: (done: UserTaskRun) => void;
};

const CONTROLS =
  'input:not([readonly]), textarea:not([readonly]), [role="radio"], [role="switch"], [role="checkbox"], [role="combobox"]';

/** A task as a person works on it: its form, what may be done now, what was said, what happens next, and its history. */
export function TaskDetail({ task: given, reader, actions, onChanged, onNext, ...header }: TaskDetailProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [tab, setTab] = useState<DetailTab>('task');
  const formId = useId();
  const article = useRef<HTMLElement>(null);
  const composer = useRef<HTMLTextAreaElement>(null);
  const notices = useRef<HTMLDivElement>(null);
  const work = useTaskWork(given, { reader, actions, onChanged, onNext, onEnded: () => article.current?.focus() });
  const { task, offered, held, busy, run, conflict, failure, formersDraft, form, autosaver, isMine, isEditable } = work;
  const isReadOnly = !isEditable || held !== undefined;
  const t = useTranslations('task');
  const titleOf = useTaskTitle();
  const words = useRefusalWords();
  const names = useNames(task, reader.userId);
  const id = { wfRunId: task.wfRunId, guid: task.guid };
  const { fields } = task.userTaskDef;
  const may = (verb: UserTaskVerb) => offered.allowed.includes(verb);
  const isSettled = useSettled();

  const begin = useEffectEvent(() => {
    if (takeStart(id)) document.getElementById(formId)?.querySelector<HTMLElement>(CONTROLS)?.focus();
  });
  useEffect(() => {
    if (isEditable) begin();
  }, [isEditable]);

  const refused = failure ?? conflict;
  // It stands above the form, and whoever acted may be far down in it, or at another tab.
  useEffect(() => {
    if (refused === null) return;
    setTab('task');
    const frame = requestAnimationFrame(() => notices.current?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [refused]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (busy === null && work.isCompletable) void work.complete();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!event.ctrlKey && !event.metaKey) return;
    // React brings here what is pressed in its dialogs too, which stand elsewhere on the page.
    if (!(event.target instanceof Element && event.currentTarget.contains(event.target))) return;
    if (event.key === 's' && isEditable) {
      event.preventDefault();
      void autosaver.flush('GOES_ON');
    }
    if (event.key !== 'Enter' || busy !== null || !work.isCompletable) return;
    event.preventDefault();
    void (event.shiftKey && onNext ? work.completeAndNext() : work.complete());
  }

  function comment() {
    setTab('task');
    requestAnimationFrame(() => composer.current?.focus());
  }

  useShortcuts({
    c: busy === null && may('claim') ? work.claim : undefined,
    r: may('release') ? () => setAsking('release') : undefined,
    a: may('hand-over') ? () => setAsking('hand-over') : undefined,
    z: takeBack,
  });

  return (
    <article
      ref={article}
      tabIndex={-1}
      aria-label={titleOf(task)}
      className="@container flex min-h-0 min-w-0 flex-1 flex-col outline-none"
      onKeyDown={onKeyDown}
    >
      <div className="grid min-h-0 flex-1 max-md:flex max-md:flex-col max-md:overflow-y-auto grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_minmax(0,1fr)_auto] xl:grid-cols-[minmax(0,1fr)_18.75rem]">
        <TaskHeader task={offered} reader={reader} {...header} onAsk={setAsking} />
        <DetailTabs formId={formId} tab={tab} onTab={setTab} />

        <ScrollArea
          id={`${formId}-task`}
          className={cn(
            // So much that the last of it can be scrolled out from under a message.
            'row-start-3 border-line px-4 pb-28 xl:pb-8 max-md:shrink-0 max-md:grow md:px-6 xl:border-t',
            tab !== 'task' && 'max-xl:hidden',
          )}
        >
          <div className="mx-auto grid max-w-170 gap-6 pt-5">
            {refused !== null ? (
              <div ref={notices} role="alert" className="grid scroll-my-5 gap-6">
                {conflict ? (
                  <ConflictNotice conflict={conflict} task={task} names={names} onDismiss={work.dismissConflict} />
                ) : null}
                {failure === null ? null : (
                  <Callout
                    tone="danger"
                    actions={failure.code === 'UNAUTHENTICATED' ? <SignInAgain elsewhere /> : undefined}
                  >
                    {words(failure)}
                  </Callout>
                )}
              </div>
            ) : null}
            <TaskContext task={task} />
            <EarlierAnswers task={task} />
            <Standing task={task} isMine={isMine} nameOf={names.person} />
            {formersDraft ? (
              <DraftChoice
                draft={formersDraft}
                names={names}
                isBusy={busy === 'clean'}
                onContinue={work.acceptDraft}
                onStartClean={work.startClean}
              />
            ) : null}
            {isFinished(task.status) ? (
              <TaskResults
                label={task.status === 'DONE' ? t('answers') : t('lastDraft')}
                fields={task.status === 'DONE' || task.draft ? fields : []}
                results={task.results ?? task.draft?.results ?? {}}
              />
            ) : (
              <TaskForm id={formId} fields={fields} form={form} readOnly={isReadOnly} onSubmit={submit} />
            )}
            {isSettled ? (
              <TaskComments
                task={task}
                reader={reader}
                composerRef={composer}
                onAdd={(text) => run('comment', () => actions.addComment({ ...id, comment: text }))}
                onEdit={({ id: commentId }, text) =>
                  run('comment', () => actions.editComment({ ...id, commentId, comment: text }))
                }
                onDelete={({ id: commentId }) => run('comment', () => actions.deleteComment({ ...id, commentId }))}
              />
            ) : null}
          </div>
        </ScrollArea>

        <TaskSide tab={tab}>
          {isSettled ? (
            <SideParts
              task={task}
              reader={reader}
              names={names}
              formId={formId}
              tab={tab}
              actions={actions}
              run={run}
            />
          ) : null}
        </TaskSide>

        <div className="row-start-4 max-md:sticky max-md:bottom-0 max-md:z-10">
          {held ? (
            <HeldBar act={held} />
          ) : (
            <TaskBar
              task={task}
              isMine={isMine}
              formId={formId}
              busy={busy}
              onClaim={work.claim}
              onCompleteAndNext={onNext && (() => void work.completeAndNext())}
              onAsk={setAsking}
              onComment={comment}
              saveState={
                isEditable ? <SaveState task={task} autosaver={autosaver} names={names} me={reader.userId} /> : null
              }
            />
          )}
        </div>
      </div>

      {asking ? (
        <Suspense>
          <TaskDialogs
            asking={asking}
            onClose={() => setAsking(null)}
            task={task}
            names={names}
            actions={actions}
            act={work.act}
            onCancel={work.cancel}
          />
        </Suspense>
      ) : null}
    </article>
  );
}
