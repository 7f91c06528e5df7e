'use client';

import { usePathname } from 'next/navigation';
import { type MouseEvent, type ReactNode, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { SavedView } from '#contracts/saved-view.ts';
import { LiveProvider } from '../api/live-events.tsx';
import { showAddress } from '../inbox/address.ts';
import type { ViewActions } from '../inbox/inbox-actions.ts';
import { AppShell } from '../ui/app-shell.tsx';
import { fetchAhead } from '../ui/later.tsx';
import { toast } from '../ui/toast.ts';
import { type Account, AccountMenu } from './account-menu.tsx';
import { CommandsProvider } from './commands.tsx';
import { PaletteButton, PaletteIcon, usePalette } from './palette.tsx';
import { CountsProvider, type CountsToCome } from './rail-count.tsx';
import { RailNews } from './rail-news.tsx';
import { useNav } from './use-nav.tsx';

/** What is wanted at once goes first. */
const CALM_MS = 1_000;

export type SignedInShellProps = {
  account: Account;
  counts: CountsToCome;
  views: SavedView[];
  viewActions: ViewActions;
  children: ReactNode;
};

/** The frame of every page behind the sign-in. */
export function SignedInShell({ counts, children, ...rest }: SignedInShellProps) {
  return (
    <LiveProvider>
      <CommandsProvider>
        <CountsProvider counts={counts}>
          <RailNews />
          <Frame {...rest}>{children}</Frame>
        </CountsProvider>
      </CommandsProvider>
    </LiveProvider>
  );
}

function Frame({ account, views, viewActions, children }: Omit<SignedInShellProps, 'counts'>) {
  const nav = useNav(account, views, viewActions);
  const onLink = useInboxLinks();
  const { palette, openPalette } = usePalette(account);
  useFetchAhead();
  const menu = <AccountMenu account={account} onSignOut={() => void signOut()} />;
  return (
    <div className="contents" onClickCapture={onLink}>
      <AppShell
        nav={nav}
        homeHref="/inbox?view=mine"
        account={menu}
        lead={<PaletteButton onOpen={openPalette} />}
        topBar={<PaletteIcon onOpen={openPalette} />}
      >
        {children}
      </AppShell>
      {palette}
    </div>
  );
}

const SIGNS = ['pointermove', 'pointerdown', 'keydown'] as const;

/** Whoever is there may want any part of the page next, and may be without a connection then. */
function useFetchAhead() {
  useEffect(() => {
    const there = new AbortController();
    const fetchOnce = () => {
      there.abort();
      setTimeout(() => void fetchAhead(), CALM_MS);
    };
    for (const sign of SIGNS) window.addEventListener(sign, fetchOnce, { passive: true, signal: there.signal });
    return () => there.abort();
  }, []);
}

/** What it needs is fetched then. What is still held back is done before: afterwards nobody may. */
async function signOut(): Promise<void> {
  const { heldActs } = await import('../user-task/held-acts.ts');
  await heldActs.leave();
  const auth = await import('next-auth/react');
  await auth.signOut({ callbackUrl: '/sign-in' });
}

/**
 * From one view of the inbox to another the page stays: it reads the address, and the server is not asked for the page again. Without a
 * connection no link leads away.
 */
function useInboxLinks() {
  const t = useTranslations('ui');
  const path = usePathname();
  return (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (path === '/inbox' && href?.startsWith('/inbox?')) {
      event.preventDefault();
      showAddress(href);
    } else if (href?.startsWith('/') && !navigator.onLine) {
      // The browser would leave for a page of its own, and what stands here would be gone.
      event.preventDefault();
      toast.error(t('unfetched'));
    }
  };
}
