'use client';

import {
  Bot,
  ChartColumn,
  CircleCheck,
  ClipboardList,
  FormInput,
  Inbox,
  UsersRound,
  Waypoints,
  Workflow,
} from 'lucide-react';
import { signOut } from 'next-auth/react';
import type { ReactNode } from 'react';
import { AppShell } from '../ui/app-shell.tsx';
import type { NavSection } from '../ui/nav-list.tsx';
import { type Account, AccountMenu } from './account-menu.tsx';

export type SignedInShellProps = {
  account: Account;
  /** How many tasks wait, capped, as in "99+". */
  counts: { mine?: string; available?: string };
  children: ReactNode;
};

/** The frame of every page behind the sign-in. */
export function SignedInShell({ account, counts, children }: SignedInShellProps) {
  const nav: NavSection[] = [
    {
      items: [
        { href: '/inbox?view=mine', label: 'Mine', icon: <Inbox />, count: counts.mine },
        { href: '/inbox?view=available', label: 'Available', icon: <UsersRound />, count: counts.available },
        { href: '/inbox?view=done', label: 'Done', icon: <CircleCheck /> },
      ],
    },
  ];
  if (account.isAdmin) nav.push(administration);
  const menu = <AccountMenu account={account} onSignOut={() => void signOut({ callbackUrl: '/sign-in' })} />;
  return (
    <AppShell nav={nav} homeHref="/inbox" account={menu}>
      {children}
    </AppShell>
  );
}

const administration: NavSection = {
  label: 'Administration',
  items: [
    { href: '/admin/dashboards', label: 'Dashboards', icon: <ChartColumn /> },
    { href: '/admin/wf-runs', label: 'WfRuns', icon: <Workflow /> },
    { href: '/admin/user-tasks', label: 'User tasks', icon: <ClipboardList /> },
    { href: '/admin/wf-specs', label: 'WfSpecs', icon: <Waypoints /> },
    { href: '/admin/user-task-defs', label: 'UserTaskDefs', icon: <FormInput /> },
    { href: '/admin/task-defs', label: 'TaskDefs', icon: <Bot /> },
  ],
};
