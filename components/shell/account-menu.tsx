'use client';

import { ChevronsUpDown } from 'lucide';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '../ui/avatar.tsx';
import { DropdownMenu } from '../ui/dropdown-menu.tsx';
import { Icon } from '../ui/icon.tsx';
import { later } from '../ui/later.tsx';

const loadItems = () => import('./account-menu-items.tsx');
const AccountMenuItems = later(() => loadItems().then((part) => part.AccountMenuItems));

export type Account = { userId: string; displayName: string; groups: readonly string[]; isAdmin: boolean };

/** Who is signed in, how the pages look, and the way out; folded to a face where the rail is icons. */
export function AccountMenu({ account }: { account: Account }) {
  const t = useTranslations('shell');
  const memberships = [...(account.isAdmin ? ['admin'] : []), ...account.groups];
  return (
    <DropdownMenu
      side="top"
      align="start"
      className="min-w-56"
      trigger={
        <button
          type="button"
          aria-label={t('account', { name: account.displayName })}
          onPointerEnter={loadItems}
          onFocus={loadItems}
          className="flex h-11 w-full items-center gap-2.5 rounded-md px-1.5 text-left transition-colors hover:bg-hover data-[state=open]:bg-hover md:max-xl:justify-center md:max-xl:px-0"
        >
          <Avatar name={account.displayName} size="md" />
          <span className="min-w-0 flex-1 md:max-xl:hidden">
            <span className="block truncate font-medium text-sm">{account.displayName}</span>
            <span className="block truncate text-muted text-xs">{memberships.join(', ') || t('noGroup')}</span>
          </span>
          <Icon of={ChevronsUpDown} className="size-3.5 shrink-0 text-muted md:max-xl:hidden" />
        </button>
      }
    >
      <Suspense>
        <AccountMenuItems userId={account.userId} />
      </Suspense>
    </DropdownMenu>
  );
}
