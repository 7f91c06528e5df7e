import type { ComponentProps } from 'react';
import { cn } from './styles.ts';

/** A part that scrolls by itself with the browser's own thin bar. */
export function ScrollArea({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      className={cn('relative min-h-0 overflow-y-auto overscroll-contain [scrollbar-width:thin]', className)}
      {...rest}
    />
  );
}
