'use client';

import { Check, Minus } from 'lucide';
import { Checkbox as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { useFieldWiring } from './field-context.ts';
import { Icon } from './icon.tsx';
import { cn } from './styles.ts';

/** A tick, with a third state for "some of them"; wants a Field of layout `inline` or an aria-label. */
export function Checkbox({ className, ...rest }: ComponentProps<typeof Radix.Root>) {
  const wiring = useFieldWiring(rest);
  return (
    <Radix.Root
      className={cn(
        'group relative inline-flex size-4.5 shrink-0 items-center justify-center rounded-sm border border-control bg-surface text-on-accent transition-colors',
        'after:absolute after:-inset-[13px] hover:border-muted aria-invalid:border-danger disabled:opacity-50',
        'data-[state=checked]:border-accent data-[state=indeterminate]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:bg-accent',
        className,
      )}
      {...rest}
      {...wiring}
    >
      <Radix.Indicator>
        <Icon of={Check} strokeWidth={3} className="size-3.5 group-data-[state=indeterminate]:hidden" />
        <Icon
          of={Minus}
          aria-hidden
          strokeWidth={3}
          className="hidden size-3.5 group-data-[state=indeterminate]:block"
        />
      </Radix.Indicator>
    </Radix.Root>
  );
}
