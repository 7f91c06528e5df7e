'use client';

import { BookOpen, LogOut } from 'lucide';
import { useTranslations } from 'use-intl';
import { LanguageMenuItems } from '../i18n/language-menu.tsx';
import { ThemeMenuItems } from '../theme/theme-menu.tsx';
import { MenuCheckboxItem, MenuItem, MenuLabel, MenuSeparator } from '../ui/dropdown-menu.tsx';
import { Icon } from '../ui/icon.tsx';
import { useHoldChoice } from '../user-task/hold-choice.ts';

/** What the account menu holds. */
export function AccountMenuItems({ userId, onSignOut }: { userId: string; onSignOut: () => void }) {
  const t = useTranslations('shell');
  const [isHolding, hold] = useHoldChoice(userId);
  return (
    <>
      <MenuLabel>{t('signedInAs', { userId })}</MenuLabel>
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
      <MenuItem icon={<Icon of={BookOpen} />} href="/docs/api">
        {t('apiReference')}
      </MenuItem>
      <MenuItem icon={<Icon of={LogOut} />} onSelect={onSignOut}>
        {t('signOut')}
      </MenuItem>
    </>
  );
}
