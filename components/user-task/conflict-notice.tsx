'use client';

import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';
import { whatHappened } from './task-story.ts';
import type { Conflict } from './use-task.ts';

export type ConflictNoticeProps = {
  conflict: Conflict;
  /** As it is now. */
  task: UserTaskRun;
  me: string;
  onDismiss: () => void;
};

/** Says who was first, with what and when, and gives back what the reader had typed. */
export function ConflictNotice({ conflict, task, me, onDismiss }: ConflictNoticeProps) {
  const told = task.events.length > conflict.seenEvents ? whatHappened(task, me) : null;
  return (
    <Callout
      live
      tone="warning"
      title={
        told ? (
          <>
            {told.words} at <AbsoluteTime at={told.at} timeOnly />
          </>
        ) : (
          'This task was changed in the meantime'
        )
      }
      actions={
        <Button size="sm" onClick={onDismiss}>
          Dismiss
        </Button>
      }
    >
      {told?.reason ? <p>“{told.reason}”</p> : null}
      <p>{told ? 'What you see below is the task as it is now.' : conflict.detail}</p>
      {conflict.kept === '' ? null : (
        <div className="mt-2 flex items-start gap-2 rounded-md border border-warning-line bg-surface py-1.5 pr-1.5 pl-3">
          <div className="min-w-0 flex-1">
            <p className="font-medium text-sm">What you had typed</p>
            <p className="whitespace-pre-wrap text-sm wrap-anywhere">{conflict.kept}</p>
          </div>
          <CopyButton value={conflict.kept} label="Copy what you had typed" />
        </div>
      )}
    </Callout>
  );
}
