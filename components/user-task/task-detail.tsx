'use client';

import { Ban, CirclePause } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { toast } from 'sonner';
import { cn } from 'tailwind-variants';
import { textIn } from '#contracts/local-text.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { isFinished } from '#contracts/user-task-status.ts';
import { asText, placeErrors, resultsOf } from '../form/answers.ts';
import { TaskForm } from '../form/task-form.tsx';
import { useShortcuts } from '../shell/use-shortcuts.ts';
import { Callout } from '../ui/callout.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { DetailTabs } from './detail-tabs.tsx';
import type { Directory, Reader } from './reader.ts';
import type { TaskActions } from './task-actions.ts';
import { TaskBar } from './task-bar.tsx';
import { TaskComments } from './task-comments.tsx';
import { type Asking, TaskDialogs } from './task-dialogs.tsx';
import { TaskFacts } from './task-facts.tsx';
import { TaskHeader, type TaskHeaderProps } from './task-header.tsx';
import { TaskResults } from './task-results.tsx';
import { whatHappened } from './task-story.ts';
import { TaskTimeline } from './task-timeline.tsx';
import { useAnswers } from './use-answers.ts';
import { isConflict, useTask } from './use-task.ts';

export type TaskDetailProps = Pick<TaskHeaderProps, 'back' | 'pageHref'> & {
  task: UserTaskRun;
  reader: Reader;
  actions: TaskActions;
  directory: Directory;
};

const CONTROLS =
  'input:not([readonly]), textarea:not([readonly]), [role="radio"], [role="switch"], [role="checkbox"], [role="combobox"]';

/** A task as a person works on it: its form, what may be done now, what was said, and its history. */
export function TaskDetail({ task: given, reader, actions, directory, ...header }: TaskDetailProps) {
  const { task, conflict, busy, run, dismissConflict } = useTask(given);
  const editable = task.userId === reader.userId && task.allowed.includes('complete');
  const form = useAnswers(task, editable);
  const { isDirty } = form.formState;
  const [asking, setAsking] = useState<Asking>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [tab, setTab] = useState<'task' | 'history'>('task');
  const formId = useId();
  const composer = useRef<HTMLTextAreaElement>(null);
  const started = useRef(false);

  const isOnHold = task.suspendedAt !== null;
  const { fields } = task.userTaskDef;
  const seen = { wfRunId: task.wfRunId, guid: task.guid, version: task.version };
  const typed = () => (isDirty ? asText(task.userTaskDef, form.getValues()) : '');

  useEffect(() => {
    if (!started.current || !editable) return;
    started.current = false;
    document.getElementById(formId)?.querySelector<HTMLElement>(CONTROLS)?.focus();
  }, [editable, formId]);

  /** Puts a refusal where it belongs: on the fields it names, else above the form; conflicts have their own notice. */
  function show(refusal: Refusal | undefined, done: string) {
    setFailure(null);
    if (!refusal) {
      toast.success(done);
      return;
    }
    const errors = refusal.errors ?? [];
    const isPlaced = placeErrors(form, fields, errors).length < errors.length;
    if (!isPlaced && !isConflict(refusal)) setFailure(refusal.detail);
  }

  async function claim() {
    started.current = true;
    show(await run('claim', () => actions.claim(seen)), 'Claimed: it is yours now');
  }

  async function save() {
    const answers = form.getValues();
    const refusal = await run('save', () => actions.save({ ...seen, results: resultsOf(fields, answers) }), typed());
    if (!refusal) form.reset(answers);
    show(refusal, 'Draft saved');
  }

  const complete = form.handleSubmit(async (answers) => {
    const results = resultsOf(fields, answers);
    const refusal = await run('complete', () => actions.complete({ ...seen, results }), typed());
    if (!refusal) form.reset(answers);
    show(refusal, 'Completed');
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (busy === null && editable) void complete();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || busy !== null || !editable) return;
    if (event.target === composer.current) return;
    event.preventDefault();
    void complete();
  }

  /** Acts from a dialog: a conflict closes it, since the notice on the page says more than its one line. */
  async function act(verb: string, call: Parameters<typeof run>[1], done: string): Promise<string | undefined> {
    const refusal = await run(verb, call, typed());
    if (!refusal) toast.success(done);
    return refusal && !isConflict(refusal) ? refusal.detail : undefined;
  }

  function comment() {
    setTab('task');
    requestAnimationFrame(() => composer.current?.focus());
  }

  useShortcuts({
    c: busy === null && task.allowed.includes('claim') ? claim : undefined,
    r: task.allowed.includes('release') && task.userGroup !== null ? () => setAsking('release') : undefined,
  });

  const finished = isFinished(task.status);
  return (
    <article aria-label={task.title} className="@container flex min-h-0 min-w-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <div className="grid min-h-0 flex-1 max-md:flex max-md:flex-col max-md:overflow-y-auto grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_minmax(0,1fr)_auto] @[44rem]:grid-cols-[minmax(0,1fr)_18.75rem]">
        <TaskHeader
          task={task}
          reader={reader}
          {...header}
          onReassign={() => setAsking('reassign')}
          onTakeOver={() => setAsking('take-over')}
          onCancel={() => setAsking('cancel')}
        />
        <DetailTabs formId={formId} tab={tab} onTab={setTab} />

        <ScrollArea
          id={`${formId}-task`}
          className={cn(
            'row-start-3 border-line px-4 pb-8 max-md:shrink-0 max-md:grow md:px-6 @[44rem]:border-t',
            tab !== 'task' && '@max-[44rem]:hidden',
          )}
        >
          <div className="mx-auto grid max-w-170 gap-6 pt-5">
            {conflict ? (
              <ConflictNotice conflict={conflict} task={task} me={reader.userId} onDismiss={dismissConflict} />
            ) : null}
            {failure === null ? null : (
              <Callout tone="danger" live>
                {failure}
              </Callout>
            )}
            {task.notes ? (
              <section aria-label="Notes" className="rounded-lg border border-line bg-sunken px-4 py-3">
                <Markdown>{task.notes}</Markdown>
              </section>
            ) : null}
            {task.userTaskDef.description ? <p className="text-muted">{textIn(task.userTaskDef.description)}</p> : null}
            {task.status === 'CANCELLED' ? (
              <Callout icon={<Ban />} title="This task was cancelled">
                {whatHappened(task, reader.userId)?.reason}
              </Callout>
            ) : null}
            {isOnHold ? (
              <Callout tone="warning" icon={<CirclePause />} title="On hold">
                The workflow behind this task is halted. The task comes back as it is once the workflow goes on.
              </Callout>
            ) : null}
            {fields.length === 0 && !finished ? (
              <p className="text-muted">This task asks no questions: completing it is the answer.</p>
            ) : null}
            {finished ? (
              <TaskResults
                label={task.status === 'DONE' ? 'Answers' : 'Draft when it was cancelled'}
                fields={task.status === 'DONE' || task.draft ? fields : []}
                results={task.results ?? task.draft?.results ?? {}}
              />
            ) : (
              <TaskForm id={formId} fields={fields} form={form} readOnly={!editable} onSubmit={submit} />
            )}
            <TaskComments
              task={task}
              reader={reader}
              composerRef={composer}
              onAdd={(text) => run('comment', () => actions.addComment({ ...idOf(task), comment: text }))}
              onEdit={({ id }, text) =>
                run('comment', () => actions.editComment({ ...idOf(task), commentId: id, comment: text }))
              }
              onDelete={({ id }) => run('comment', () => actions.deleteComment({ ...idOf(task), commentId: id }))}
            />
          </div>
        </ScrollArea>

        <ScrollArea
          id={`${formId}-history`}
          className={cn(
            'row-start-3 px-4 py-5 max-md:shrink-0 max-md:grow md:px-6 @[44rem]:row-span-full @[44rem]:row-start-1 @[44rem]:col-start-2 @[44rem]:border-line @[44rem]:border-l @[44rem]:px-5 @[44rem]:py-5',
            tab !== 'history' && '@max-[44rem]:hidden',
          )}
        >
          <div className="mx-auto grid max-w-170 gap-7">
            <section aria-label="Facts">
              <TaskFacts task={task} reader={reader} />
            </section>
            <section aria-label="History" className="grid gap-4 border-line border-t pt-5">
              <h3 className="font-semibold text-base">History</h3>
              <TaskTimeline task={task} me={reader.userId} />
            </section>
          </div>
        </ScrollArea>

        <div className="row-start-4 max-md:sticky max-md:bottom-0 max-md:z-10">
          <TaskBar
            task={task}
            reader={reader}
            formId={formId}
            editable={editable}
            dirty={isDirty}
            busy={busy}
            onClaim={claim}
            onSave={save}
            onRelease={() => setAsking('release')}
            onReassign={() => setAsking('reassign')}
            onComment={comment}
          />
        </div>
      </div>

      <TaskDialogs
        asking={asking}
        onClose={() => setAsking(null)}
        task={task}
        reader={reader}
        directory={directory}
        actions={actions}
        act={act}
      />
    </article>
  );
}

const idOf = ({ wfRunId, guid }: UserTaskRun) => ({ wfRunId, guid });
