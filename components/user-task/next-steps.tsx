'use client';

import { AlarmClock, Ban, CircleHelp, Ellipsis, SendHorizontal } from 'lucide';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ArmedHook } from '#contracts/user-task-hook.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { Button } from '../ui/button.tsx';
import { DropdownMenu, MenuItem } from '../ui/dropdown-menu.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { later } from '../ui/later.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Countdown } from './countdown.tsx';
import type { ChangeHook, HookChange } from './hook-dialog.tsx';
import { useHookWords } from './hook-words.ts';
import { useArmedHooks } from './use-armed-hooks.ts';

const HookDialog = later(() => import('./hook-dialog.tsx').then((part) => part.HookDialog));

export type NextStepsProps = {
  task: UserTaskRun;
  /** The reader. */
  me: string;
  /** Does what an admin wants with a hook; a message that comes back keeps the dialog open. */
  onChange: ChangeHook;
};

const ICONS: Record<ArmedHook['action'], ReactNode> = {
  TASK: <Icon of={AlarmClock} />,
  REASSIGN: <Icon of={SendHorizontal} />,
  CANCEL: <Icon of={Ban} />,
};

/** What happens by itself if nobody acts, when, and to whom; an admin may have it otherwise. */
export function NextSteps({ task, me, onChange }: NextStepsProps) {
  const t = useTranslations('task.hooks');
  const { data: hooks, isError, refetch } = useArmedHooks(task);
  const words = useHookWords(task, hooks, me);
  const [asking, setAsking] = useState<{ hook: ArmedHook; change: HookChange } | null>(null);
  const mayChange = task.allowed.includes('change-hooks');

  if (isError) {
    return (
      <p className="flex flex-wrap items-center gap-2 text-muted text-sm">
        {t('unreadable')}
        <Button size="sm" onClick={() => void refetch()}>
          {t('again')}
        </Button>
      </p>
    );
  }
  if (!hooks) return <Skeleton className="h-9 w-full" />;
  if (hooks.length === 0) return <p className="text-muted text-sm">{t('nothing')}</p>;
  return (
    <>
      <ol className="grid gap-3">
        {hooks.map((hook) => (
          <li key={hook.id} className="flex items-start gap-2.5 text-sm">
            <span
              aria-hidden
              className="mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full border border-line-strong border-dashed text-muted [&_svg]:size-3.5"
            >
              {hook.effect === null ? <Icon of={CircleHelp} /> : ICONS[hook.action]}
            </span>
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap gap-x-2">
                <span className="font-medium wrap-anywhere">{words(hook)}</span>
                <Countdown at={hook.dueAt} className="text-muted" />
              </p>
              <p className="text-muted text-xs">
                {t(`from.${hook.hook}`)}
                {hook.firingsLeft > 1 ? `, ${t('left', { count: hook.firingsLeft })}` : null}
              </p>
              {hook.suspended ? <p className="text-warning-ink text-xs">{t('still')}</p> : null}
            </div>
            {mayChange ? (
              <DropdownMenu
                trigger={
                  <IconButton
                    size="sm"
                    label={t('actions', { what: words(hook) })}
                    icon={<Icon of={Ellipsis} />}
                    className="-mt-0.5 -mr-1"
                  />
                }
              >
                {(['fire', 'postpone', 'disarm'] as const).map((change) => (
                  <MenuItem key={change} onSelect={() => setAsking({ hook, change })}>
                    {t('dots', { what: t(change) })}
                  </MenuItem>
                ))}
              </DropdownMenu>
            ) : null}
          </li>
        ))}
      </ol>
      {asking ? (
        <Suspense>
          <HookDialog
            hook={asking.hook}
            change={asking.change}
            what={words(asking.hook)}
            onClose={() => setAsking(null)}
            onChange={onChange}
          />
        </Suspense>
      ) : null}
    </>
  );
}
