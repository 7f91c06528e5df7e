'use client';

import { Search } from 'lucide';
import { Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { later } from '../ui/later.tsx';
import type { Account } from './account-menu.tsx';

const loadPalette = () => import('./command-palette.tsx');
const CommandPalette = later(() => loadPalette().then((part) => part.CommandPalette));

/** The command palette behind Ctrl+K, wherever one is, and the way to open it by a button. What it needs is fetched when it is wanted. */
export function usePalette(account: Account) {
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

  const palette = isOpen ? (
    <Suspense>
      <CommandPalette account={account} onClose={() => setOpen(false)} />
    </Suspense>
  ) : null;
  return { palette, openPalette: () => setOpen(true) };
}

type PaletteButtonProps = { onOpen: () => void };

/** The way to the palette in the rail. */
export function PaletteButton({ onOpen }: PaletteButtonProps) {
  const t = useTranslations('shell.palette');
  return (
    <button
      type="button"
      aria-label={t('open')}
      aria-keyshortcuts="Control+K Meta+K"
      onPointerEnter={loadPalette}
      onFocus={loadPalette}
      onClick={onOpen}
      className="flex h-8 w-full items-center gap-2.5 rounded-md border border-line-strong bg-raised px-2 text-muted text-sm shadow-xs transition-colors hover:bg-hover hover:text-ink max-xl:justify-center touch:h-11"
    >
      <Icon of={Search} className="size-4 shrink-0" />
      <span className="flex-1 truncate text-left max-xl:hidden">{t('title')}</span>
      <Kbd keys={['Ctrl', 'K']} className="text-ink max-xl:hidden" />
    </button>
  );
}

/** The same in the top bar of phones. */
export function PaletteIcon({ onOpen }: PaletteButtonProps) {
  const t = useTranslations('shell.palette');
  return <IconButton label={t('open')} icon={<Icon of={Search} />} onFocus={loadPalette} onClick={onOpen} />;
}
