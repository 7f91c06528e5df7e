'use client';

import { X } from 'lucide';
import { Dialog as Radix } from 'radix-ui';
import { type MouseEvent, type ReactNode, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { Logo } from './logo.tsx';
import { NavList, type NavSection } from './nav-list.tsx';
import { useReturnFocus } from './use-return-focus.ts';

export type NavDrawerPanelProps = { sections: readonly NavSection[]; account: ReactNode; onClose: () => void };

/** What slides in: the places to go, and who is signed in. */
export function NavDrawerPanel({ sections, account, onClose }: NavDrawerPanelProps) {
  const t = useTranslations('ui');
  const { rememberOpener, returnFocus } = useReturnFocus();

  function closeOnLink(event: MouseEvent) {
    if (event.target instanceof Element && event.target.closest('a')) onClose();
  }

  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={rememberOpener}
          onCloseAutoFocus={returnFocus}
          onClick={closeOnLink}
          className="fixed inset-y-0 left-0 z-40 flex w-72 max-w-[85vw] animate-drawer-in flex-col border-line border-r bg-surface shadow-lg outline-none"
        >
          <Radix.Title className="sr-only">{t('menu')}</Radix.Title>
          <div className="flex h-13 items-center px-4.5">
            <Logo />
          </div>
          <nav aria-label={t('mainNavigation')} className="min-h-0 flex-1 overflow-y-auto px-2.5">
            <Suspense>
              <NavList sections={sections} />
            </Suspense>
          </nav>
          <div className="border-line border-t p-2.5 pb-safe">{account}</div>
          {/* Last, so that the focus starts in the places to go. */}
          <Radix.Close asChild>
            <IconButton label={t('closeMenu')} icon={<Icon of={X} />} className="absolute top-1 right-1" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
