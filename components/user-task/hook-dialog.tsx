'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { MAX_REASON_LENGTH } from '#contracts/text-limits.ts';
import type { ArmedHook } from '#contracts/user-task-hook.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { InstantInput } from '../ui/instant-input.tsx';

export type HookChange = 'fire' | 'postpone' | 'disarm';

export type ChangeHook = (
  change: HookChange,
  hookId: string,
  given: { reason: string; until: string },
) => Promise<string | undefined>;

export type HookDialogProps = {
  hook: ArmedHook;
  change: HookChange;
  /** What the hook would do. */
  what: string;
  onClose: () => void;
  onChange: ChangeHook;
};

const DAY = 86_400_000;

/** Asks why before a hook is fired, postponed or disarmed. */
export function HookDialog({ hook, change, what, onClose, onChange }: HookDialogProps) {
  const t = useTranslations('task');
  const [until, setUntil] = useState(() => new Date(Math.max(Date.parse(hook.dueAt), Date.now()) + DAY).toISOString());

  async function confirm(reason: string): Promise<string | undefined> {
    if (change === 'postpone' && !(Date.parse(until) > Date.now())) return t('hooks.untilMissing');
    return onChange(change, hook.id, { reason, until });
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t(`hooks.${change}`)}
      description={t(`hooks.${change}Text`, { what })}
      confirmLabel={t(`hooks.${change}`)}
      dismissLabel={t('dialog.leaveIt')}
      tone={hook.action === 'CANCEL' && change === 'fire' ? 'danger' : 'primary'}
      reason={{ label: t('dialog.reason'), required: true, help: t('dialog.kept'), maxLength: MAX_REASON_LENGTH }}
      onConfirm={confirm}
    >
      {change === 'postpone' ? (
        <Field label={t('hooks.until')} required>
          <InstantInput value={until} onValueChange={setUntil} />
        </Field>
      ) : null}
    </ConfirmDialog>
  );
}
