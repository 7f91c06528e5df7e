'use client';

import { usePathname } from 'next/navigation';
import { type MouseEvent, type ReactNode, Suspense } from 'react';
import type { SavedView } from '#contracts/saved-view.ts';
import { LiveProvider } from '../api/live-events.tsx';
import { showAddress } from '../inbox/address.ts';
import type { ViewActions } from '../inbox/inbox-actions.ts';
import { AppShell } from '../ui/app-shell.tsx';
import { later } from '../ui/later.tsx';
import { type Account, AccountMenu } from './account-menu.tsx';
import { CommandsProvider } from './commands.tsx';
import { PaletteButton, PaletteIcon, usePalette } from './palette.tsx';
import { CountsProvider, type CountsToCome } from './rail-count.tsx';
import { useNav } from './use-nav.tsx';

// On every page but the inbox, which knows better when to look.
const RailNews = later(() => import('./rail-news.tsx').then((part) => part.RailNews));

export type SignedInShellProps = {
  /** Where the stream of events stood before the page was read. */
  since: string;
  account: Account;
  counts: CountsToCome;
  views: SavedView[];
  viewActions: ViewActions;
  children: ReactNode;
};

/** The frame of every page behind the sign-in. */
export function SignedInShell({ since, counts, children, ...rest }: SignedInShellProps) {
  const isInbox = usePathname() === '/inbox';
  return (
    <LiveProvider since={since}>
      <CommandsProvider>
        <CountsProvider counts={counts}>
          {isInbox ? null : (
            <Suspense>
              <RailNews />
            </Suspense>
          )}
          <Frame {...rest}>{children}</Frame>
        </CountsProvider>
      </CommandsProvider>
    </LiveProvider>
  );
}

function Frame({ account, views, viewActions, children }: Omit<SignedInShellProps, 'counts' | 'since'>) {
  const nav = useNav(account, views, viewActions);
  const onLink = useInboxLinks();
  const { palette, openPalette } = usePalette(account);
  return (
    <div className="contents" onClickCapture={onLink}>
      <AppShell
        nav={nav}
        homeHref="/inbox?view=mine"
        account={<AccountMenu account={account} />}
        lead={<PaletteButton onOpen={openPalette} />}
        topBar={<PaletteIcon onOpen={openPalette} />}
      >
        {children}
      </AppShell>
      {palette}
    </div>
  );
}

/**
 * From one view of the inbox to another the page stays: it reads the address, and the server is not asked for the page again. Without a
 * connection no link leads away.
 */
function useInboxLinks() {
  const path = usePathname();
  return (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (path === '/inbox' && href?.startsWith('/inbox?')) {
      event.preventDefault();
      showAddress(href);
    } else if (href?.startsWith('/') && !navigator.onLine) {
      // The browser would leave for a page of its own, and what stands here would be gone; why nothing happens stands at the foot.
      event.preventDefault();
    }
  };
}
