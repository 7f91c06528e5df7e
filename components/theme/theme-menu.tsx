'use client';

import { Monitor, Moon, Sun } from 'lucide';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { DropdownMenu, MenuRadioGroup } from '../ui/dropdown-menu.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { setTheme, THEMES, type Theme, useTheme } from './use-theme.ts';

const ICONS: Record<Theme, ReactNode> = {
  light: <Icon of={Sun} />,
  dark: <Icon of={Moon} />,
  system: <Icon of={Monitor} />,
};

/** The choice of theme as part of another menu. */
export function ThemeMenuItems() {
  const t = useTranslations('shell');
  const theme = useTheme();
  const options = THEMES.map((value) => ({ value, icon: ICONS[value], label: t(`theme.${value}`) }));
  return (
    <MenuRadioGroup
      label={t('appearance')}
      value={theme}
      onValueChange={(value) => setTheme(value as Theme)}
      options={options}
    />
  );
}

/** The choice of theme behind a button of its own, for pages without an account menu. */
export function ThemeToggle() {
  const t = useTranslations('shell');
  const icon = (
    <>
      <Icon of={Sun} className="dark:hidden" />
      <Icon of={Moon} className="hidden dark:block" />
    </>
  );
  return (
    <DropdownMenu trigger={<IconButton label={t('appearance')} icon={icon} />} className="min-w-40">
      <ThemeMenuItems />
    </DropdownMenu>
  );
}
