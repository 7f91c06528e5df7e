'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Asks before unsaved work is left: the browser when the window closes, a dialog when a link leads away. */
export function useLeaveGuard(isDirty: boolean, discard: () => void): ReactNode {
  const t = useTranslations('builder.leave');
  const router = useRouter();
  const [target, setTarget] = useState<string | null>(null);

  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);

  const intercept = useEffectEvent((event: MouseEvent) => {
    if (!isDirty || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.origin !== window.location.origin)
      return;
    if (link.pathname === window.location.pathname && link.hash !== '') return;
    event.preventDefault();
    event.stopPropagation();
    setTarget(link.pathname + link.search);
  });
  useEffect(() => {
    const listen = (event: MouseEvent) => intercept(event);
    // Before the link's own handler, which would go at once.
    document.addEventListener('click', listen, { capture: true });
    return () => document.removeEventListener('click', listen, { capture: true });
  }, []);

  function go() {
    if (target !== null) router.push(target);
    setTarget(null);
  }

  return (
    <Dialog
      open={target !== null}
      onOpenChange={(open) => open || setTarget(null)}
      title={t('title')}
      description={t('text')}
      footer={
        <>
          <Button onClick={() => setTarget(null)}>{t('stay')}</Button>
          <Button
            variant="danger-quiet"
            onClick={() => {
              discard();
              go();
            }}
          >
            {t('discard')}
          </Button>
          <Button variant="primary" onClick={go}>
            {t('leave')}
          </Button>
        </>
      }
    />
  );
}
