'use client';

import { Check } from 'lucide-react';
import Link from 'next/link';
import { DropdownMenu as Radix } from 'radix-ui';
import { createContext, type ReactNode, type RefObject, useContext, useRef } from 'react';
import { cn } from 'tailwind-variants';
import { floatClass, menuItemStyles } from './menu-styles.ts';

type Deed = (() => void) | undefined;

/** What the chosen item does, kept until the menu has closed. */
const ChosenDeed = createContext<RefObject<Deed> | undefined>(undefined);

export type DropdownMenuProps = {
  /** The button that opens it. */
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  className?: string;
  children: ReactNode;
};

/** A menu of actions behind a button, to which the focus returns before an action runs; so a dialog that it opens returns there too. */
export function DropdownMenu({ trigger, align = 'end', side = 'bottom', className, children }: DropdownMenuProps) {
  const deed = useRef<Deed>(undefined);

  function runDeed() {
    const run = deed.current;
    deed.current = undefined;
    // Radix focuses the trigger after this handler returns.
    if (run) queueMicrotask(run);
  }

  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={5}
          collisionPadding={8}
          onCloseAutoFocus={runDeed}
          className={cn(floatClass, 'min-w-48 p-1', className)}
        >
          <ChosenDeed value={deed}>{children}</ChosenDeed>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

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

/** One action, or with `href` one place to go. */
export function MenuItem({ icon, tone, disabled = false, href, onSelect, trailing, children }: MenuItemProps) {
  const deed = useContext(ChosenDeed);
  const choose = () => {
    if (deed) deed.current = onSelect;
  };
  const content = (
    <>
      {icon}
      <span className="flex-1 truncate">{children}</span>
      {trailing}
    </>
  );
  return (
    <Radix.Item asChild={href !== undefined} disabled={disabled} onSelect={choose} className={menuItemStyles({ tone })}>
      {href === undefined ? content : <Link href={href}>{content}</Link>}
    </Radix.Item>
  );
}

export type MenuRadioGroupProps = {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  options: readonly { value: string; label: string; icon?: ReactNode }[];
};

/** A choice inside a menu, of which one always holds. */
export function MenuRadioGroup({ label, value, onValueChange, options }: MenuRadioGroupProps) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onValueChange} aria-label={label}>
      <MenuLabel>{label}</MenuLabel>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={menuItemStyles()}>
          {option.icon}
          <span className="flex-1">{option.label}</span>
          <Radix.ItemIndicator>
            <Check aria-hidden />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export type MenuCheckboxItemProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  children: ReactNode;
};

/** Something that is on or off, in a menu. */
export function MenuCheckboxItem({ checked, onCheckedChange, children }: MenuCheckboxItemProps) {
  return (
    <Radix.CheckboxItem checked={checked} onCheckedChange={onCheckedChange} className={menuItemStyles()}>
      <span className="flex-1">{children}</span>
      <Radix.ItemIndicator>
        <Check aria-hidden />
      </Radix.ItemIndicator>
    </Radix.CheckboxItem>
  );
}

/** Words inside a menu that cannot be chosen. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-1 text-muted text-xs">{children}</Radix.Label>;
}

/** A line between groups of actions. */
export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
