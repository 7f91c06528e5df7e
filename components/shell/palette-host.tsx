'use client';

import { Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Kbd } from '../ui/kbd.tsx';
import type { Account } from './account-menu.tsx';

const loadPalette = () => import('./command-palette.tsx');
const CommandPalette = lazy(() => loadPalette().then((part) => ({ default: part.CommandPalette })));

/** The way to the command palette: a button, and Ctrl+K wherever one is. What it needs is fetched when it is wanted. */
export function PaletteHost({ account }: { account: Account }) {
  const t = useTranslations('shell.palette');
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-label={t('open')}
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={loadPalette}
        onFocus={loadPalette}
        onClick={() => setOpen(true)}
        className="flex h-8 w-full items-center gap-2.5 rounded-md border border-line-strong bg-raised px-2 text-muted text-sm shadow-xs transition-colors hover:bg-hover hover:text-ink max-xl:justify-center touch:h-11"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="flex-1 truncate text-left max-xl:hidden">{t('title')}</span>
        <Kbd keys={['Ctrl', 'K']} className="max-xl:hidden" />
      </button>
      {isOpen ? (
        <Suspense>
          <CommandPalette account={account} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
