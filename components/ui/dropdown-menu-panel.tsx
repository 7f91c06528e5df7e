'use client';

import { Check } from 'lucide';
import Link from 'next/link';
import { Menu as Radix } from 'radix-ui/internal';
import { createContext, type ReactNode, type RefObject, useContext, useEffect, useMemo, useRef } from 'react';
import { Icon } from './icon.tsx';
import { type MenuCheckboxItemProps, type MenuItemProps, MenuParts, type MenuRadioGroupProps } from './menu-parts.ts';
import { floatClass, menuItemStyles } from './menu-styles.ts';
import { cn } from './styles.ts';

type Deed = (() => void) | undefined;

/** What the chosen item does, kept until the menu has closed. */
const ChosenDeed = createContext<RefObject<Deed> | undefined>(undefined);

export type MenuPanelProps = {
  /** The button beside which it opens, and to which the focus returns. */
  anchor: HTMLElement;
  /** Opened by keyboard: its first item has the focus. */
  isByKey: boolean;
  id: string;
  labelledBy: string;
  align: 'start' | 'center' | 'end';
  side: 'top' | 'right' | 'bottom' | 'left';
  className: string | undefined;
  onClose: () => void;
  children: ReactNode;
};

/** An open menu; it is there only as long as it is open. */
export function MenuPanel({
  anchor,
  isByKey,
  id,
  labelledBy,
  align,
  side,
  className,
  onClose,
  children,
}: MenuPanelProps) {
  const anchorRef = useMemo(() => ({ current: anchor }), [anchor]);
  const deed = useRef<Deed>(undefined);
  const isLeft = useRef(false);

  function onClosed(event: Event) {
    event.preventDefault();
    // Who pressed elsewhere is there now.
    if (!isLeft.current) anchor.focus();
    deed.current?.();
  }

  return (
    <Radix.Root open modal={false} onOpenChange={onClose}>
      <Radix.Anchor virtualRef={anchorRef} />
      <Radix.Portal>
        <Radix.Content
          id={id}
          aria-labelledby={labelledBy}
          align={align}
          side={side}
          sideOffset={5}
          collisionPadding={8}
          onInteractOutside={(event) => {
            isLeft.current = !(event.target instanceof Node && anchor.contains(event.target));
          }}
          onCloseAutoFocus={onClosed}
          className={cn(
            floatClass,
            'max-h-(--radix-popper-available-height) base:min-w-48 overflow-y-auto p-1',
            className,
          )}
        >
          <MenuParts value={PARTS}>
            <ChosenDeed value={deed}>
              {children}
              {isByKey ? <FirstFocus menuId={id} /> : null}
            </ChosenDeed>
          </MenuParts>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Radix learns of the keyboard only once a menu is there. */
function FirstFocus({ menuId }: { menuId: string }) {
  useEffect(() => {
    const first = document
      .getElementById(menuId)
      ?.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])');
    first?.focus({ preventScroll: true });
  }, [menuId]);
  return null;
}

function Item({ icon, tone, disabled = false, href, onSelect, trailing, children }: MenuItemProps) {
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

function CheckboxItem({ checked, onCheckedChange, children }: MenuCheckboxItemProps) {
  return (
    <Radix.CheckboxItem checked={checked} onCheckedChange={onCheckedChange} className={menuItemStyles()}>
      <span className="flex-1">{children}</span>
      <Radix.ItemIndicator>
        <Icon of={Check} />
      </Radix.ItemIndicator>
    </Radix.CheckboxItem>
  );
}

function RadioGroup({ label, value, onValueChange, options }: MenuRadioGroupProps) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onValueChange} aria-label={label}>
      <Label>{label}</Label>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={menuItemStyles()}>
          {option.icon}
          <span className="flex-1">{option.label}</span>
          <Radix.ItemIndicator>
            <Icon of={Check} />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

function Label({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-1 text-muted text-xs">{children}</Radix.Label>;
}

function Separator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}

const PARTS = { Item, CheckboxItem, RadioGroup, Label, Separator };
