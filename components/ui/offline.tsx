'use client';

import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says while the browser has no connection what becomes of what is typed. Below the page, where it moves nothing that is read. */
export function OfflineStrip() {
  const t = useTranslations('ui.offline');
  const isOffline = useSyncExternalStore(
    subscribe,
    () => !navigator.onLine,
    () => false,
  );
  return (
    <div role="status" className="sticky bottom-0 z-20 print:hidden">
      {isOffline ? (
        <p className="border-warning-line border-t bg-warning-soft px-4 py-1.5 text-sm md:px-6">{t('strip')}</p>
      ) : null}
    </div>
  );
}
