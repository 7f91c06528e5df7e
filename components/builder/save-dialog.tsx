'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskDefBody } from '#contracts/user-task-def.ts';
import { countDiff, diffForms } from '../definitions/diff-forms.ts';
import { DiffSummary } from '../definitions/diff-marks.tsx';
import { DiffView } from '../definitions/diff-view.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';

export type SaveDialogProps = {
  name: string;
  before: { version: number | null; body: UserTaskDefBody };
  after: UserTaskDefBody;
  nextVersion: number;
  onClose: () => void;
  /** Saves; a message that comes back is shown. */
  onSave: () => Promise<string | undefined>;
};

/** What will be different, before a version is saved. */
export function SaveDialog({ name, before, after, nextVersion, onClose, onSave }: SaveDialogProps) {
  const t = useTranslations('builder.save');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const diff = diffForms(before.body, after);
  const isNew = before.version === null;

  async function save() {
    setBusy(true);
    const message = await onSave().catch(() => t('failed'));
    setBusy(false);
    setFailure(message);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="lg"
      title={isNew ? t('createTitle', { name }) : t('title', { version: nextVersion })}
      description={isNew ? t('createText') : t('text')}
      footer={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button variant="primary" loading={busy} onClick={() => void save()}>
            {isNew ? t('create') : t('save', { version: nextVersion })}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        {failure === undefined ? null : (
          <Callout tone="danger" live>
            {failure}
          </Callout>
        )}
        <DiffSummary counts={countDiff(diff)} />
        <ScrollRegion label={t('differences')} className="max-h-[50vh] rounded-lg border border-line bg-surface">
          <DiffView
            diff={diff}
            before={before.version === null ? t('nothingYet') : t('version', { version: before.version })}
            after={t('version', { version: nextVersion })}
            onlyDifferences
          />
        </ScrollRegion>
      </div>
    </Dialog>
  );
}
