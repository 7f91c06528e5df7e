'use client';

import { CircleCheck, MessageSquare, Save, Undo2, UserRoundCheck, UserRoundCog } from 'lucide-react';
import type { UserTaskRun, UserTaskVerb } from '#contracts/user-task-run.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import type { Reader } from './reader.ts';

export type TaskBarProps = {
  task: UserTaskRun;
  reader: Reader;
  formId: string;
  editable: boolean;
  dirty: boolean;
  busy: string | null;
  onClaim: () => void;
  onSave: () => void;
  onRelease: () => void;
  onReassign: () => void;
  onComment: () => void;
};

/** What can be done now: one thing that leads on, and what else there is beside it. */
export function TaskBar({ task, reader, formId, editable, dirty, busy, ...on }: TaskBarProps) {
  const may = (verb: UserTaskVerb) => task.allowed.includes(verb);
  const mine = task.userId === reader.userId;
  if (task.allowed.every((verb) => verb === 'comment')) return null;

  return (
    <div className="border-line border-t bg-surface px-4 pt-3 pb-safe md:px-6">
      <div className="mx-auto flex max-w-170 flex-wrap items-center gap-2">
        {may('claim') ? (
          <Button
            variant="primary"
            size="lg"
            className="max-md:flex-1"
            icon={<UserRoundCheck />}
            loading={busy === 'claim'}
            onClick={on.onClaim}
          >
            Claim and start
          </Button>
        ) : null}
        {editable ? (
          <Button
            type="submit"
            form={formId}
            variant="primary"
            size="lg"
            className="max-md:flex-1"
            icon={<CircleCheck />}
            loading={busy === 'complete'}
          >
            Complete
          </Button>
        ) : null}
        {editable && may('save') ? (
          <Button size="lg" icon={<Save />} loading={busy === 'save'} onClick={on.onSave}>
            Save draft
          </Button>
        ) : null}
        {!mine && may('assign') && !may('claim') ? (
          <Button size="lg" icon={<UserRoundCog />} onClick={on.onReassign}>
            Reassign
          </Button>
        ) : null}
        {may('release') && task.userGroup !== null ? (
          <Button size="lg" variant={mine ? 'ghost' : 'secondary'} icon={<Undo2 />} onClick={on.onRelease}>
            <span className={mine ? '@max-[50rem]:sr-only' : ''}>Release</span>
          </Button>
        ) : null}
        {may('comment') ? (
          <IconButton
            size="lg"
            label="Comment"
            icon={<MessageSquare />}
            className="@max-[26rem]:hidden"
            onClick={on.onComment}
          />
        ) : null}
        <p className="ml-auto text-muted text-sm empty:hidden @max-[60rem]:order-first @max-[60rem]:w-full">
          <DraftState task={task} reader={reader} dirty={editable && dirty} />
        </p>
      </div>
    </div>
  );
}

function DraftState({ task, reader, dirty }: { task: UserTaskRun; reader: Reader; dirty: boolean }) {
  if (dirty) return 'Unsaved changes';
  if (!task.draft) return null;
  const by = task.draft.savedBy === reader.userId ? '' : ` by ${task.draft.savedBy}`;
  return (
    <>
      Draft saved{by} <AbsoluteTime at={task.draft.savedAt} timeOnly />
    </>
  );
}
