import { type ComponentType, createContext, type ReactNode } from 'react';

export type MenuItemProps = {
  icon?: ReactNode;
  tone?: 'plain' | 'danger';
  disabled?: boolean;
  /** Goes somewhere; otherwise `onSelect` does something. */
  href?: string;
  onSelect?: () => void;
  /** At the right edge: keys or a count. */
  trailing?: ReactNode;
  children: ReactNode;
};

export type MenuCheckboxItemProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  children: ReactNode;
};

export type MenuRadioGroupProps = {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  options: readonly { value: string; label: string; icon?: ReactNode }[];
};

/** What a menu consists of. */
export type Parts = {
  Item: ComponentType<MenuItemProps>;
  CheckboxItem: ComponentType<MenuCheckboxItemProps>;
  RadioGroup: ComponentType<MenuRadioGroupProps>;
  Label: ComponentType<{ children: ReactNode }>;
  Separator: ComponentType;
};

/** They come with the panel of a menu that is open: until somebody goes to its button nothing of them is fetched. */
export const MenuParts = createContext<Parts | null>(null);
