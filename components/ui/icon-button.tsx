'use client';

import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook, buttonStyles } from './button.tsx';
import { Tooltip } from './tooltip.tsx';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> &
  Omit<ButtonLook, 'wide'> & {
    /** What the button does; read aloud and shown as the tooltip. */
    label: string;
    icon: ReactNode;
    /** Keys that do the same, shown in the tooltip. */
    keys?: readonly string[];
  };

/** A button of one icon, which never goes without a name and a tooltip. */
export function IconButton({ label, icon, keys, variant = 'ghost', size, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        className={buttonStyles({ variant, size, square: true, className })}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
