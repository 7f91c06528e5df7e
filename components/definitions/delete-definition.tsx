'use client';

import { useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { Action } from '#contracts/operations/action.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

export type DeleteVersionDialogProps = {
  name: string;
  version: number;
  isOnly: boolean;
  onClose: () => void;
  deleteUserTaskDefVersion: Action<'deleteUserTaskDefVersion'>;
};

/** Asks before a version of a form is deleted, and says by what it is used when it cannot be. */
export function DeleteVersionDialog({ name, version, isOnly, onClose, ...actions }: DeleteVersionDialogProps) {
  const t = useTranslations('definitions.delete');
  const words = useRefusalWords();
  const router = useRouter();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('title', { version, name })}
      description={isOnly ? `${t('text')} ${t('onlyOne')}` : t('text')}
      confirmLabel={t('confirm')}
      dismissLabel={t('keep')}
      tone="danger"
      onConfirm={async () => {
        const result = await actions.deleteUserTaskDefVersion({ name, version });
        if (!result.ok) return words(result.refusal);
        toast.success(t('done', { version }));
        router.push(isOnly ? '/admin/user-task-defs' : `/admin/user-task-defs/${name}`);
        return undefined;
      }}
    />
  );
}

export type DeleteTaskDefDialogProps = { name: string; onClose: () => void; deleteTaskDef: Action<'deleteTaskDef'> };

/** The same of a TaskDef, which has one version. */
export function DeleteTaskDefDialog({ name, onClose, deleteTaskDef }: DeleteTaskDefDialogProps) {
  const t = useTranslations('definitions.delete');
  const words = useRefusalWords();
  const router = useRouter();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('taskTitle', { name })}
      description={t('taskText')}
      confirmLabel={t('taskConfirm')}
      dismissLabel={t('keep')}
      tone="danger"
      onConfirm={async () => {
        const result = await deleteTaskDef({ name });
        if (!result.ok) return words(result.refusal);
        toast.success(t('taskDone', { name }));
        router.push('/admin/task-defs');
        return undefined;
      }}
    />
  );
}
