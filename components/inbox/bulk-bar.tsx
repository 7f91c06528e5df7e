'use client';

import { Ban, ListChecks, UserRoundCheck, UserRoundCog, UserRoundMinus, X } from 'lucide';
import { useTranslations } from 'use-intl';
import type { BulkKind } from '../bulk/bulk.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';

export type BulkBarProps = {
  count: number;
  isAdmin: boolean;
  onAct: (kind: BulkKind) => void;
  onSelectAll: () => void;
  onClear: () => void;
};

/** What can be done with all that is selected; whether it can is looked at before it is done. */
export function BulkBar({ count, isAdmin, onAct, onSelectAll, onClear }: BulkBarProps) {
  const t = useTranslations('inbox.bar');
  return (
    <section
      aria-label={t('label')}
      className="animate-fade-in border-line border-t bg-raised px-3 pt-2 pb-safe shadow-md"
    >
      <div className="flex items-center gap-1">
        <p role="status" className="mr-auto font-medium text-sm tabular-nums">
          {t('selected', { count })}
        </p>
        <IconButton size="sm" label={t('all')} icon={<Icon of={ListChecks} />} onClick={onSelectAll} />
        <IconButton size="sm" label={t('clear')} keys={['Esc']} icon={<Icon of={X} />} onClick={onClear} />
      </div>
      <div className="flex flex-wrap gap-1.5 pt-1">
        <Button size="sm" icon={<Icon of={UserRoundCheck} />} onClick={() => onAct('claim')}>
          {t('claim')}
        </Button>
        <Button size="sm" icon={<Icon of={UserRoundMinus} />} onClick={() => onAct('release')}>
          {t('release')}
        </Button>
        {isAdmin ? (
          <Button size="sm" icon={<Icon of={UserRoundCog} />} onClick={() => onAct('assign')}>
            {t('assign')}
          </Button>
        ) : null}
        <Button size="sm" variant="danger-quiet" icon={<Icon of={Ban} />} onClick={() => onAct('cancel')}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}
