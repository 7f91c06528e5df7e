'use client';

import { Ban, UserRoundCog, UserRoundMinus, X } from 'lucide';
import { useTranslations } from 'use-intl';
import type { BulkKind } from '../bulk/bulk.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';

export type BulkBarProps = { count: number; onChoose: (kind: BulkKind) => void; onClear: () => void };

/** What can be done with the selection, at the foot of the window while there is one. */
export function BulkBar({ count, onChoose, onClear }: BulkBarProps) {
  const t = useTranslations('desk.bulkBar');
  return (
    <section aria-label={t('label')} hidden={count === 0} className="sticky bottom-3 z-20 mx-auto max-md:w-full">
      <div className="flex animate-pop-in flex-wrap items-center gap-2 rounded-xl border border-line bg-raised px-3 py-2 shadow-lg dark:border-line-strong">
        <p role="status" className="mr-auto px-1 font-medium text-ink text-sm tabular-nums md:mr-3">
          {t('selected', { count })}
        </p>
        <IconButton size="sm" label={t('clear')} icon={<Icon of={X} />} onClick={onClear} className="md:order-last" />
        <div className="flex flex-wrap gap-2 max-md:w-full max-md:[&>*]:flex-1">
          <Button icon={<Icon of={UserRoundCog} />} onClick={() => onChoose('assign')}>
            {t('assign')}
          </Button>
          <Button icon={<Icon of={UserRoundMinus} />} onClick={() => onChoose('release')}>
            {t('release')}
          </Button>
          <Button variant="danger-quiet" icon={<Icon of={Ban} />} onClick={() => onChoose('cancel')}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </section>
  );
}
