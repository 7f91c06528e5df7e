'use client';

import { Popover } from 'radix-ui';
import type { RefObject } from 'react';
import { floatClass } from '../ui/menu-styles.ts';
import { cn } from '../ui/styles.ts';
import { FilterPanel, type FilterPanelProps } from './filter-panel.tsx';

export type FilterPopoverProps = FilterPanelProps & {
  anchor: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
};

/** The filters, beside the button that opened them. */
export function FilterPopover({ anchor, onClose, ...panel }: FilterPopoverProps) {
  return (
    <Popover.Root open onOpenChange={onClose}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={5}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
          onInteractOutside={(event) => {
            // The button itself closes what it opened.
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault();
          }}
          className={cn(floatClass, 'z-40 w-72')}
        >
          <FilterPanel {...panel} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
