'use client';

import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from 'tailwind-variants';
import { Kbd } from './kbd.tsx';

export type TooltipProps = {
  content: ReactNode;
  keys?: readonly string[] | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** Classes of the bubble, for instance to hide it at widths where the label stands in the open. */
  className?: string;
  /** One focusable element; the tooltip describes it. */
  children: ReactNode;
};

/** Lets tooltips open at once when the pointer goes from one to the next; the root layout holds one. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={450} skipDelayDuration={200}>
      {children}
    </Radix.Provider>
  );
}

/** A word about a control on hover and focus; never the only place where something is said. */
export function Tooltip({ content, keys, side = 'top', className, children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            'z-50 flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-canvas text-xs shadow-md data-[state=delayed-open]:animate-fade-in',
            className,
          )}
        >
          {content}
          {keys ? <Kbd keys={keys} /> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
