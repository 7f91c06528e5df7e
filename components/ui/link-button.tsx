import type { ReactNode } from 'react';
import { AppLink, type AppLinkProps } from './app-link.tsx';
import { type ButtonLook, buttonStyles } from './button.tsx';

export type LinkButtonProps = AppLinkProps & ButtonLook & { icon?: ReactNode };

/** A link to another page that looks like a button: for going somewhere, where Button is for doing something. */
export function LinkButton({ variant, size, wide, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <AppLink className={buttonStyles({ variant, size, wide, className })} {...rest}>
      {icon}
      {children}
    </AppLink>
  );
}
