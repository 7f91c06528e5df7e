'use client';

import { usePathname } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import type { SavedView } from '#contracts/saved-view.ts';
import { LiveProvider } from '../api/live-events.tsx';
import { showAddress } from '../inbox/address.ts';
import type { ViewActions } from '../inbox/inbox-actions.ts';
import { AppShell } from '../ui/app-shell.tsx';
import { type Account, AccountMenu } from './account-menu.tsx';
import { CommandsProvider } from './commands.tsx';
import { PaletteButton, PaletteIcon, usePalette } from './palette.tsx';
import { CountsProvider, type CountsToCome } from './rail-count.tsx';
import { RailNews } from './rail-news.tsx';
import { useNav } from './use-nav.tsx';

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

/** What it needs is fetched then. What is still held back is done before: afterwards nobody may. */
async function signOut(): Promise<void> {
  const { heldActs } = await import('../user-task/held-acts.ts');
  await heldActs.leave();
  const auth = await import('next-auth/react');
  await auth.signOut({ callbackUrl: '/sign-in' });
}

/** From one view of the inbox to another the page stays: it reads the address, and the server is not asked for the page again. */
function useInboxLinks() {
  const path = usePathname();
  return (event: MouseEvent) => {
    if (path !== '/inbox' || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (!href?.startsWith('/inbox?')) return;
    event.preventDefault();
    showAddress(href);
  };
}
