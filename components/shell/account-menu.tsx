'use client';

import { BookOpen, ChevronsUpDown, LogOut } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LanguageMenuItems } from '../i18n/language-menu.tsx';
import { ThemeMenuItems } from '../theme/theme-menu.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { DropdownMenu, MenuCheckboxItem, MenuItem, MenuLabel, MenuSeparator } from '../ui/dropdown-menu.tsx';
import { useHoldChoice } from '../user-task/hold-choice.ts';

export type Account = { userId: string; displayName: string; groups: readonly string[]; isAdmin: boolean };

export type AccountMenuProps = { account: Account; onSignOut: () => void };

/** Who is signed in, how the pages look, and the way out; folded to a face where the rail is icons. */
export function AccountMenu({ account, onSignOut }: AccountMenuProps) {
  const t = useTranslations('shell');
  const [isHolding, hold] = useHoldChoice(account.userId);
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
          className="flex h-11 w-full items-center gap-2.5 rounded-md px-1.5 text-left transition-colors hover:bg-hover data-[state=open]:bg-hover md:max-xl:justify-center md:max-xl:px-0"
        >
          <Avatar name={account.displayName} size="md" />
          <span className="min-w-0 flex-1 md:max-xl:hidden">
            <span className="block truncate font-medium text-sm">{account.displayName}</span>
            <span className="block truncate text-muted text-xs">{memberships.join(', ') || t('noGroup')}</span>
          </span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted md:max-xl:hidden" />
        </button>
      }
    >
      <MenuLabel>{t('signedInAs', { userId: account.userId })}</MenuLabel>
      <MenuSeparator />
      <ThemeMenuItems />
      <MenuSeparator />
      <LanguageMenuItems />
      <MenuSeparator />
      <MenuLabel>{t('hold.title')}</MenuLabel>
      <MenuCheckboxItem checked={isHolding} onCheckedChange={hold}>
        {t('hold.wait')}
      </MenuCheckboxItem>
      <MenuSeparator />
      <MenuItem icon={<BookOpen />} href="/docs/api">
        {t('apiReference')}
      </MenuItem>
      <MenuItem icon={<LogOut />} onSelect={onSignOut}>
        {t('signOut')}
      </MenuItem>
    </DropdownMenu>
  );
}
