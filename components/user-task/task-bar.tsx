'use client';

import {
  ArrowRightToLine,
  CircleCheck,
  MessageSquare,
  SendHorizontal,
  UserRoundCheck,
  UserRoundCog,
  UserRoundMinus,
  UserRoundPlus,
} from 'lucide';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskRun, UserTaskVerb } from '#contracts/user-task-run.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
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
        {/* Where all names are spelt out, the longest of them take more than the form is wide. */}
        <div className="flex flex-wrap gap-x-2 gap-y-0.5 @min-[56rem]:-mr-26">
          <div className="flex gap-2 empty:hidden @max-md:grow-999">
            {may('claim') ? (
              <Button
                variant="primary"
                size="lg"
                className={leading}
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
                className={leading}
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
                short={t('andNext')}
                icon={<Icon of={ArrowRightToLine} />}
                isBusy={busy === 'complete-and-next'}
                onClick={onCompleteAndNext}
              />
            ) : null}
            {isOthers && may('take-over') ? (
              <Button
                size="lg"
                className={leading}
                icon={<Icon of={UserRoundPlus} />}
                onClick={() => on.onAsk('take-over')}
              >
                {t('takeOver')}
              </Button>
            ) : null}
            {isOthers && may('assign') ? (
              <Action label={t('reassign')} icon={<Icon of={UserRoundCog} />} onClick={() => on.onAsk('reassign')} />
            ) : null}
          </div>
          {/* A row of its own where not all fit into one. */}
          <div className="flex gap-x-1 empty:hidden @max-md:grow @max-md:[&>*]:flex-1">
            {may('release') ? (
              <Action
                label={t('release')}
                icon={<Icon of={UserRoundMinus} />}
                onClick={() => on.onAsk('release')}
                isQuiet
              />
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
              <Action label={t('comment')} icon={<Icon of={MessageSquare} />} onClick={on.onComment} isQuiet />
            ) : null}
          </div>
        </div>
      </div>
    </div>
  );
}

const leading = 'disabled:opacity-100 @max-[56rem]:h-11 @max-[56rem]:px-3 @max-md:flex-1';

type ActionProps = {
  label: string;
  /** The part of the label that is enough where there is little room. */
  short?: string;
  icon: ReactNode;
  onClick: () => void;
  isBusy?: boolean;
  isQuiet?: boolean;
};

/** A button whose words go small below its icon where there is little room. */
function Action({ label, short, icon, onClick, isBusy = false, isQuiet = false }: ActionProps) {
  return (
    <Button
      size="lg"
      variant={isQuiet ? 'ghost' : 'secondary'}
      icon={icon}
      loading={isBusy}
      aria-label={short && label}
      title={short && label}
      onClick={onClick}
      className="px-3 @max-[56rem]:h-11 @max-[56rem]:flex-col @max-[56rem]:gap-0.5 @max-[56rem]:px-1.5 @max-[56rem]:text-2xs"
    >
      {short ? (
        <>
          <span className="@max-[56rem]:hidden">{label}</span>
          <span className="@min-[56rem]:hidden">{short}</span>
        </>
      ) : (
        label
      )}
    </Button>
  );
}
