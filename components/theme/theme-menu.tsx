'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { DropdownMenu, MenuRadioGroup } from '../ui/dropdown-menu.tsx';
import { IconButton } from '../ui/icon-button.tsx';

const options = [
  { value: 'light', label: 'Light', icon: <Sun /> },
  { value: 'dark', label: 'Dark', icon: <Moon /> },
  { value: 'system', label: 'As the system', icon: <Monitor /> },
];

/** The choice of theme as part of another menu. */
export function ThemeMenuItems() {
  const { theme = 'system', setTheme } = useTheme();
  return <MenuRadioGroup label="Appearance" value={theme} onValueChange={setTheme} options={options} />;
}

/** The choice of theme behind a button of its own, for pages without an account menu. */
export function ThemeToggle() {
  const icon = (
    <>
      <Sun className="dark:hidden" />
      <Moon className="hidden dark:block" />
    </>
  );
  return (
    <DropdownMenu trigger={<IconButton label="Appearance" icon={icon} />} className="min-w-40">
      <ThemeMenuItems />
    </DropdownMenu>
  );
}
