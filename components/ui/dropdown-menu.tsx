'use client';

import {
  type ComponentProps,
  cloneElement,
  type ReactElement,
  type ReactNode,
  Suspense,
  useContext,
  useId,
  useRef,
  useState,
} from 'react';
import { later } from './later.tsx';
import { type MenuCheckboxItemProps, type MenuItemProps, MenuParts, type MenuRadioGroupProps } from './menu-parts.ts';

const loadPanel = () => import('./dropdown-menu-panel.tsx');
const MenuPanel = later(() => loadPanel().then((part) => part.MenuPanel));

export type DropdownMenuProps = {
  /** The button that opens it. */
  trigger: ReactElement<ComponentProps<'button'>>;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  className?: string;
  children: ReactNode;
};

/** A menu of actions behind a button, to which the focus returns before an action runs; so a dialog that it opens returns there too. */
export function DropdownMenu({ trigger, align = 'end', side = 'bottom', className, children }: DropdownMenuProps) {
  const [opened, setOpened] = useState<{ anchor: HTMLElement; isByKey: boolean } | null>(null);
  const triggerId = useId();
  const menuId = useId();
  const own = trigger.props;
  // A press opens at once; the click that follows it, or that assistive technology makes instead, must not open it again.
  const isPressed = useRef(false);

  const button = cloneElement(trigger, {
    id: own.id ?? triggerId,
    'aria-haspopup': 'menu',
    'aria-expanded': opened !== null,
    ...(opened && { 'aria-controls': menuId }),
    ...{ 'data-state': opened ? 'open' : 'closed' },
    onPointerEnter: (event) => {
      own.onPointerEnter?.(event);
      void loadPanel();
    },
    onFocus: (event) => {
      own.onFocus?.(event);
      void loadPanel();
    },
    onPointerDown: (event) => {
      own.onPointerDown?.(event);
      if (event.button !== 0 || event.ctrlKey) return;
      isPressed.current = true;
      const anchor = event.currentTarget;
      setOpened((was) => (was ? null : { anchor, isByKey: false }));
      // The focus goes into the menu.
      if (!opened) event.preventDefault();
    },
    onClick: (event) => {
      own.onClick?.(event);
      const anchor = event.currentTarget;
      if (!isPressed.current) setOpened((was) => (was ? null : { anchor, isByKey: true }));
      isPressed.current = false;
    },
    onKeyDown: (event) => {
      own.onKeyDown?.(event);
      isPressed.current = false;
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      setOpened({ anchor: event.currentTarget, isByKey: true });
    },
  });
  return (
    <>
      {button}
      {opened ? (
        <Suspense>
          <MenuPanel
            {...opened}
            id={menuId}
            labelledBy={own.id ?? triggerId}
            align={align}
            side={side}
            className={className}
            onClose={() => setOpened(null)}
          >
            {children}
          </MenuPanel>
        </Suspense>
      ) : null}
    </>
  );
}

/** One action, or with `href` one place to go. */
export function MenuItem(props: MenuItemProps) {
  const parts = useContext(MenuParts);
  return parts && <parts.Item {...props} />;
}

/** A choice inside a menu, of which one always holds. */
export function MenuRadioGroup(props: MenuRadioGroupProps) {
  const parts = useContext(MenuParts);
  return parts && <parts.RadioGroup {...props} />;
}

/** Something that is on or off, in a menu. */
export function MenuCheckboxItem(props: MenuCheckboxItemProps) {
  const parts = useContext(MenuParts);
  return parts && <parts.CheckboxItem {...props} />;
}

/** Words inside a menu that cannot be chosen. */
export function MenuLabel(props: { children: ReactNode }) {
  const parts = useContext(MenuParts);
  return parts && <parts.Label {...props} />;
}

/** A line between groups of actions. */
export function MenuSeparator() {
  const parts = useContext(MenuParts);
  return parts && <parts.Separator />;
}
