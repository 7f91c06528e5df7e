'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { UserTaskDef, UserTaskDefBody } from '#contracts/user-task-def.ts';
import { diffForms } from '../definitions/diff-forms.ts';
import { DiffView } from '../definitions/diff-view.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';

export type ConflictNoticeProps = {
  theirs: UserTaskDef;
  mine: UserTaskDefBody;
  onRebase: (theirs: UserTaskDef) => void;
  onTake: (theirs: UserTaskDef) => void;
};

/** Somebody else saved a version meanwhile: nothing is lost, whichever way it goes on. */
export function ConflictNotice({ theirs, mine, onRebase, onTake }: ConflictNoticeProps) {
  const t = useTranslations('builder.conflict');
  const [isShown, setIsShown] = useState(false);
  const { version } = theirs;
  return (
    <div className="border-line border-b px-4 py-2.5">
      <Callout
        tone="warning"
        live
        title={t('title', { version })}
        actions={
          <>
            <Button size="sm" onClick={() => setIsShown(true)}>
              {t('show')}
            </Button>
            <Button size="sm" onClick={() => onRebase(theirs)}>
              {t('rebase', { version })}
            </Button>
            <Button size="sm" variant="danger-quiet" onClick={() => onTake(theirs)}>
              {t('take', { version })}
            </Button>
          </>
        }
      >
        {t('text')}
      </Callout>
      <Dialog open={isShown} onOpenChange={setIsShown} size="lg" title={t('differences', { version })}>
        <ScrollRegion
          label={t('differences', { version })}
          className="max-h-[60vh] rounded-lg border border-line bg-surface"
        >
          <DiffView
            diff={diffForms(theirs, mine)}
            before={t('theirs', { version })}
            after={t('mine')}
            onlyDifferences
          />
        </ScrollRegion>
      </Dialog>
    </div>
  );
}
