'use client';

import { SendHorizontal, Undo2 } from 'lucide';
import { useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Icon } from '../ui/icon.tsx';
import { HOLD_SECONDS } from './held-acts.ts';
import { useSecondsLeft } from './use-held.ts';
import type { Held, HoldBack } from './use-hold-back.ts';

export type HeldNoticeProps = Held & Pick<HoldBack, 'end'>;

/** That many tasks are about to be cancelled, and the way back for as long as there is one. */
export function HeldNotice({ count, until, end }: HeldNoticeProps) {
  const t = useTranslations('task');
  const seconds = useSecondsLeft(until);
  const id = useId();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  const words = (left: number) => t('held.cancelMany', { count, left });
  return (
    <Callout tone="warning">
      <p id={id}>
        <span aria-hidden className="tabular-nums">
          {words(seconds)}
        </span>
        <span className="sr-only">{words(HOLD_SECONDS)}</span>
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button ref={undo} icon={<Icon of={Undo2} />} aria-describedby={id} onClick={() => end(false)}>
          {t('undo')}
        </Button>
        <Button variant="ghost" icon={<Icon of={SendHorizontal} />} onClick={() => end(true)}>
          {t('held.now.cancel')}
        </Button>
      </div>
    </Callout>
  );
}
