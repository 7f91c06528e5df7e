'use client';

import { type ReactNode, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { AppLink } from './app-link.tsx';
import { Logo, LogoMark } from './logo.tsx';
import { NavDrawer } from './nav-drawer.tsx';
import { NavList, type NavSection } from './nav-list.tsx';
import { OfflineStrip } from './offline.tsx';

export type AppShellProps = {
  nav: readonly NavSection[];
  /** Where the logo leads. */
  homeHref: string;
  /** Above the places to go, in the rail and in the drawer. */
  lead?: ReactNode;
  /** At the foot of the rail: who is signed in. Given whether there is room for words by the classes of its own. */
  account: ReactNode;
  /** On phones, at the right of the top bar. */
  topBar?: ReactNode;
  children: ReactNode;
};

/** The frame of every signed-in page: a rail of 236 px, of icons on tablets, behind a button on phones; the rest is the page. */
export function AppShell({ nav, homeHref, lead, account, topBar, children }: AppShellProps) {
  const t = useTranslations('ui');
  return (
    <div className="flex h-dvh flex-col md:flex-row print:h-auto">
      <a
        href="#main"
        className="-translate-y-20 fixed top-2 left-2 z-50 rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus-visible:translate-y-0"
      >
        {t('skipToContent')}
      </a>

      <header className="flex h-13 shrink-0 items-center gap-1 border-line border-b bg-surface px-1.5 md:hidden print:hidden">
        <NavDrawer sections={nav} account={account} />
        <AppLink href={homeHref} className="flex h-11 items-center rounded-md px-1">
          <Logo />
        </AppLink>
        <div className="ml-auto flex items-center gap-1">{topBar}</div>
      </header>

      <header className="flex w-14 shrink-0 flex-col border-line border-r bg-canvas max-md:hidden xl:w-59 print:hidden">
        <AppLink
          href={homeHref}
          aria-label="Docket"
          className="mx-3 my-3 flex h-8 items-center rounded-md px-1 xl:px-1.5"
        >
          <LogoMark className="xl:hidden" />
          <Logo className="max-xl:hidden" />
        </AppLink>
        {lead ? <div className="px-2.5 pb-2">{lead}</div> : null}
        <nav aria-label={t('mainNavigation')} className="min-h-0 flex-1 overflow-y-auto px-2.5 [scrollbar-width:thin]">
          <Suspense>
            <NavList sections={nav} collapsible />
          </Suspense>
        </nav>
        <div className="border-line border-t p-2.5">{account}</div>
      </header>

      <main
        id="main"
        tabIndex={-1}
        className="relative flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto bg-canvas outline-none print:overflow-visible"
      >
        {children}
        <OfflineStrip />
      </main>
    </div>
  );
}
