'use client';

import { Trash2 } from 'lucide';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ActionResult } from '#contracts/operations/action.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Icon } from '../ui/icon.tsx';

export type RemoveButtonProps = {
  kind: 'person' | 'group';
  name: string;
  remove: () => Promise<ActionResult<unknown>>;
};

/** Removes a person or a group for good, after asking; refused while they hold tasks. */
export function RemoveButton({ kind, name, remove }: RemoveButtonProps) {
  const t = useTranslations('desk.remove');
  const words = useRefusalWords();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);

  async function confirm(): Promise<string | undefined> {
    const result = await remove();
    if (!result.ok)
      return holdsTasks(result.refusal.current) ? t('refused', { why: words(result.refusal) }) : words(result.refusal);
    router.push(kind === 'person' ? '/admin/people' : '/admin/groups');
    return undefined;
  }

  return (
    <>
      <Button variant="danger-quiet" icon={<Icon of={Trash2} />} onClick={() => setOpen(true)}>
        {t(`${kind}.button`)}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t(`${kind}.title`, { name })}
        description={t(`${kind}.text`)}
        confirmLabel={t('confirm')}
        dismissLabel={t('keep')}
        tone="danger"
        onConfirm={confirm}
      />
    </>
  );
}

const holdsTasks = (current: unknown): boolean =>
  typeof current === 'object' && current !== null && 'holdsTasks' in current;
