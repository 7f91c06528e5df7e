'use client';

import { Ban, CirclePause, Eye } from 'lucide-react';
import {
  type FormEvent,
  type KeyboardEvent,
  lazy,
  Suspense,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { Refusal } from '#contracts/problem.ts';
import type { UserTaskRun, UserTaskVerb } from '#contracts/user-task-run.ts';
import { isFinished } from '#contracts/user-task-status.ts';
import { type Answers, asText, placeErrors, resultsOf } from '../form/answers.ts';
import { TaskForm } from '../form/task-form.tsx';
import { useAnswerWords } from '../form/use-answer-words.ts';
import { useShortcuts } from '../shell/use-shortcuts.ts';
import { Callout } from '../ui/callout.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';
import { cn } from '../ui/styles.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { type DetailTab, DetailTabs } from './detail-tabs.tsx';
import { DraftChoice } from './draft-choice.tsx';
import { EarlierAnswers } from './earlier-answers.tsx';
import type { Reader } from './reader.ts';
import { isConflict } from './refusals.ts';
import { SaveState } from './save-state.tsx';
import { takeStart } from './start-mark.ts';
import type { TaskActions } from './task-actions.ts';
import { TaskBar } from './task-bar.tsx';
import { TaskComments } from './task-comments.tsx';
import { TaskContext } from './task-context.tsx';
import type { Act, Asking } from './task-dialogs.tsx';
import { TaskHeader, type TaskHeaderProps } from './task-header.tsx';
import { TaskResults } from './task-results.tsx';
import { SideParts, TaskSide } from './task-side.tsx';
import { lastTurn } from './task-story.ts';
import { useAnswers } from './use-answers.ts';
import { useNames } from './use-names.ts';
import { useRefusalWords } from './use-refusal.ts';
import { useSettled } from './use-settled.ts';
import { useTask } from './use-task.ts';
import { useUndo } from './use-undo.ts';

const TaskDialogs = lazy(() => import('./task-dialogs.tsx').then((part) => ({ default: part.TaskDialogs })));

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
  const t = useTranslations('task');
  const { task, conflict, setConflict, busy, run, bring } = useTask(given, onChanged);
  const names = useNames(task, reader.userId);
  const words = useRefusalWords();
  const { offer, undoLast } = useUndo();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [tab, setTab] = useState<DetailTab>('task');
  const [isDraftAccepted, setDraftAccepted] = useState(false);
  const formId = useId();
  const article = useRef<HTMLElement>(null);
  const composer = useRef<HTMLTextAreaElement>(null);
  const isStarting = useRef(false);
  /** What the reader does with the task themself is no surprise to them. */
  const isLettingGo = useRef(false);

  const may = (verb: UserTaskVerb) => task.allowed.includes(verb);
  const isMine = task.userId === reader.userId;
  const isEditable = isMine && may('save');
  const isCompletable = isEditable && may('complete');
  const id = { wfRunId: task.wfRunId, guid: task.guid };
  const seen = { ...id, version: task.version };
  const { fields } = task.userTaskDef;
  const answerWords = useAnswerWords();
  const isSettled = useSettled();

  const { form, autosaver } = useAnswers(task, {
    isEditable,
    save: (draft) => actions.save({ ...id, ...draft }),
    onSaved: bring,
    onLost: (typed) => {
      if (!isLettingGo.current)
        setConflict({ isTold: true, isGone: false, kept: asText(task.userTaskDef, typed, answerWords) });
    },
    onLeft: () => toast.error(t('save.left', { title: task.title })),
  });
  const typed = () => (autosaver.isUnsaved ? asText(task.userTaskDef, form.getValues(), answerWords) : '');

  const begin = useEffectEvent(() => {
    isLettingGo.current = false;
    if (!isStarting.current && !takeStart(id)) return;
    isStarting.current = false;
    document.getElementById(formId)?.querySelector<HTMLElement>(CONTROLS)?.focus();
  });
  useEffect(() => {
    if (isEditable) begin();
  }, [isEditable]);

  /** Puts a refusal where it belongs: on the fields it names, else above the form; conflicts have their own notice. */
  function show(refusal: Refusal) {
    const errors = refusal.errors ?? [];
    const isPlaced = placeErrors(form, fields, errors).length < errors.length;
    if (!isPlaced && !isConflict(refusal)) setFailure(words(refusal));
  }

  async function undo() {
    isLettingGo.current = true;
    await autosaver.flush('ENDS');
    const refusal = await run('undo', () => actions.undo(id));
    if (refusal) {
      isLettingGo.current = false;
      toast.error(words(refusal));
    } else toast.success(t('done.undo'));
  }

  async function claim() {
    setFailure(null);
    isStarting.current = true;
    const refusal = await run('claim', () => actions.claim(seen));
    if (refusal) {
      isStarting.current = false;
      show(refusal);
    } else offer(t('done.claim'), () => void undo());
  }

  async function completeWith(answers: Answers, verb: 'complete' | 'complete-and-next') {
    setFailure(null);
    isLettingGo.current = true;
    autosaver.setActive(false);
    const results = resultsOf(fields, answers);
    const refusal = await run(
      verb,
      () => actions.complete({ ...seen, results }),
      asText(task.userTaskDef, answers, answerWords),
    );
    if (refusal) {
      isLettingGo.current = false;
      autosaver.setActive(true);
      show(refusal);
      return;
    }
    toast.success(t('done.complete'));
    // The button that had the focus is gone: a screen reader goes on with the task as it is now.
    article.current?.focus();
    if (verb === 'complete-and-next') onNext?.(task);
  }

  const complete = form.handleSubmit((answers) => completeWith(answers, 'complete'));
  const completeAndNext = form.handleSubmit((answers) => completeWith(answers, 'complete-and-next'));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (busy === null && isCompletable) void complete();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === 's' && isEditable) {
      event.preventDefault();
      void autosaver.flush('GOES_ON');
    }
    if (event.key !== 'Enter' || busy !== null || !isCompletable || event.target === composer.current) return;
    event.preventDefault();
    void (event.shiftKey && onNext ? completeAndNext() : complete());
  }

  /** Acts from a dialog: a conflict closes it, since the notice on the page says more than its one line. */
  const act: Act = async (verb, call, done) => {
    setFailure(null);
    const kept = typed();
    isLettingGo.current = true;
    if (isEditable && !(await autosaver.flush('ENDS'))) {
      isLettingGo.current = false;
      return t('problem.UNAVAILABLE');
    }
    const refusal = await run(verb, call, kept);
    if (!refusal) {
      if (verb === 'cancel') toast.success(done);
      else offer(done, () => void undo());
      return undefined;
    }
    isLettingGo.current = false;
    return isConflict(refusal) ? undefined : words(refusal);
  };

  async function startClean() {
    const before = task.draft?.results ?? {};
    const clean = Object.fromEntries(
      fields.filter(({ readOnly }) => !readOnly).map(({ name, defaultValue = null }) => [name, defaultValue]),
    );
    const save = (results: typeof before) => run('clean', () => actions.save({ ...id, results, sitting: 'ENDS' }));
    const refusal = await save(clean);
    if (refusal) return show(refusal);
    setDraftAccepted(true);
    offer(t('done.clean'), () => {
      void save(before).then((refused) => {
        if (!refused) toast.success(t('done.continue'));
      });
    });
  }

  function comment() {
    setTab('task');
    requestAnimationFrame(() => composer.current?.focus());
  }

  useShortcuts({
    c: busy === null && may('claim') ? claim : undefined,
    r: may('release') ? () => setAsking('release') : undefined,
    a: may('hand-over') ? () => setAsking('hand-over') : undefined,
    z: undoLast,
  });

  const { draft } = task;
  const isFormersDraft =
    isEditable &&
    !isDraftAccepted &&
    draft !== null &&
    draft.savedBy !== reader.userId &&
    Object.keys(draft.results).length > 0;
  return (
    <article
      ref={article}
      tabIndex={-1}
      aria-label={task.title}
      className="@container flex min-h-0 min-w-0 flex-1 flex-col outline-none"
      onKeyDown={onKeyDown}
    >
      <div className="grid min-h-0 flex-1 max-md:flex max-md:flex-col max-md:overflow-y-auto grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_minmax(0,1fr)_auto] xl:grid-cols-[minmax(0,1fr)_18.75rem]">
        <TaskHeader task={task} reader={reader} {...header} onAsk={setAsking} />
        <DetailTabs formId={formId} tab={tab} onTab={setTab} />

        <ScrollArea
          id={`${formId}-task`}
          className={cn(
            'row-start-3 border-line px-4 pb-8 max-md:shrink-0 max-md:grow md:px-6 xl:border-t',
            tab !== 'task' && 'max-xl:hidden',
          )}
        >
          <div className="mx-auto grid max-w-170 gap-6 pt-5">
            {conflict ? (
              <ConflictNotice conflict={conflict} task={task} names={names} onDismiss={() => setConflict(null)} />
            ) : null}
            {failure === null ? null : (
              <Callout tone="danger" live>
                {failure}
              </Callout>
            )}
            <TaskContext task={task} />
            <EarlierAnswers task={task} />
            <Standing task={task} isMine={isMine} nameOf={names.person} />
            {isFormersDraft ? (
              <DraftChoice
                draft={draft}
                names={names}
                isBusy={busy === 'clean'}
                onContinue={() => setDraftAccepted(true)}
                onStartClean={() => void startClean()}
              />
            ) : null}
            {isFinished(task.status) ? (
              <TaskResults
                label={task.status === 'DONE' ? t('answers') : t('lastDraft')}
                fields={task.status === 'DONE' || task.draft ? fields : []}
                results={task.results ?? task.draft?.results ?? {}}
              />
            ) : (
              <TaskForm id={formId} fields={fields} form={form} readOnly={!isEditable} onSubmit={submit} />
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
          <TaskBar
            task={task}
            isMine={isMine}
            formId={formId}
            busy={busy}
            onClaim={() => void claim()}
            onCompleteAndNext={onNext && (() => void completeAndNext())}
            onAsk={setAsking}
            onComment={comment}
            saveState={
              isEditable ? <SaveState task={task} autosaver={autosaver} names={names} me={reader.userId} /> : null
            }
          />
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
            act={act}
          />
        </Suspense>
      ) : null}
    </article>
  );
}

type StandingProps = { task: UserTaskRun; isMine: boolean; nameOf: (userId: string) => string };

/** Why the form below is as it is: over, on hold, another's, or nobody's yet. */
function Standing({ task, isMine, nameOf }: StandingProps) {
  const t = useTranslations('task');
  if (task.status === 'CANCELLED') {
    return (
      <Callout icon={<Ban />} title={t('cancelled')}>
        {lastTurn(task)?.reason}
      </Callout>
    );
  }
  if (task.suspendedAt !== null) {
    return (
      <Callout tone="warning" icon={<CirclePause />} title={t('onHold.title')}>
        {t('onHold.text')}
      </Callout>
    );
  }
  if (task.status === 'DONE') return null;
  if (task.userTaskDef.fields.length === 0) return <p className="text-muted">{t('noQuestions')}</p>;
  if (isMine) return null;
  return (
    <p className="flex items-center gap-2 text-muted text-sm">
      <Eye aria-hidden className="size-4 shrink-0" />
      {task.allowed.includes('claim')
        ? t('readOnly.claim')
        : task.userId === null
          ? t('readOnly.none')
          : t('readOnly.other', { name: nameOf(task.userId) })}
    </p>
  );
}
