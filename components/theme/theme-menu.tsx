'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useTranslations } from 'use-intl';
import { DropdownMenu, MenuRadioGroup } from '../ui/dropdown-menu.tsx';
import { IconButton } from '../ui/icon-button.tsx';

const THEMES = [
  { value: 'light', icon: <Sun /> },
  { value: 'dark', icon: <Moon /> },
  { value: 'system', icon: <Monitor /> },
] as const;

/** The choice of theme as part of another menu. */
export function ThemeMenuItems() {
  const t = useTranslations('shell');
  const { theme = 'system', setTheme } = useTheme();
  const options = THEMES.map((one) => ({ ...one, label: t(`theme.${one.value}`) }));
  return <MenuRadioGroup label={t('appearance')} value={theme} onValueChange={setTheme} options={options} />;
}

/** The choice of theme behind a button of its own, for pages without an account menu. */
export function ThemeToggle() {
  const t = useTranslations('shell');
  const icon = (
    <>
      <Sun className="dark:hidden" />
      <Moon className="hidden dark:block" />
    </>
  );
  return (
    <DropdownMenu trigger={<IconButton label={t('appearance')} icon={icon} />} className="min-w-40">
      <ThemeMenuItems />
    </DropdownMenu>
  );
}
