'use client';

import { BookOpen, LogOut } from 'lucide';
import { useTranslations } from 'use-intl';
import { LanguageMenuItems } from '../i18n/language-menu.tsx';
import { ThemeMenuItems } from '../theme/theme-menu.tsx';
import { MenuCheckboxItem, MenuItem, MenuLabel, MenuSeparator } from '../ui/dropdown-menu.tsx';
import { Icon } from '../ui/icon.tsx';
import { heldActs } from '../user-task/held-acts.ts';
import { useHoldChoice } from '../user-task/hold-choice.ts';

/** What the account menu holds. */
export function AccountMenuItems({ userId }: { userId: string }) {
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
      <MenuItem icon={<Icon of={LogOut} />} onSelect={() => void signOut()}>
        {t('signOut')}
      </MenuItem>
    </>
  );
}

/** What is still held back is done before: afterwards nobody may. */
async function signOut(): Promise<void> {
  await heldActs.leave();
  const auth = await import('next-auth/react');
  await auth.signOut({ callbackUrl: '/sign-in' });
}
