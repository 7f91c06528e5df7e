'use client';

import { SendHorizontal, Undo2 } from 'lucide';
import { useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { type HeldAct, HOLD_SECONDS, heldActs } from './held-acts.ts';
import { useSecondsLeft } from './use-held.ts';

/** In place of what can be done: what is about to happen, and the way back for as long as there is one. */
export function HeldBar({ act }: { act: HeldAct }) {
  const t = useTranslations('task');
  const id = useId();
  const undo = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; the one that takes it back is what may be wanted now.
  useEffect(() => undo.current?.focus(), []);
  return (
    <div className="border-line border-t bg-surface px-4 pt-3 pb-safe md:px-6">
      <div className="mx-auto flex max-w-170 flex-wrap items-center gap-2">
        <p id={id} className="min-w-40 flex-1 text-sm">
          <HeldWords act={act} />
        </p>
        <Button
          ref={undo}
          size="lg"
          icon={<Icon of={Undo2} />}
          aria-describedby={id}
          aria-keyshortcuts="z"
          className="max-md:flex-1"
          onClick={() => heldActs.takeBack(act.task)}
        >
          {t('undo')}
          <span aria-hidden className="max-md:hidden">
            <Kbd keys={['z']} />
          </span>
        </Button>
        <Button
          size="lg"
          variant="ghost"
          icon={<Icon of={SendHorizontal} />}
          onClick={() => void heldActs.sendNow(act.task)}
        >
          {t(`held.now.${act.verb}`)}
        </Button>
      </div>
    </div>
  );
}

/** What is about to happen; the seconds are counted for who sees them, and said once to who hears them. */
export function HeldWords({ act, title }: { act: HeldAct; title?: string }) {
  const t = useTranslations('task.held');
  const seconds = useSecondsLeft(act.until);
  const words = (count: number) =>
    title === undefined ? t(act.verb, { count }) : t(`${act.verb}Of`, { title, count });
  return (
    <>
      <span aria-hidden className="tabular-nums">
        {words(seconds)}
      </span>
      <span className="sr-only">{words(HOLD_SECONDS)}</span>
    </>
  );
}
