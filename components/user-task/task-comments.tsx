'use client';

import { Pencil, Trash2 } from 'lucide';
import { type FormEvent, type Ref, useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { Refusal } from '#contracts/problem.ts';
import { MAX_COMMENT_LENGTH } from '#contracts/text-limits.ts';
import type { Comment, UserTaskRun } from '#contracts/user-task-run.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { PersonName } from '../people/person-name.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { submitByKeys } from '../ui/submit-by-keys.ts';
import { Textarea } from '../ui/textarea.tsx';
import { useAlive } from '../ui/use-alive.ts';
import { useTooLong } from '../ui/use-too-long.ts';
import type { Reader } from './reader.ts';
import { keepUnsent, unsentText } from './unsent-text.ts';

export type TaskCommentsProps = {
  task: UserTaskRun;
  reader: Reader;
  composerRef: Ref<HTMLTextAreaElement>;
  onAdd: (text: string) => Promise<Refusal | undefined>;
  onEdit: (comment: Comment, text: string) => Promise<Refusal | undefined>;
  onDelete: (comment: Comment) => Promise<Refusal | undefined>;
};

/** What people said about a task, oldest first, and room for more. */
export function TaskComments({ task, reader, composerRef, onAdd, onEdit, onDelete }: TaskCommentsProps) {
  const t = useTranslations('task.comments');
  const words = useRefusalWords();
  const [editing, setEditing] = useState<number | null>(null);
  const [deleting, setDeleting] = useState<Comment | null>(null);
  const mayComment = task.allowed.includes('comment');
  const place = `${reader.userId}/${task.wfRunId}/${task.guid}`;
  if (!mayComment && task.comments.length === 0) return null;

  return (
    <section aria-label={t('title')} className="grid gap-3">
      <h3 className="font-semibold text-base">{t('title')}</h3>
      {task.comments.length > 0 ? (
        <ul className="grid gap-4">
          {task.comments.map((comment) => (
            <li key={comment.id} className="grid gap-1">
              <div>
                <div className="flex min-h-6 flex-wrap items-center gap-x-2 text-sm">
                  <PersonName id={comment.userId} size="sm" className="font-medium" />
                  <RelativeTime at={comment.createdAt} className="text-muted text-xs" />
                  {comment.editedAt === null ? null : <span className="text-muted text-xs">{t('edited')}</span>}
                  {mayComment && (reader.isAdmin || comment.userId === reader.userId) && editing !== comment.id ? (
                    <span className="ml-auto flex">
                      <IconButton
                        size="sm"
                        label={t('edit')}
                        icon={<Icon of={Pencil} />}
                        onClick={() => setEditing(comment.id)}
                      />
                      <IconButton
                        size="sm"
                        label={t('delete')}
                        icon={<Icon of={Trash2} />}
                        onClick={() => setDeleting(comment)}
                      />
                    </span>
                  ) : null}
                </div>
                {editing === comment.id ? (
                  <CommentForm
                    label={t('edit')}
                    sendLabel={t('save')}
                    place={`${place}/${comment.id}`}
                    initial={comment.text}
                    onSend={(text) => onEdit(comment, text)}
                    onClose={() => setEditing(null)}
                  />
                ) : (
                  <p className="mt-1 whitespace-pre-wrap pl-7.5 wrap-anywhere">{comment.text}</p>
                )}
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {mayComment ? (
        <CommentForm
          key={place}
          ref={composerRef}
          label={t('add')}
          sendLabel={t('send')}
          place={place}
          onSend={onAdd}
        />
      ) : null}
      <ConfirmDialog
        open={deleting !== null}
        onOpenChange={() => setDeleting(null)}
        title={t('deleteTitle')}
        description={t('deleteText')}
        confirmLabel={t('delete')}
        tone="danger"
        onConfirm={async () => {
          const refusal = deleting ? await onDelete(deleting) : undefined;
          return refusal && words(refusal);
        }}
      />
    </section>
  );
}

type CommentFormProps = {
  label: string;
  sendLabel: string;
  /** Where what is not sent yet is kept. */
  place: string;
  initial?: string;
  ref?: Ref<HTMLTextAreaElement>;
  onSend: (text: string) => Promise<Refusal | undefined>;
  onClose?: () => void;
};

function CommentForm({ label, sendLabel, place, initial = '', ref, onSend, onClose }: CommentFormProps) {
  const t = useTranslations('task.comments');
  const words = useRefusalWords();
  const [typed, setTyped] = useState<string | null>(null);
  // The server knows nothing of it, and the page comes alive as it was sent.
  const kept = useAlive() ? unsentText(place) : null;
  const text = typed ?? kept ?? initial;
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  function write(next: string) {
    setTyped(next);
    keepUnsent(place, next === initial ? null : next);
  }

  const tooLong = useTooLong(text, MAX_COMMENT_LENGTH);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const around = form.closest('li');
    if (busy || tooLong) return;
    if (text.trim() === '') {
      setError(t('empty'));
      return;
    }
    setBusy(true);
    const refusal = await onSend(text);
    setBusy(false);
    setError(refusal && words(refusal));
    if (refusal) return;
    keepUnsent(place, null);
    setTyped(null);
    toast.success(t(onClose ? 'saved' : 'added'));
    onClose?.();
    // What had the focus is gone: the next comment is at hand, or what the changed one can be changed with again.
    requestAnimationFrame(() => (around ?? form).querySelector<HTMLElement>('textarea, button')?.focus());
  }

  const started = onClose !== undefined || text !== '';
  return (
    <form noValidate onSubmit={send} onKeyDown={submitByKeys} className="grid gap-2">
      <Field label={<span className={onClose ? 'sr-only' : ''}>{label}</span>} error={tooLong ?? error}>
        <Textarea
          ref={ref}
          rows={1}
          className="min-h-9 touch:min-h-11"
          value={text}
          autoFocus={onClose !== undefined}
          onChange={(event) => write(event.target.value)}
        />
      </Field>
      {started ? (
        <div className="flex gap-2">
          <Button type="submit" loading={busy}>
            {sendLabel}
          </Button>
          {onClose ? (
            <Button
              variant="ghost"
              onClick={() => {
                keepUnsent(place, null);
                onClose();
              }}
            >
              {t('discard')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </form>
  );
}
