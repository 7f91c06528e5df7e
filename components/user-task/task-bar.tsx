'use client';

import {
  ArrowRightToLine,
  CircleCheck,
  MessageSquare,
  SendHorizontal,
  Undo2,
  UserRoundCheck,
  UserRoundCog,
  UserRoundPlus,
} from 'lucide';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRun, UserTaskVerb } from '#contracts/user-task-run.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useAlive } from '../ui/use-alive.ts';
import type { Asking } from './task-dialogs.tsx';

export type TaskBarProps = {
  task: UserTaskRun;
  /** It is the reader's. */
  isMine: boolean;
  formId: string;
  busy: string | null;
  onClaim: () => void;
  /** Completes, and goes on to the next; absent where there is no next. */
  onCompleteAndNext: (() => void) | undefined;
  onAsk: (asking: Asking) => void;
  onComment: () => void;
  /** Whether what was typed is kept. */
  saveState: ReactNode;
};

/** What can be done now: one thing that leads on, and what else there is beside it. */
export function TaskBar({ task, isMine, formId, busy, onCompleteAndNext, saveState, ...on }: TaskBarProps) {
  const t = useTranslations('task');
  const isAlive = useAlive();
  const may = (verb: UserTaskVerb) => task.allowed.includes(verb);
  if (task.allowed.every((verb) => verb === 'comment')) return null;
  const isToComplete = isMine && may('complete');
  const isOthers = !isMine && !may('claim');

  return (
    <div className="@container border-line border-t bg-surface px-4 pt-3 pb-safe md:px-6">
      <div className="mx-auto max-w-170">
        {saveState ? <div className="-mt-1 mb-2">{saveState}</div> : null}
        {/* Where all names are spelt out, the longest of them take a little more than the form is wide. */}
        <div className="flex flex-wrap items-center gap-2 @min-[44rem]:-mr-6">
          {may('claim') ? (
            <Button
              variant="primary"
              size="lg"
              className="max-md:flex-1 disabled:opacity-100"
              icon={<Icon of={UserRoundCheck} />}
              loading={busy === 'claim'}
              disabled={!isAlive}
              onClick={on.onClaim}
            >
              {t('claim')}
            </Button>
          ) : null}
          {isToComplete ? (
            <Button
              type="submit"
              form={formId}
              variant="primary"
              size="lg"
              className="max-md:flex-1 disabled:opacity-100"
              icon={<Icon of={CircleCheck} />}
              loading={busy === 'complete'}
              disabled={!isAlive}
            >
              {t('complete')}
            </Button>
          ) : null}
          {isToComplete && onCompleteAndNext ? (
            <Action
              label={t('completeAndNext')}
              icon={<Icon of={ArrowRightToLine} />}
              isBusy={busy === 'complete-and-next'}
              onClick={onCompleteAndNext}
            />
          ) : null}
          {isOthers && may('take-over') ? (
            <Button size="lg" icon={<Icon of={UserRoundPlus} />} onClick={() => on.onAsk('take-over')}>
              {t('takeOver')}
            </Button>
          ) : null}
          {isOthers && may('assign') ? (
            <Action label={t('reassign')} icon={<Icon of={UserRoundCog} />} onClick={() => on.onAsk('reassign')} />
          ) : null}
          {may('release') ? (
            <Action label={t('release')} icon={<Icon of={Undo2} />} onClick={() => on.onAsk('release')} isQuiet />
          ) : null}
          {isMine && may('hand-over') ? (
            <Action
              label={t('handOver')}
              icon={<Icon of={SendHorizontal} />}
              onClick={() => on.onAsk('hand-over')}
              isQuiet
            />
          ) : null}
          {may('comment') ? (
            <IconButton
              size="lg"
              label={t('comment')}
              icon={<Icon of={MessageSquare} />}
              className="@max-[20rem]:hidden"
              onClick={on.onComment}
            />
          ) : null}
        </div>
      </div>
    </div>
  );
}

type ActionProps = { label: string; icon: ReactNode; onClick: () => void; isBusy?: boolean; isQuiet?: boolean };

/** A button that shrinks to its icon where there is little room; its name stays. */
function Action({ label, icon, onClick, isBusy = false, isQuiet = false }: ActionProps) {
  return (
    <Button
      size="lg"
      variant={isQuiet ? 'ghost' : 'secondary'}
      icon={icon}
      loading={isBusy}
      title={label}
      onClick={onClick}
      className={isQuiet ? '@max-[44rem]:w-11 @max-[44rem]:px-0' : '@max-[34rem]:w-11 @max-[34rem]:px-0'}
    >
      <span className={isQuiet ? '@max-[44rem]:sr-only' : '@max-[34rem]:sr-only'}>{label}</span>
    </Button>
  );
}
