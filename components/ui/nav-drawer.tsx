'use client';

import { Menu } from 'lucide';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { later } from './later.tsx';
import type { NavSection } from './nav-list.tsx';

const loadPanel = () => import('./nav-drawer-panel.tsx');
const NavDrawerPanel = later(() => loadPanel().then((part) => part.NavDrawerPanel));

/** The rail of a phone: hidden behind a button, closed by choosing. Wide screens never fetch it. */
export function NavDrawer({ sections, account }: { sections: readonly NavSection[]; account: ReactNode }) {
  const t = useTranslations('ui');
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        label={t('openMenu')}
        icon={<Icon of={Menu} />}
        onFocus={loadPanel}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-expanded={open}
      />
      {open ? (
        <Suspense>
          <NavDrawerPanel sections={sections} account={account} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
