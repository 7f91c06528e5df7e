'use client';

import { type ComponentType, lazy, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from './toast.ts';

const loads = new Set<() => Promise<unknown>>([() => import('sonner')]);

/**
 * A part of the page that is fetched when it is first wanted; it stands in a Suspense. Where it cannot be fetched that is said, it closes
 * itself, and it is fetched anew when it is wanted again or the connection is back: the page around it stays.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  loads.add(load);
  const attempt = (): ComponentType<Props> =>
    lazy<ComponentType<Props>>(() =>
      load().then(
        (part) => ({ default: part }),
        () => {
          source.part = attempt();
          return { default: Unfetched };
        },
      ),
    );
  const source: Source<Props> = { part: attempt() };
  return (props) => <Later source={source} props={props} />;
}

type Source<Props> = { part: ComponentType<Props> };

function Later<Props extends object>({ source, props }: { source: Source<Props>; props: Props }) {
  const [Part, setPart] = useState(() => source.part);
  useEffect(() => {
    const again = () => setPart(() => source.part);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [source]);
  return <Part {...props} />;
}

/** Fetches what the page may want later, one after the other, so that it is there at once then, without a connection too. */
export async function fetchAhead(): Promise<void> {
  // What is fetched may bring parts of its own, which are come to as well.
  for (const load of loads) await load().catch(() => undefined);
}

function Unfetched({ onClose }: { onClose?: unknown }) {
  const t = useTranslations('ui');
  useEffect(() => {
    toast.error(t('unfetched'));
    if (typeof onClose === 'function') onClose();
  }, [t, onClose]);
  return null;
}
