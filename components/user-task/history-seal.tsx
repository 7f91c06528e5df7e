'use client';

import { ShieldAlert, ShieldCheck } from 'lucide';
import { useTranslations } from 'use-intl';
import type { HistoryVerification } from '#contracts/history-chain.ts';
import { useClock } from '../ui/clock.tsx';
import { formatDateTime } from '../ui/format-time.ts';
import { Icon } from '../ui/icon.tsx';

/** Whether a history is as it was written, with the hash by which a printed one can be held against the original. */
export function HistorySeal({ verification }: { verification: HistoryVerification }) {
  const t = useTranslations('task.seal');
  const clock = useClock();
  const { isIntact, events, lastHash, fault } = verification;
  const icon = isIntact ? ShieldCheck : ShieldAlert;
  return (
    <footer className="flex gap-2 border-line border-t pt-4 text-sm">
      <Icon of={icon} className={`mt-0.5 size-4 shrink-0 ${isIntact ? 'text-success-ink' : 'text-danger-ink'}`} />
      <div className="min-w-0">
        {fault === null ? (
          <p>{t('intact', { count: events })}</p>
        ) : (
          <p className="font-medium text-danger-ink">
            {t('broken')} {fault.detail} ({fault.kind})
          </p>
        )}
        <p className="text-muted">
          {t('lastHash')} <span className="font-mono text-xs wrap-anywhere">{lastHash}</span>
        </p>
        <p className="hidden text-muted print:block">
          {t('printed', { at: formatDateTime(new Date(clock.now), clock), zone: clock.zone })}
        </p>
      </div>
    </footer>
  );
}
