import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook, buttonStyles } from './button.tsx';

export type LinkButtonProps = ComponentProps<typeof Link> & ButtonLook & { icon?: ReactNode };

/** A link to another page that looks like a button: for going somewhere, where Button is for doing something. */
export function LinkButton({ variant, size, wide, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link className={buttonStyles({ variant, size, wide, className })} {...rest}>
      {icon}
      {children}
    </Link>
  );
}
