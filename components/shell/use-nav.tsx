'use client';

import { useQuery } from '@tanstack/react-query';
import { Bookmark } from 'lucide';
import { usePathname, useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { SavedView } from '#contracts/saved-view.ts';
import type { ViewActions } from '../inbox/inbox-actions.ts';
import { DESK_VIEWS, type DeskView, inboxHref } from '../inbox/inbox-query.ts';
import { viewsQuery } from '../inbox/queries.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { later } from '../ui/later.tsx';
import type { NavSection } from '../ui/nav-list.tsx';
import { useSomebodyThere } from '../ui/use-somebody-there.ts';
import type { Account } from './account-menu.tsx';
import { ADMIN_PLACES, VIEW_ICONS } from './places.tsx';
import { RailCount } from './rail-count.tsx';

const SavedViewMenu = later(() => import('../inbox/saved-view-menu.tsx').then((part) => part.SavedViewMenu));

/** The places of the rail: views, groups, saved views, and the pages of administrators. */
export function useNav(account: Account, givenViews: SavedView[], actions: ViewActions): NavSection[] {
  const t = useTranslations('inbox');
  const tShell = useTranslations('shell');
  const { data: views } = useQuery({ ...viewsQuery, initialData: givenViews });
  const isThere = useSomebodyThere();
  const path = usePathname();
  const params = useSearchParams();
  const current = path === '/inbox' ? params.get('saved') : null;
  const desk = Object.entries(VIEW_ICONS).map(([key, icon]) => {
    const view = key as DeskView;
    const pick = DESK_VIEWS[view];
    return {
      href: inboxHref({ view }),
      label: t(`views.${pick}`),
      icon,
      count: <RailCount pick={(counts) => counts[pick]} isWarning={view === 'overdue'} />,
    };
  });
  const groups = account.groups.map((group) => ({
    href: inboxHref({ view: 'group', group }),
    label: group,
    icon: <Avatar name={group} kind="group" size="xs" className="size-4" />,
    count: <RailCount pick={(counts) => counts.groups.find(({ userGroup }) => userGroup === group)} />,
  }));
  const saved = views.map((view) => ({
    href: inboxHref({ view: 'saved', saved: view.id }),
    label: view.name,
    icon: <Icon of={Bookmark} />,
    count: <RailCount pick={(counts) => counts.views.find(({ viewId }) => viewId === view.id)} />,
    menu: isThere ? (
      <Suspense>
        <SavedViewMenu view={view} isCurrent={current === view.id} actions={actions} />
      </Suspense>
    ) : null,
  }));
  const admin = ADMIN_PLACES.map(({ href, name, icon }) => ({ href, icon, label: tShell(`places.${name}`) }));
  return [
    { items: desk },
    ...(groups.length > 0 ? [{ label: t('groups'), items: groups }] : []),
    ...(saved.length > 0 ? [{ label: t('savedViews'), items: saved }] : []),
    ...(account.isAdmin ? [{ label: tShell('administration'), items: admin }] : []),
  ];
}
